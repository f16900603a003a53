"""Gives what a ledger knows of pairs: people's judgements of two claims, and copies of documents."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from ..model.copy import CopyKind
from ..model.record import CopyRecord, Link, Sameness
from . import schema
from .live import standing

_AT_ONCE = 400


def links(connection: Connection, as_of: str | None = None) -> list[Link]:
    """All live judgements of two records, in order of when they were made."""
    table = schema.links
    asked = select(table).where(*standing(table, as_of)).order_by(table.c.at, table.c.id)
    return [
        Link(row.of, row.left, row.right, Sameness(row.verdict), row.by, row.at, row.why)
        for row in connection.execute(asked)
    ]


def copies(connection: Connection, as_of: str | None = None) -> list[CopyRecord]:
    """All live copies, in order of when they were found."""
    table = schema.copies
    asked = select(table).where(*standing(table, as_of)).order_by(table.c.row)
    return [copy_record(row) for row in connection.execute(asked)]


def copies_among(connection: Connection, documents: Collection[str], as_of: str | None = None) -> list[CopyRecord]:
    """The live copies of which both documents are among these, in order of when they were found."""
    table, wanted = schema.copies, set(documents)
    ordered, found = sorted(wanted), list[Any]()
    for first in range(0, len(ordered), _AT_ONCE):
        part = ordered[first : first + _AT_ONCE]
        found += connection.execute(select(table).where(table.c.later.in_(part), *standing(table, as_of))).all()
    return [copy_record(row) for row in sorted(found, key=lambda row: row.row) if row.earlier in wanted]


def copy_record(row: Any) -> CopyRecord:
    """The record in a row of the copies."""
    return CopyRecord(
        row.later, row.earlier, CopyKind(row.how), row.jaccard, row.contained, row.threshold, row.run, row.method
    )
