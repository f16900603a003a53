"""Answers what is asked of kept groups: events by their newest claim, flows and their numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from ..model.flow import FlowCount
from . import schema
from .groups import cards, events, flow_events, flows, reports
from .live import live_documents

_AT_ONCE = 400


def events_before(
    connection: Connection, after: int | None, limit: int, *, least: int = 1, disputed: bool = False
) -> list[Any]:
    """Events with their newest claims, the newest first, those whose newest claim comes before a row."""
    asked = select(events.c.event, events.c.last)
    if disputed:
        asked = asked.where(events.c.disputed == 1)
    if least > 1:
        asked = asked.where(events.c.size >= least)
    if after is not None:
        asked = asked.where(events.c.last < after)
    return list(connection.execute(asked.order_by(events.c.last.desc()).limit(limit)))


def events_at(connection: Connection, rows: Sequence[int], *, least: int = 1, disputed: bool = False) -> dict[int, int]:
    """The events in which the claims of these rows stand, by row."""
    asked = select(cards.c.claim, cards.c.event, events.c.disputed).join(events, events.c.event == cards.c.event)
    found = connection.execute(asked.where(cards.c.claim.in_(rows), events.c.size >= least))
    # what is disputed is sorted out here, for SQLite would walk all that is disputed
    return {row.claim: row.event for row in found if row.disputed or not disputed}


def rows_of_events(connection: Connection, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The rows of the claims of events."""
    found: dict[int, list[int]] = {number: [] for number in numbers}
    for part in _parts(numbers):
        for row in connection.execute(select(cards.c.claim, cards.c.event).where(cards.c.event.in_(part))):
            found[row.event].append(row.claim)
    return found


def claim_of_event(connection: Connection, number: int) -> str:
    """The id of a claim of an event."""
    return str(connection.execute(select(cards.c.id).where(cards.c.event == number).limit(1)).scalar_one())


def events_beginning(connection: Connection, id_: str, limit: int) -> dict[int, str]:
    """The events whose id, or the id of a claim of theirs, begins so: what it is that begins so, by event."""
    until = id_ + "~"
    named = select(events.c.event, events.c.id).where(events.c.id >= id_, events.c.id < until).limit(limit)
    told = select(cards.c.event, cards.c.id).where(cards.c.id >= id_, cards.c.id < until).limit(limit)
    return {row.event: row.id for asked in (told, named) for row in connection.execute(asked)}


def numbers_of(connection: Connection, claims: Collection[int]) -> tuple[int, int]:
    """How many live documents carry these claims, and how many reports those are when copies are folded."""
    documents, told = set[str](), set[int]()
    for part in _parts(sorted(claims)):
        asked = (
            select(schema.documents.c.id, func.coalesce(reports.c.report, cards.c.text).label("report"))
            .select_from(cards)
            .join(schema.documents, schema.documents.c.text == cards.c.text)
            .outerjoin(reports, reports.c.text == cards.c.text)
            .where(cards.c.claim.in_(part), *live_documents())
            .distinct()
        )
        for row in connection.execute(asked):
            documents.add(row.id)
            told.add(row.report)
    return len(documents), len(told)


def flows_before(connection: Connection, after: tuple[int, str | None] | None, limit: int) -> list[Any]:
    """Flows, the one with the newest claim first; several may share it, by their ids then.

    after: a row before which their newest claim must come; with an id, those of that row and a later id too.
    """
    asked = select(flows).order_by(flows.c.last.desc(), flows.c.id).limit(limit)
    if after is not None:
        row, id_ = after
        there = flows.c.last < row
        asked = asked.where(there if id_ is None else there | ((flows.c.last == row) & (flows.c.id > id_)))
    return list(connection.execute(asked))


def flows_named(connection: Connection, numbers: Collection[int]) -> dict[int, Any]:
    """Flows by their numbers."""
    return {
        row.flow: row
        for part in _parts(sorted(numbers))
        for row in connection.execute(select(flows).where(flows.c.flow.in_(part)))
    }


def flows_beginning(connection: Connection, id_: str, limit: int) -> list[Any]:
    """The flows whose id begins so."""
    return list(connection.execute(select(flows).where(flows.c.id >= id_, flows.c.id < id_ + "~").limit(limit)))


def flows_of_events(connection: Connection, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The flows that events stand in."""
    found: dict[int, list[int]] = {number: [] for number in numbers}
    for part in _parts(numbers):
        for row in connection.execute(select(flow_events).where(flow_events.c.event.in_(part))):
            found[row.event].append(row.flow)
    return found


def events_of_flow(connection: Connection, flow: int, after: int | None, limit: int) -> list[Any]:
    """The events of a flow, the one with the newest claim first."""
    asked = select(events.c.event, events.c.last).join(flow_events, flow_events.c.event == events.c.event)
    asked = asked.where(flow_events.c.flow == flow)
    if after is not None:
        asked = asked.where(events.c.last < after)
    return list(connection.execute(asked.order_by(events.c.last.desc()).limit(limit)))


def flow_counts(connection: Connection, flow: int) -> tuple[FlowCount, ...]:
    """What is told of a flow, status by status; denials apart."""
    report = func.coalesce(reports.c.report, cards.c.text)
    asked = (
        select(
            cards.c.label, cards.c.denied, func.count(schema.documents.c.id.distinct()), func.count(report.distinct()),
            func.count(cards.c.event.distinct()),
        )
        .select_from(flow_events)
        .join(cards, cards.c.event == flow_events.c.event)
        .join(schema.documents, schema.documents.c.text == cards.c.text)
        .outerjoin(reports, reports.c.text == cards.c.text)
        .where(flow_events.c.flow == flow, *live_documents())
        .group_by(cards.c.label, cards.c.denied)
        .order_by(cards.c.denied, cards.c.label)
    )  # fmt: skip
    return tuple(FlowCount(label, bool(denied), *map(int, rest)) for label, denied, *rest in connection.execute(asked))


def newest_claims(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """One claim of each event, by id, in the order of the events."""
    found: dict[int, str] = {}
    for part in _parts(numbers):
        asked = select(cards.c.event, func.min(cards.c.id).label("id")).where(cards.c.event.in_(part))
        found |= {row.event: row.id for row in connection.execute(asked.group_by(cards.c.event))}
    return [found[number] for number in numbers]


def _parts(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [values[first : first + _AT_ONCE] for first in range(0, len(values), _AT_ONCE)]
