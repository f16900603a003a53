"""Tells which texts are one report when copies are folded, and what the ledger was before a run."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from ..model.joined import Joined
from . import schema
from .live import standing
from .near import SAME_REPORT


def report_of_texts(connection: Connection, as_of: str | None = None) -> dict[str, str]:
    """For each text that copies tie to others, by sha256, the first sha256 of its report; others are their own."""
    copies, texts = schema.copies, schema.texts
    one, other, first, second = schema.documents.alias(), schema.documents.alias(), texts.alias(), texts.alias()
    asked = (
        select(first.c.sha256, second.c.sha256)
        .select_from(copies)
        .join(one, one.c.id == copies.c.later)
        .join(other, other.c.id == copies.c.earlier)
        .join(first, first.c.row == one.c.text)
        .join(second, second.c.row == other.c.text)
        .where(copies.c.how.in_(SAME_REPORT), *standing(copies, as_of))
    )
    reports: Joined[str] = Joined()
    for later, earlier in connection.execute(asked):
        reports.join(later, earlier)
    return reports.names()


def before_run(connection: Connection, run: str) -> str | None:
    """The last moment before a run added something; None where no run of this id did."""
    entries = schema.entries
    first = connection.execute(select(func.min(entries.c.at)).where(entries.c.run == run)).scalar_one()
    if first is None:
        return None
    moment = datetime.fromisoformat(first) - timedelta(microseconds=1)
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
