"""Shows documents: a list of them, or one whole with the claims in it and the documents that repeat it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from enduse.errors import MissingError
from enduse.export.record import json_line
from enduse.model.kept import Decision, KeptClaim, KeptDocument
from enduse.model.record import CopyRecord

from .asking import claim_filter, moment
from .ledgers import view_ledger
from .pages import kept_record

if TYPE_CHECKING:
    from enduse.ledger.articles import ListedDocument
    from enduse.link.altered import Piece

DOCUMENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class EveryDocument:
    """The rows of all documents that were let through at one moment, those added last first."""

    where: str
    rows: tuple[int, ...]
    as_of: str | None

    def documents(self, rows: Sequence[int] | None = None) -> Iterator[ListedDocument]:
        """The documents themselves, all or those of these rows, some at a time."""
        from enduse.ledger.articles import listed

        wanted = self.rows if rows is None else rows
        for start in range(0, len(wanted), DOCUMENTS_AT_ONCE):
            with view_ledger(self.where) as ledger, ledger.reading() as connection:
                found = listed(connection, wanted[start : start + DOCUMENTS_AT_ONCE], self.as_of)
            yield from found


def documents(where: str, **given: str | None) -> EveryDocument:
    """Ask which documents are live; nothing of them is fetched yet.

    given: outlet, since, until, as_of, as in `enduse claims`.
    """
    from enduse.ledger.articles import DocumentFilter, document_rows

    asked = claim_filter(**given)
    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = document_rows(connection, DocumentFilter(asked.outlet, asked.since, asked.until, asked.as_of))
    return EveryDocument(where, tuple(rows), asked.as_of)


def document_lines(found: Iterable[ListedDocument]) -> Iterator[str]:
    """One document a line, with the number of its live claims."""
    for one in found:
        yield json_line({**asdict(one.document), "claims": one.claims}) + "\n"


@dataclass(frozen=True, slots=True)
class OtherDocument:
    """A document that repeats this one, or that this one repeats. later: whether it is the later of the two.

    document: None where it is no longer live.
    """

    id: str
    document: KeptDocument | None
    record: CopyRecord
    later: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its text. documents: itself first, then those of exactly the same text.

    claims: live ones that nobody rejected, in order of the text. set_aside: the others.
    """

    documents: tuple[KeptDocument, ...]
    text: str
    claims: tuple[KeptClaim, ...]
    set_aside: tuple[KeptClaim, ...]
    copies: tuple[OtherDocument, ...]

    @property
    def document(self) -> KeptDocument:
        """The document that was asked for."""
        return self.documents[0]


def article(where: str, id_: str, *, as_of: str | None = None) -> Article:
    """The document of an id or a name; MissingError where there is none that is live."""
    from enduse.ledger.articles import claims_of_text, copies_of, documents_with, live_rows, text_of_document
    from enduse.ledger.show import kept_claims, kept_documents

    then = moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        found = text_of_document(connection, id_, then)
        if found is None:
            raise MissingError(f"no document {id_!r} in {ledger.name}; copy an id from `enduse claims`")
        documents = kept_documents(connection, [found.row], then)[found.row]
        live = live_rows(connection, found.row, then)
        claims = kept_claims(connection, claims_of_text(connection, found.row, then), then)
        ids = {document.id for document in documents}
        copies = copies_of(connection, sorted(ids), then)
        others = documents_with(connection, [side for copy in copies for side in (copy.later, copy.earlier)], then)
    own = [document for document in documents if id_ in (document.id, document.name)]
    shown = [kept for kept in claims if kept.row in live and kept.decision is not Decision.REJECTED]
    told = {kept.row for kept in shown}
    return Article(
        (*own[:1], *(document for document in documents if document is not own[0])), found.text, tuple(shown),
        tuple(kept for kept in claims if kept.row not in told),
        tuple(_other(copy, ids, others) for copy in copies),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, and their texts cut where they begin to agree or to differ; joined, the pieces are the texts."""

    left: KeptDocument
    right: KeptDocument
    pieces: tuple[Piece, ...]


def compared(where: str, left: str, right: str, *, as_of: str | None = None) -> Pair:
    """What differs between two documents, word by word."""
    from enduse.link.altered import altered

    one, other = article(where, left, as_of=as_of), article(where, right, as_of=as_of)
    return Pair(one.document, other.document, tuple(altered(one.text, other.text)))


def piece_lines(pair: Pair) -> Iterator[str]:
    """One piece a line."""
    for piece in pair.pieces:
        yield json_line(piece._asdict()) + "\n"


def article_line(found: Article) -> str:
    """An article as JSON on one line; offsets count code points of its text."""
    return json_line({
        "documents": [asdict(document) for document in found.documents],
        "text": found.text,
        "claims": [kept_record(kept) for kept in found.claims],
        "set_aside": [kept_record(kept) for kept in found.set_aside],
        "copies": [asdict(other) for other in found.copies],
    }) + "\n"  # fmt: skip


def article_claim_lines(found: Article) -> Iterator[str]:
    """The claims that an article shows, one a line."""
    for kept in found.claims:
        yield json_line(kept_record(kept)) + "\n"


def _other(copy: CopyRecord, own: set[str], others: dict[str, KeptDocument]) -> OtherDocument:
    later = copy.earlier in own
    id_ = copy.later if later else copy.earlier
    return OtherDocument(id_, others.get(id_), copy, later)
