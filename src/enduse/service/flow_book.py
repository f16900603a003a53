"""The flows of a ledger: those that are kept, or those of a past moment, made anew."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from enduse.model.flow import Flow, FlowCount
from enduse.model.kept import ClaimFilter, KeptClaim

from .groups import Groups, KeptGroups, MadeGroups
from .walking import Stop

if TYPE_CHECKING:
    from sqlalchemy import Connection

EVENTS_NAMED = 200
"""Events of a flow of which one claim is named."""

FLOWS_A_STEP = 200

_STARTING = 11
"""Flows whose id begins so that are looked up: more than are listed."""


class Book(ABC):
    """Flows by their ids."""

    @abstractmethod
    def found(self, asked: ClaimFilter, after: int | None) -> Iterator[tuple[str, int]]:
        """The flows that hold a claim which a filter lets through, each with the row of the newest such claim."""

    @abstractmethod
    def whole(self, id_: str) -> Flow:
        """A flow with its numbers."""

    @abstractmethod
    def beginning(self, id_: str) -> list[str]:
        """The flows whose ids begin so; a few of them."""

    @abstractmethod
    def events(self, id_: str, after: int | None, limit: int) -> list[Stop]:
        """The events of a flow, each with the row of its newest claim, the newest first."""


def book_of(groups: Groups) -> Book:
    """The flows of these groups."""
    if isinstance(groups, MadeGroups):
        return _MadeBook(groups)
    assert isinstance(groups, KeptGroups)
    return _KeptBook(groups)


class _KeptBook(Book):
    """Flows that a ledger keeps."""

    def __init__(self, groups: KeptGroups) -> None:
        self._groups = groups

    @property
    def _connection(self) -> Connection:
        return self._groups.connection

    def found(self, asked: ClaimFilter, after: int | None) -> Iterator[tuple[str, int]]:
        if asked == ClaimFilter():
            yield from self._newest(after)
            return
        from enduse.ledger.grouped import flows_named, flows_of_events

        walk, seen = self._groups.walk(asked), set[int]()
        stops = walk.stops(None)  # from the start, for a flow is listed at its newest claim only
        while step := list(islice(stops, FLOWS_A_STEP)):
            of = flows_of_events(self._connection, [stop.event for stop in step])
            named = flows_named(self._connection, {number for numbers in of.values() for number in numbers})
            for stop in step:
                for number in sorted(of[stop.event], key=lambda number: named[number].id):
                    if number not in seen and (after is None or stop.at < after):
                        yield named[number].id, stop.at
                    seen.add(number)

    def _newest(self, after: int | None) -> Iterator[tuple[str, int]]:
        from enduse.ledger.grouped import flows_before

        at: tuple[int, str | None] | None = None if after is None else (after, None)
        while rows := flows_before(self._connection, at, FLOWS_A_STEP):
            yield from ((row.id, row.last) for row in rows)
            at = (rows[-1].last, rows[-1].id)

    def whole(self, id_: str) -> Flow:
        from enduse.ledger.grouped import flow_counts, newest_claims

        row = self._row(id_)
        claims = newest_claims(self._connection, [stop.event for stop in self.events(id_, None, EVENTS_NAMED)])
        counts = flow_counts(self._connection, row.flow)
        return Flow(row.supplier, row.recipient, row.weapon, row.period, counts, tuple(claims))

    def beginning(self, id_: str) -> list[str]:
        from enduse.ledger.grouped import flows_beginning

        return sorted(row.id for row in flows_beginning(self._connection, id_, _STARTING))

    def events(self, id_: str, after: int | None, limit: int) -> list[Stop]:
        from enduse.ledger.grouped import events_of_flow

        return [Stop(*row) for row in events_of_flow(self._connection, self._row(id_).flow, after, limit)]

    def _row(self, id_: str) -> Any:
        from enduse.ledger.grouped import flows_beginning

        return flows_beginning(self._connection, id_, 1)[0]


class _MadeBook(Book):
    """Flows of a moment."""

    def __init__(self, groups: MadeGroups) -> None:
        self._groups = groups

    @cached_property
    def _flows(self) -> dict[str, tuple[Flow, list[int]]]:
        from enduse.link.flows import flows_of

        made: dict[str, tuple[Flow, list[int]]] = {}
        for number, event in self._groups.all_events.items():
            for flow in flows_of(self._groups.facts(event)):
                made.setdefault(flow.id, (flow, []))[1].append(number)
        return made

    def found(self, asked: ClaimFilter, after: int | None) -> Iterator[tuple[str, int]]:
        at = {stop.event: stop.at for stop in self._groups.walk(asked).stops(None)}
        newest = {
            id_: max((at[number] for number in numbers if number in at), default=0)
            for id_, (_, numbers) in self._flows.items()
        }
        ordered = sorted(newest.items(), key=lambda pair: (-pair[1], pair[0]))
        return (pair for pair in ordered if pair[1] and (after is None or pair[1] < after))

    def whole(self, id_: str) -> Flow:
        flow, numbers = self._flows[id_]
        newest = [stop.event for stop in self.events(id_, None, EVENTS_NAMED)]
        claims = tuple(self._groups.event(number).claims[0] for number in newest)
        return Flow(flow.supplier, flow.recipient, flow.weapon, flow.period, self._counts(numbers), claims)

    def _counts(self, numbers: list[int]) -> tuple[FlowCount, ...]:
        from enduse.ledger.linked import copies_among
        from enduse.link.fact import fact_of
        from enduse.link.roots import counts

        told: dict[tuple[bool, str], list[KeptClaim]] = defaultdict(list)
        events: dict[tuple[bool, str], set[int]] = defaultdict(set)
        for number in numbers:
            for kept in self._groups.claims(self._groups.event(number).claims):
                fact = fact_of(kept)
                told[fact.denied, fact.label].append(kept)
                events[fact.denied, fact.label].add(number)
        found = []
        for (denied, label), claims in sorted(told.items()):
            documents = [document.id for kept in claims for document in kept.documents]
            copies = copies_among(self._groups.connection, documents, self._groups.as_of)
            found.append(FlowCount(label, denied, *counts(claims, copies), len(events[denied, label])))
        return tuple(found)

    def beginning(self, id_: str) -> list[str]:
        return sorted(name for name in self._flows if name.startswith(id_))

    def events(self, id_: str, after: int | None, limit: int) -> list[Stop]:
        rows = [
            Stop(number, max(map(self._groups.row_of, self._groups.event(number).claims)))
            for number in self._flows[id_][1]
        ]
        return sorted((s for s in rows if after is None or s.at < after), key=lambda s: -s.at)[:limit]
