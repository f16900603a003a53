"""The groups of a ledger as questions use them: those that are kept, or those of a past moment, made anew."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from enduse.errors import MissingError
from enduse.model.contradiction import Contradiction
from enduse.model.kept import ClaimFilter, KeptClaim

from .walking import Stop, Walk

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.link.events import Grouper
    from enduse.link.fact import Fact
    from enduse.model.event import Event

    from .linking import ContradictionView, EventView

CLAIMS_AT_ONCE = 500

MATCHES_SHOWN = 10
"""Ids that are listed where what was given begins several."""


class Stops(Protocol):
    """Walks over events; see `walking.Walk`, which does so in a ledger."""

    rested: int | None

    def stops(self, after: int | None = None) -> Iterator[Stop]:
        """The events in order, those from a row on."""
        ...

    def passing(self, events: Sequence[int]) -> dict[int, list[int]]:
        """The claims of each of these events that the filter lets through, by their rows."""
        ...


class Groups(ABC):
    """Events by their numbers, which are the least rows of their claims."""

    def __init__(self, connection: Connection, name: str, as_of: str | None = None) -> None:
        self.connection, self.as_of, self._name = connection, as_of, name
        self._kept: dict[int, KeptClaim] = {}

    @property
    @abstractmethod
    def grouper(self) -> Grouper:
        """What holds the claims."""

    @abstractmethod
    def walk(self, asked: ClaimFilter, *, least: int = 1, disputed: bool = False) -> Stops:
        """Walk over the events that hold a claim which a filter lets through."""

    @abstractmethod
    def numbers(self, events: Sequence[int]) -> tuple[int, int]:
        """How many documents carry the claims of events, and how many reports those are."""

    @abstractmethod
    def event(self, number: int) -> Event:
        """The event of a number."""

    @abstractmethod
    def row_of(self, claim: str) -> int:
        """The row of a claim that is grouped."""

    @abstractmethod
    def beginning(self, id_: str) -> dict[int, str]:
        """The events whose id, or the id of a claim of theirs, begins so: what begins so, by number; a few of them."""

    def find(self, id_: str) -> int:
        """The number of the event of an id, or of the one that a claim stands in; MissingError where there is none."""
        found = self.beginning(id_) if id_ else {}
        if len(found) == 1:
            return next(iter(found))
        advice = "copy an id from `enduse events`; an event that gained a claim has another id"
        if not found:
            raise MissingError(f"no event and no live claim {id_!r} in {self._name}; {advice}")
        shown = ", ".join(sorted(found.values())[:MATCHES_SHOWN])
        raise MissingError(
            f"several events or claims begin with {id_!r} in {self._name}: {shown}"
            f"{', …' if len(found) > MATCHES_SHOWN else ''}; write more of the id"
        )

    def claims(self, ids: Sequence[str]) -> list[KeptClaim]:
        """Claims as they are kept, in the order of publication."""
        from enduse.ledger.show import kept_claims
        from enduse.link.fact import published_on

        rows = [self.row_of(id_) for id_ in ids]
        missing = [row for row in rows if row not in self._kept]
        for first in range(0, len(missing), CLAIMS_AT_ONCE):
            part = missing[first : first + CLAIMS_AT_ONCE]
            self._kept.update((k.row, k) for k in kept_claims(self.connection, part, self.as_of))
        return sorted(
            (self._kept[row] for row in rows), key=lambda kept: (str(published_on(kept) or "~"), kept.claim.id)
        )

    def view(self, number: int) -> EventView:
        """An event with its claims and what stands behind it."""
        from enduse.ledger.linked import copies_among
        from enduse.link.roots import sources

        from .linking import EventView

        event = self.event(number)
        claims = self.claims(event.claims)
        documents = [document.id for kept in claims for document in kept.documents]
        return EventView(event, tuple(claims), sources(claims, copies_among(self.connection, documents, self.as_of)))

    def contradictions(self, stop: Stop, walk: Stops) -> list[ContradictionView]:
        """The contradictions of an event that hold a claim which passes; those with another event at the newer one."""
        from enduse.link.contradictions import between, within

        from .linking import ContradictionView

        event = self.event(stop.event)
        found = list(within(self.facts(event)))
        rivals = self.grouper.rivals(event.claims)
        apart = list(between(self.grouper, rivals))
        others = {c: self._other(c, event) for c in apart}
        passing = walk.passing(sorted({stop.event, *others.values()}))
        newest = {number: max(rows, default=0) for number, rows in passing.items()}
        found += [c for c in apart if newest[others[c]] < stop.at]
        through = {row for rows in passing.values() for row in rows}
        wanted = [c for c in found if any(self.row_of(id_) in through for id_ in (*c.left, *c.right))]
        wanted.sort(key=lambda c: (c.left, c.right, c.kind))
        return [ContradictionView(c, tuple(self.claims(c.left)), tuple(self.claims(c.right))) for c in wanted]

    def facts(self, event: Event) -> list[Fact]:
        """The fields of the claims of an event."""
        return [self.grouper.shelf.card(id_).fact for id_ in event.claims]

    def _other(self, found: Contradiction, event: Event) -> int:
        side = found.right if found.left[0] in event.claims else found.left
        return self.number(self.grouper.event_of(side[0]))

    def number(self, event: Event) -> int:
        """The number of an event."""
        return min(self.row_of(id_) for id_ in event.claims)


class KeptGroups(Groups):
    """The groups that a ledger keeps."""

    @cached_property
    def _grouper(self) -> Grouper:
        from enduse.link.events import Grouper

        from .kept_shelf import KeptShelf

        return Grouper(shelf=KeptShelf(self.connection))

    @property
    def grouper(self) -> Grouper:
        """What holds the claims."""
        return self._grouper

    def walk(self, asked: ClaimFilter, *, least: int = 1, disputed: bool = False) -> Stops:
        """Walk over the events that hold a claim which a filter lets through."""
        return Walk(self.connection, asked, least=least, disputed=disputed)

    def numbers(self, events: Sequence[int]) -> tuple[int, int]:
        """How many documents carry the claims of events, and how many reports those are."""
        from enduse.ledger.grouped import numbers_of, rows_of_events

        rows = rows_of_events(self.connection, events)
        return numbers_of(self.connection, [row for of_event in rows.values() for row in of_event])

    def event(self, number: int) -> Event:
        """The event of a number."""
        from enduse.ledger.grouped import claim_of_event

        return self.grouper.event_of(claim_of_event(self.connection, number))

    def row_of(self, claim: str) -> int:
        """The row of a claim that is grouped."""
        from .kept_shelf import KeptShelf

        shelf = self.grouper.shelf
        shelf.card(claim)
        assert isinstance(shelf, KeptShelf)
        return shelf.rows[claim]

    def beginning(self, id_: str) -> dict[int, str]:
        """The events whose id, or the id of a claim of theirs, begins so: what begins so, by number; a few of them."""
        from enduse.ledger.grouped import events_beginning

        return events_beginning(self.connection, id_, MATCHES_SHOWN + 1)


class MadeGroups(Groups):
    """The groups of a moment, made of all claims that were live then."""

    @cached_property
    def _claims(self) -> dict[str, KeptClaim]:
        from enduse.ledger.find import ClaimQuery
        from enduse.ledger.show import kept_claims

        asked = ClaimFilter(as_of=self.as_of)
        rows = sorted(self.connection.execute(ClaimQuery(self.connection, asked).rows()).scalars())
        for first in range(0, len(rows), CLAIMS_AT_ONCE):
            part = rows[first : first + CLAIMS_AT_ONCE]
            self._kept.update((kept.row, kept) for kept in kept_claims(self.connection, part, self.as_of))
        return {kept.claim.id: kept for kept in self._kept.values()}

    @cached_property
    def _grouper(self) -> Grouper:
        from enduse.ledger.linked import links
        from enduse.link.events import Grouper
        from enduse.link.fact import fact_of

        grouper = Grouper(links(self.connection, self.as_of))
        grouper.add(map(fact_of, self._claims.values()))
        return grouper

    @property
    def grouper(self) -> Grouper:
        """What holds the claims."""
        return self._grouper

    @cached_property
    def all_events(self) -> dict[int, Event]:
        """All events by their numbers."""
        return {self.number(event): event for event in self.grouper.events()}

    def walk(self, asked: ClaimFilter, *, least: int = 1, disputed: bool = False) -> Stops:
        """Walk over the events that hold a claim which a filter lets through."""
        return _MadeWalk(self, asked, least)

    def numbers(self, events: Sequence[int]) -> tuple[int, int]:
        """How many documents carry the claims of events, and how many reports those are."""
        from enduse.ledger.linked import copies_among
        from enduse.link.roots import counts

        claims = self.claims([id_ for number in events for id_ in self.all_events[number].claims])
        documents = [document.id for kept in claims for document in kept.documents]
        return counts(claims, copies_among(self.connection, documents, self.as_of))

    def event(self, number: int) -> Event:
        """The event of a number."""
        return self.all_events[number]

    def row_of(self, claim: str) -> int:
        """The row of a claim that is grouped."""
        return self._claims[claim].row

    def beginning(self, id_: str) -> dict[int, str]:
        """The events whose id, or the id of a claim of theirs, begins so: what begins so, by number; a few of them."""
        found = {
            number: next((name for name in (event.id, *event.claims) if name.startswith(id_)), "")
            for number, event in self.all_events.items()
        }
        return {number: name for number, name in found.items() if name}


class _MadeWalk:
    """Walks over events in memory."""

    rested: int | None = None

    def __init__(self, groups: MadeGroups, asked: ClaimFilter, least: int) -> None:
        from enduse.ledger.find import ClaimQuery

        query = ClaimQuery(groups.connection, asked).rows()
        self._passing = set(groups.connection.execute(query).scalars())
        self._groups, self._least = groups, least

    def stops(self, after: int | None = None) -> Iterator[Stop]:
        """The events in order, those from a row on."""
        numbers = [n for n, event in self._groups.all_events.items() if len(event.claims) >= self._least]
        found = [Stop(number, max(rows)) for number, rows in self.passing(numbers).items() if rows]
        found.sort(key=lambda stop: -stop.at)
        return iter([stop for stop in found if after is None or stop.at < after])

    def passing(self, events: Sequence[int]) -> dict[int, list[int]]:
        """The claims of each of these events that the filter lets through, by their rows."""
        rows = {number: [self._groups.row_of(id_) for id_ in self._groups.event(number).claims] for number in events}
        return {number: [row for row in of_event if row in self._passing] for number, of_event in rows.items()}
