"""Walks over the events of a ledger that hold a claim which a filter lets through, the newest such claim first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from enduse.model.kept import ClaimFilter

if TYPE_CHECKING:
    from sqlalchemy import Connection

CLAIMS_A_STEP = 250

MOST_STEPS = 40
"""Steps after which a walk rests: whoever asks goes on from there."""


class Stop(NamedTuple):
    """An event, and the row of its newest claim that the filter lets through."""

    event: int
    at: int


class Walk:
    """One walk. rested: where it rested before its end; None when it came to the end or was left.

    least: claims that an event must hold. disputed: only events that may hold a contradiction.
    """

    def __init__(self, connection: Connection, asked: ClaimFilter, *, least: int = 1, disputed: bool = False) -> None:
        self._connection, self._asked, self._least, self._disputed = connection, asked, least, disputed
        self.rested: int | None = None

    def stops(self, after: int | None = None) -> Iterator[Stop]:
        """The events in order, those from a row on."""
        return self._plain(after) if self._asks_all else self._filtered(after)

    @property
    def _asks_all(self) -> bool:
        """Whether every claim that is grouped passes: those withdrawn or rejected are not."""
        return self._asked == ClaimFilter()

    def _plain(self, after: int | None) -> Iterator[Stop]:
        from enduse.ledger.grouped import events_before

        while True:
            found = events_before(self._connection, after, CLAIMS_A_STEP, least=self._least, disputed=self._disputed)
            yield from (Stop(row.event, row.last) for row in found)
            if len(found) < CLAIMS_A_STEP:
                return
            after = found[-1].last

    def _filtered(self, after: int | None) -> Iterator[Stop]:
        from enduse.ledger.find import ClaimQuery
        from enduse.ledger.grouped import events_at

        query, seen = ClaimQuery(self._connection, self._asked), set[int]()
        for _ in range(MOST_STEPS):
            rows = query.page(CLAIMS_A_STEP, after)
            events = events_at(self._connection, rows, least=self._least, disputed=self._disputed)
            first: dict[int, int] = {}
            for row in rows:
                if row in events and events[row] not in seen:
                    first.setdefault(events[row], row)
            seen |= set(first)
            newest = self.newest(list(first))
            yield from (Stop(event, row) for event, row in first.items() if newest[event] == row)
            if len(rows) < CLAIMS_A_STEP:
                return
            after = rows[-1]
        self.rested = after

    def newest(self, events: Sequence[int]) -> dict[int, int]:
        """Of each of these events the newest claim that the filter lets through; those without one are left out."""
        passing = self.passing(events)
        return {event: max(rows) for event, rows in passing.items() if rows}

    def passing(self, events: Sequence[int]) -> dict[int, list[int]]:
        """The claims of each of these events that the filter lets through, by their rows."""
        from enduse.ledger.changed import live_rows
        from enduse.ledger.find import ClaimQuery
        from enduse.ledger.grouped import rows_of_events

        members = rows_of_events(self._connection, events)
        if self._asks_all:
            return members
        every = {row for rows in members.values() for row in rows}
        through = set(live_rows(self._connection, every, ClaimQuery(self._connection, self._asked).rows()))
        return {event: [row for row in rows if row in through] for event, rows in members.items()}
