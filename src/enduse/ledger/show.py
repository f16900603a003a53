"""Puts rows together again: claims with their documents, scores, decisions and resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from ..model import Role, Span
from ..model.kept import Decision, Evidence, Hit, KeptClaim, KeptDocument, Score
from ..model.record import CopyRecord, Judgement, Resolution, Retraction, Verdict
from . import schema
from .content import claim_of_content, roles_of
from .find import wanted_words
from .graded import gradings_of_claims
from .linked import copy_record
from .live import live_documents, standing, there
from .words import Query, words

AROUND = 160
"""Characters of a passage to each side of the word that was found."""

CONTEXT = 400
"""Characters before and after a sentence that `why` shows."""


def kept_claims(connection: Connection, rows: Sequence[int], as_of: str | None = None) -> list[KeptClaim]:
    """The claims in these rows, in this order."""
    claims, texts = schema.claims, schema.texts
    asked = select(claims, texts.c.sha256).join(texts, texts.c.row == claims.c.text).where(claims.c.row.in_(rows))
    found = {row.row: row for row in connection.execute(asked)}
    documents = kept_documents(connection, {row.text for row in found.values()}, as_of)
    scores = _scores(connection, rows, as_of)
    judged = _judgements(connection, [row.id for row in found.values()], as_of)
    resolved = _resolutions(connection, rows, as_of)
    graded = gradings_of_claims(connection, [row.id for row in found.values()], as_of)
    kept = []
    for number in rows:
        row = found[number]
        judgements, replaces = judged.get(row.id, ()), judged.get(f"replaces {row.id}", ())
        decision = Decision.CORRECTED if replaces else Decision.OPEN
        claim = KeptClaim(
            row=number,
            claim=claim_of_content({**row._mapping, "roles": roles_of(row.roles)}),
            documents=documents.get(row.text, ()),
            scores=scores.get(number, ()),
            decision=Decision(judgements[-1].verdict) if judgements else decision,
            judgements=judgements or replaces,
            resolutions=resolved.get(number, ()),
            gradings=graded.get(row.id, ()),
        )
        kept.append(claim)
    return kept


def kept_documents(
    connection: Connection, texts: Iterable[int], as_of: str | None = None
) -> dict[int, tuple[KeptDocument, ...]]:
    """The live documents of texts, by the row of the text."""
    table, entries = schema.documents, schema.entries
    asked = (
        select(table, schema.texts.c.sha256, entries.c.at)
        .join(schema.texts, schema.texts.c.row == table.c.text)
        .join(entries, entries.c.seq == table.c.entry)
        .where(table.c.text.in_(list(texts)), *live_documents(as_of))
    )
    found: dict[int, tuple[KeptDocument, ...]] = {}
    for row in connection.execute(asked.order_by(table.c.row)):
        document = KeptDocument(
            row.id, row.name, row.sha256, row.title, row.published_on, row.publisher, row.url, row.at
        )  # fmt: skip
        found[row.text] = (*found.get(row.text, ()), document)
    return found


def _scores(connection: Connection, claims: Sequence[int], as_of: str | None) -> dict[int, tuple[Score, ...]]:
    table, entries = schema.extractions, schema.entries
    asked = select(table, entries.c.at).join(entries, entries.c.seq == table.c.entry)
    found: dict[int, tuple[Score, ...]] = {}
    for row in connection.execute(asked.where(table.c.claim.in_(claims), *there(table, as_of)).order_by(table.c.row)):
        found[row.claim] = (*found.get(row.claim, ()), Score(row.reader, row.score, row.at))
    return found


def _judgements(connection: Connection, ids: Sequence[str], as_of: str | None) -> dict[str, tuple[Judgement, ...]]:
    """Those of claims by their id; those that a claim replaces another by, under "replaces ID"."""
    table = schema.judgements
    either = table.c.target.in_(ids) | table.c.replacement.in_(ids)
    asked = select(table).where(either, *standing(table, as_of))
    found: dict[str, tuple[Judgement, ...]] = {}
    for row in connection.execute(asked.order_by(table.c.at, table.c.id)):
        judgement = Judgement(row.target, Verdict(row.verdict), row.by, row.at, row.why, row.replacement)
        for key in (row.target, f"replaces {row.replacement}"):
            found[key] = (*found.get(key, ()), judgement)
    return found


def _resolutions(connection: Connection, claims: Sequence[int], as_of: str | None) -> dict[int, tuple[Resolution, ...]]:
    table = schema.resolutions
    asked = select(table, schema.claims.c.id.label("claim_id")).join(
        schema.claims, schema.claims.c.row == table.c.claim
    )
    found: dict[int, tuple[Resolution, ...]] = {}
    live = (table.c.claim.in_(claims), *standing(table, as_of))
    for row in connection.execute(asked.where(*live).order_by(table.c.row)):
        resolution = Resolution(
            row.claim_id, Role(row.role), row.filler, row.scheme, row.code, row.level, row.why, row.resolver, row.detail
        )
        found[row.claim] = (*found.get(row.claim, ()), resolution)
    return found


def evidence(connection: Connection, row: int, as_of: str | None = None) -> Evidence:
    """All that is known of the claim in a row."""
    kept = kept_claims(connection, [row], as_of)[0]
    text: str = connection.execute(
        select(schema.texts.c.text).where(schema.texts.c.sha256 == kept.claim.document_sha256)
    ).scalar_one()
    start, end = kept.claim.sentence.start, kept.claim.sentence.end
    return Evidence(
        kept, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT],
        _copies(connection, [d.id for d in kept.documents], as_of), _retractions(connection, kept, as_of),
    )  # fmt: skip


def _copies(connection: Connection, ids: Sequence[str], as_of: str | None) -> tuple[CopyRecord, ...]:
    table = schema.copies
    either = table.c.later.in_(ids) | table.c.earlier.in_(ids)
    asked = select(table).where(either, *standing(table, as_of))
    return tuple(copy_record(row) for row in connection.execute(asked.order_by(table.c.row)))


def _retractions(connection: Connection, kept: KeptClaim, as_of: str | None) -> tuple[Retraction, ...]:
    table = schema.retractions
    ids = [kept.claim.id, *(d.id for d in kept.documents), *(j.id for j in kept.judgements)]
    asked = select(table).where(table.c.target.in_(ids), *there(table, as_of)).order_by(table.c.at, table.c.id)
    return tuple(
        Retraction(row.target, bool(row.withdrawn), row.by, row.at, row.why, row.digest)
        for row in connection.execute(asked)
    )


def hits(connection: Connection, rows: Sequence[int], query: Query, as_of: str | None = None) -> list[Hit]:
    """What was found in the texts of these rows, in this order."""
    table, claims = schema.texts, schema.claims
    texts = {r.row: r.text for r in connection.execute(select(table.c.row, table.c.text).where(table.c.row.in_(rows)))}
    documents = kept_documents(connection, rows, as_of)
    asked = select(claims.c.text, claims.c.id).where(claims.c.text.in_(rows), *there(claims, as_of))
    ids: dict[int, list[str]] = {}
    for row in connection.execute(asked.order_by(claims.c.row)):
        ids.setdefault(row.text, []).append(row.id)
    return [Hit(documents[n], passage(texts[n], query), tuple(ids.get(n, ()))) for n in rows]


def passage(text: str, query: Query) -> Span:
    """A piece of the text around the first phrase of the query that stands in it, cut between words."""
    phrases = list(wanted_words(query))
    starts: list[int] = []
    folded: list[str] = []
    for match in re.finditer(r"[^\W_]+", text):
        if not (word := "".join(words(match[0]))):
            continue
        starts.append(match.start())
        folded.append(word)
        for phrase in phrases:
            count, last = len(phrase.words), phrase.words[-1]
            if (word == last or (phrase.prefix and word.startswith(last))) and (
                tuple(folded[-count:-1]) == phrase.words[:-1]
            ):
                return _around(text, starts[-count], match.end())
    return _around(text, 0, 1)


def _around(text: str, start: int, end: int) -> Span:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    while 0 < first < start and text[first - 1].isalnum():
        first += 1
    while end < last < len(text) and text[last].isalnum():
        last -= 1
    return Span.of(text, first, max(last, first + 1))
