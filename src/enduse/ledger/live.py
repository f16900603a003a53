"""Says in SQL what is live, now or at any time before: what is not withdrawn, nor superseded by a correction."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, or_, select

from ..model.record import Verdict
from . import schema


def there(table: Any, as_of: str | None) -> list[ColumnElement[bool]]:
    """Conditions that a row had been added by then."""
    if as_of is None:
        return []
    entries = schema.entries
    return [table.c.entry.in_(select(entries.c.seq).where(entries.c.at <= as_of))]


def _latest(table: Table, keys: tuple[str, ...], as_of: str | None) -> ColumnElement[bool]:
    """That no row of the same keys was made later; `at` and then the id decide."""
    later = table.alias()
    same = and_(*(later.c[key] == table.c[key] for key in keys))
    after = or_(later.c.at > table.c.at, and_(later.c.at == table.c.at, later.c.id > table.c.id))
    return ~exists().where(same, after, *there(later, as_of))


@lru_cache(maxsize=16)  # to put a query together takes longer than to run it
def withdrawn(as_of: str | None = None) -> Select[Any]:
    """The targets that are withdrawn, and of documents which content."""
    table = schema.retractions
    return select(table.c.target, table.c.digest).where(
        table.c.withdrawn == 1, _latest(table, ("target", "digest"), as_of), *there(table, as_of)
    )


def _gone(as_of: str | None) -> Select[Any]:
    """The ids that are withdrawn."""
    return withdrawn(as_of).with_only_columns(schema.retractions.c.target)


def standing(table: Any, as_of: str | None = None) -> list[ColumnElement[bool]]:
    """Conditions that a record was there by then, and not withdrawn."""
    return [table.c.id.not_in(_gone(as_of)), *there(table, as_of)]


def decisions(as_of: str | None = None) -> Select[Any]:
    """The decision that counts, for each claim that has one."""
    table = schema.judgements
    return select(table.c.target, table.c.verdict, table.c.replacement).where(
        _latest(table, ("target",), as_of), *standing(table, as_of)
    )


def live_documents(as_of: str | None = None) -> list[ColumnElement[bool]]:
    """Conditions that a document is live."""
    table, gone = schema.documents, withdrawn(as_of).subquery()
    hidden = exists().where(gone.c.target == table.c.id, gone.c.digest == table.c.digest)
    return [~hidden, *there(table, as_of)]


def live_claims(as_of: str | None = None) -> list[ColumnElement[bool]]:
    """Conditions that a claim is live: itself, and at least one document of its text."""
    claims, documents = schema.claims, schema.documents
    gone = _gone(as_of)
    decided = decisions(as_of).subquery()
    replaced = select(decided.c.target).where(decided.c.verdict == Verdict.CORRECTED)
    touched = select(documents.c.text).where(documents.c.id.in_(gone))
    printed = select(documents.c.text).where(documents.c.text.in_(touched), *live_documents(as_of))
    hidden = select(documents.c.text).where(documents.c.text.in_(touched), documents.c.text.not_in(printed))
    return [claims.c.id.not_in(gone), claims.c.id.not_in(replaced), claims.c.text.not_in(hidden), *there(claims, as_of)]
