"""Tells which texts are one report when copies are folded, and what the ledger was before a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from ..model.joined import Joined
from . import schema
from .live import standing
from .near import SAME_REPORT

_AT_ONCE = 500
"""Texts that are asked for in one query."""


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


def report_of_some(connection: Connection, texts: Iterable[str], as_of: str | None = None) -> dict[str, str]:
    """The same for these texts and all that copies tie to them, found step by step, so that a large ledger will do."""
    reports: Joined[str] = Joined()
    seen, waiting = set[str](), set(texts)
    while waiting:
        seen |= waiting
        asked = sorted(waiting)
        some = [asked[start : start + _AT_ONCE] for start in range(0, len(asked), _AT_ONCE)]
        pairs = [pair for few in some for pair in _tied(connection, few, as_of)]
        for one, other in pairs:
            reports.join(one, other)
        waiting = {text for pair in pairs for text in pair} - seen
    return reports.names()


def _tied(connection: Connection, texts: Sequence[str], as_of: str | None) -> Iterator[tuple[str, str]]:
    """Pairs of texts of one report, of which one is among these."""
    copies, own, text = schema.copies, schema.documents.alias(), schema.texts.alias()
    other, of = schema.documents.alias(), schema.texts.alias()
    for near, far in ((copies.c.later, copies.c.earlier), (copies.c.earlier, copies.c.later)):
        asked = (
            select(text.c.sha256, of.c.sha256)
            .select_from(text)
            .join(own, own.c.text == text.c.row)
            .join(copies, near == own.c.id)
            .join(other, other.c.id == far)
            .join(of, of.c.row == other.c.text)
            .where(text.c.sha256.in_(texts), copies.c.how.in_(SAME_REPORT), *standing(copies, as_of))
        )
        yield from ((one, two) for one, two in connection.execute(asked))


def before_run(connection: Connection, run: str) -> str | None:
    """The last moment before a run added something; None where no run of this id did."""
    entries = schema.entries
    first = connection.execute(select(func.min(entries.c.at)).where(entries.c.run == run)).scalar_one()
    if first is None:
        return None
    moment = datetime.fromisoformat(first) - timedelta(microseconds=1)
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
