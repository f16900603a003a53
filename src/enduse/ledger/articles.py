"""Gives documents: a page of them, or one with its text and what of its claims is live."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from ..model.kept import KeptDocument
from ..model.record import CopyRecord
from . import schema
from .linked import copy_record
from .live import live_claims, live_documents, standing, there
from .show import kept_documents


class KeptText(NamedTuple):
    """A text: its row, and its words."""

    row: int
    text: str


class DocumentFilter(NamedTuple):
    """Which documents are asked for; what is None asks nothing. since, until: the day of publication, both included."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None


class ListedDocument(NamedTuple):
    """A live document, its row, and how many live claims its text has."""

    row: int
    document: KeptDocument
    claims: int


def document_rows(connection: Connection, asked: DocumentFilter) -> list[int]:
    """The rows of all live documents that are asked for, those added last first."""
    documents = schema.documents
    found = select(documents.c.row).where(*live_documents(asked.as_of))
    return list(connection.execute(_printed(found, asked).order_by(documents.c.row.desc())).scalars())


def listed(connection: Connection, rows: Sequence[int], as_of: str | None = None) -> list[ListedDocument]:
    """The documents in these rows, in this order."""
    documents, claims = schema.documents, schema.claims
    asked = select(documents.c.row, documents.c.id, documents.c.text).where(documents.c.row.in_(rows))
    found = {row.row: row for row in connection.execute(asked)}
    texts = {row.text for row in found.values()}
    kept = {d.id: d for of_text in kept_documents(connection, texts, as_of).values() for d in of_text}
    counted = (
        select(claims.c.text, func.count()).where(claims.c.text.in_(texts), *live_claims(as_of)).group_by(claims.c.text)
    )
    counts: dict[int, int] = {row[0]: row[1] for row in connection.execute(counted)}
    return [ListedDocument(n, kept[found[n].id], counts.get(found[n].text, 0)) for n in rows if found[n].id in kept]


def _printed(query: Select[Any], asked: DocumentFilter) -> Select[Any]:
    documents = schema.documents
    if asked.outlet is not None:
        query = query.where(documents.c.publisher == asked.outlet)
    if asked.since is not None:
        query = query.where(documents.c.published_on >= asked.since)
    if asked.until is not None:
        query = query.where(documents.c.published_on < asked.until + "~")  # so that a day holds all its hours
    return query


def text_of_document(connection: Connection, id_: str, as_of: str | None = None) -> KeptText | None:
    """The text of a document, by its id or its name; of several, that of a live document which was added last."""
    documents, texts = schema.documents, schema.texts
    asked = (
        select(texts.c.row, texts.c.text)
        .join(documents, documents.c.text == texts.c.row)
        .where((documents.c.id == id_) | (documents.c.name == id_), *live_documents(as_of))
        .order_by((documents.c.id == id_).desc(), documents.c.row.desc())
        .limit(1)
    )
    row = connection.execute(asked).one_or_none()
    return KeptText(row.row, row.text) if row else None


def claims_of_text(connection: Connection, text: int, as_of: str | None = None) -> list[int]:
    """The rows of all claims of a text, live or not, in order of the text."""
    claims = schema.claims
    asked = select(claims.c.row).where(claims.c.text == text, *there(claims, as_of))
    return list(connection.execute(asked.order_by(claims.c.start, claims.c.row)).scalars())


def live_rows(connection: Connection, text: int, as_of: str | None = None) -> set[int]:
    """The rows of the claims of a text that are live: not withdrawn, and not replaced by a correction."""
    claims = schema.claims
    asked = select(claims.c.row).where(claims.c.text == text, *live_claims(as_of))
    return set(connection.execute(asked).scalars())


def copies_of(connection: Connection, ids: Sequence[str], as_of: str | None = None) -> list[CopyRecord]:
    """What documents repeat of others, and what others repeat of them."""
    table = schema.copies
    either = table.c.later.in_(ids) | table.c.earlier.in_(ids)
    asked = select(table).where(either, *standing(table, as_of)).order_by(table.c.row)
    return [copy_record(row) for row in connection.execute(asked)]


def documents_with(connection: Connection, ids: Sequence[str], as_of: str | None = None) -> dict[str, KeptDocument]:
    """The live documents of these ids."""
    documents = schema.documents
    asked = select(documents.c.text).where(documents.c.id.in_(ids))
    found = kept_documents(connection, set(connection.execute(asked).scalars()), as_of)
    return {document.id: document for of_text in found.values() for document in of_text if document.id in set(ids)}


def text_of_claim(connection: Connection, row: int) -> str:
    """The text in which the claim of a row stands."""
    claims, texts = schema.claims, schema.texts
    asked = select(texts.c.text).join(claims, claims.c.text == texts.c.row).where(claims.c.row == row)
    return str(connection.execute(asked).scalar_one())
