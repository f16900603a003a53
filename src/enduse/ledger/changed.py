"""Tells which claims must be grouped anew: what was added, withdrawn or decided since grouping last looked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, or_, select

from . import schema
from .live import standing
from .near import SAME_REPORT

LOOKED_AT: tuple[Table, ...] = (
    schema.claims, schema.resolutions, schema.documents, schema.judgements, schema.retractions, schema.links,
    schema.copies,
)  # fmt: skip


def last_rows(connection: Connection) -> dict[str, int]:
    """The last row of each table that grouping looks at."""
    return {table.name: int(connection.execute(select(func.coalesce(func.max(table.c.row), 0))).scalar_one())
            for table in LOOKED_AT}  # fmt: skip


def changed_claims(connection: Connection, since: Mapping[str, int], limit: int | None = None) -> set[int]:
    """The rows of the claims that something new is about; at most so many of each kind if there is a limit."""
    return {row for asked in _asked(since) for row in connection.execute(asked.limit(limit)).scalars()}


def _asked(since: Mapping[str, int]) -> Iterator[Any]:
    claims, documents = schema.claims, schema.documents

    def after(table: Table) -> Any:
        return table.c.row > since.get(table.name, 0)

    yield select(claims.c.row).where(after(claims))
    yield select(schema.resolutions.c.claim).where(after(schema.resolutions))
    printed = select(documents.c.text).where(after(documents))
    yield select(claims.c.row).where(claims.c.text.in_(printed))
    judged = schema.judgements
    for column in (judged.c.target, judged.c.replacement):
        yield select(claims.c.row).where(claims.c.id.in_(select(column).where(after(judged))))
    gone = select(schema.retractions.c.target).where(after(schema.retractions))
    yield select(claims.c.row).where(claims.c.id.in_(gone))
    yield select(claims.c.row).where(claims.c.text.in_(select(documents.c.text).where(documents.c.id.in_(gone))))
    yield select(schema.resolutions.c.claim).where(schema.resolutions.c.id.in_(gone))
    yield select(claims.c.row).where(claims.c.id.in_(select(judged.c.target).where(judged.c.id.in_(gone))))
    for column in (schema.links.c.left, schema.links.c.right):
        new = select(column).where(or_(after(schema.links), schema.links.c.id.in_(gone)))
        yield select(claims.c.row).where(claims.c.id.in_(new))


def rows_since(connection: Connection, moment: str, limit: int) -> set[int]:
    """The rows of the claims that something was added about after a moment; at most so many of each kind."""
    entries = schema.entries
    later = select(entries.c.seq).where(entries.c.at > moment)
    since = {
        table.name: connection.execute(
            select(func.coalesce(func.min(table.c.row), 0)).where(table.c.entry.in_(later))
        ).scalar_one()
        - 1
        for table in (schema.claims, schema.documents, schema.judgements, schema.retractions)
    }
    last = last_rows(connection)
    return changed_claims(
        connection,
        {name: since.get(name, -1) if since.get(name, -1) >= 0 else row for name, row in last.items()},
        limit,
    )


def new_copies(connection: Connection, since: Mapping[str, int]) -> list[tuple[int, int]]:
    """The texts that live copies added since then make one report."""
    copies, one, other = schema.copies, schema.documents.alias(), schema.documents.alias()
    asked = (
        select(one.c.text, other.c.text)
        .select_from(copies)
        .join(one, one.c.id == copies.c.later)
        .join(other, other.c.id == copies.c.earlier)
        .where(copies.c.how.in_(SAME_REPORT), copies.c.row > since.get(copies.name, 0), *standing(copies))
    )
    return [(later, earlier) for later, earlier in connection.execute(asked)]


def live_rows(connection: Connection, rows: set[int], live: Any) -> list[int]:
    """Those of these rows that a query for claims lets through, in order."""
    found: set[int] = set()
    ordered = sorted(rows)
    for first in range(0, len(ordered), 400):
        part = ordered[first : first + 400]
        found |= set(connection.execute(live.where(schema.claims.c.row.in_(part))).scalars())
    return sorted(found)
