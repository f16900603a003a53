"""Tells what came in lately: documents by outlet and day, and how much was added since a moment."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from . import schema
from .live import live_documents


class Printed(NamedTuple):
    """A live document: who printed it, and on which day."""

    outlet: str | None
    day: str


def newest_printed(connection: Connection, until: str, limit: int) -> list[Printed]:
    """The documents published last, those of after a day left aside, the newest first."""
    table = schema.documents
    asked = (
        select(table.c.publisher, func.substr(table.c.published_on, 1, 10))
        .where(table.c.published_on.is_not(None), table.c.published_on < until + "~", *live_documents())
        .order_by(table.c.published_on.desc())
        .limit(limit)
    )
    return [Printed(outlet, day) for outlet, day in connection.execute(asked)]


def without_day(connection: Connection, most: int) -> int:
    """How many live documents tell no day of publication; counted up to so many."""
    table = schema.documents
    return _counted(connection, select(table.c.row).where(table.c.published_on.is_(None), *live_documents()), most)


def dated_after(connection: Connection, day: str, most: int) -> int:
    """How many live documents say that they were published after a day; counted up to so many."""
    table = schema.documents
    return _counted(connection, select(table.c.row).where(table.c.published_on >= day + "~", *live_documents()), most)


def added_since(connection: Connection, moment: str, most: int) -> tuple[int, int]:
    """How many documents and claims were added after a moment; each counted up to so many."""
    later = select(schema.entries.c.seq).where(schema.entries.c.at > moment)
    documents, claims = (
        _counted(connection, select(table.c.row).where(table.c.entry.in_(later)), most)
        for table in (schema.documents, schema.claims)
    )
    return documents, claims


def last_added(connection: Connection) -> str | None:
    """When something was added last."""
    table = schema.entries
    return connection.execute(select(table.c.at).order_by(table.c.seq.desc()).limit(1)).scalar()


def _counted(connection: Connection, asked: Any, most: int) -> int:
    return int(connection.execute(select(func.count()).select_from(asked.limit(most).subquery())).scalar_one())
