"""Gives the claims of several events together, without what stands behind each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from enduse.model.kept import ClaimFilter, KeptClaim

from .groups import Groups, KeptGroups
from .planning import kept_of

if TYPE_CHECKING:
    from .walking import Stop


class Acts(NamedTuple):
    """The claims of each of several events. more: whether there are more events than were asked for."""

    claims: tuple[Sequence[KeptClaim], ...]
    more: bool


def acts_of(groups: Groups, stops: Sequence[Stop]) -> dict[int, Sequence[KeptClaim]]:
    """The claims of these events, by the numbers of the events."""
    from enduse.ledger.grouped import rows_of_events

    numbers = sorted({stop.event for stop in stops})
    if not isinstance(groups, KeptGroups):
        return {number: groups.claims(groups.event(number).claims) for number in numbers}
    rows = rows_of_events(groups.connection, numbers)
    found = {kept.row: kept for kept in kept_of(groups.connection, [row for of in rows.values() for row in of], None)}
    return {number: [found[row] for row in rows[number] if row in found] for number in numbers}


def newest_acts(groups: Groups, asked: ClaimFilter, limit: int) -> Acts:
    """The events that hold a claim which a filter lets through, those of the claims added last first."""
    stops = list(islice(groups.walk(asked).stops(None), limit + 1))
    claims = acts_of(groups, stops[:limit])
    return Acts(tuple(claims[stop.event] for stop in stops[:limit]), len(stops) > limit)
