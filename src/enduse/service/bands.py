"""Lays flows out as bands: supplier, via whom, recipient, and who is reported to hold the arms later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from enduse.model import ClaimType, Role, Stance
from enduse.model.kept import ClaimFilter, KeptClaim

from .acts import acts_of, newest_acts
from .flows import FlowView, party
from .linking import grouped

if TYPE_CHECKING:
    from .groups import Groups

EVENTS_A_FLOW = 40
"""Events of a flow that are laid out, the newest."""

LATER = 40
"""Events of arms that left the recipients that are laid out, the newest."""


class End(NamedTuple):
    """Where a band begins or ends. code: of the register; None where only words, or nothing, are told."""

    code: str | None
    name: str | None

    @property
    def id(self) -> str:
        """What tells it from all others."""
        return f"code:{self.code}" if self.code else f"words:{self.name}" if self.name else "not told"


@dataclass(frozen=True, slots=True)
class Band:
    """Acts told of between two, in one status and one stance. flow: its id; None for what came later."""

    left: End
    right: End
    step: str
    status: str
    stance: str
    events: int
    flow: str | None


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands, and of how many flows only the newest acts were laid out."""

    bands: tuple[Band, ...]
    left_out: int


def bands(where: str, flows: Sequence[FlowView], *, as_of: str | None = None) -> Bands:
    """The bands of flows. An act that is told of in several statuses stands in a band of each; none are added up."""
    from .flow_book import book_of

    with grouped(where, as_of) as groups:
        book = book_of(groups)
        stops = {view.flow.id: book.events(view.flow.id, None, EVENTS_A_FLOW + 1) for view in flows}
        claims = acts_of(groups, [stop for of in stops.values() for stop in of[:EVENTS_A_FLOW]])
        found = [
            band
            for view in flows
            for band in _of_flow(view, [claims[stop.event] for stop in stops[view.flow.id][:EVENTS_A_FLOW]])
        ]
        codes = [view.flow.recipient for view in flows if view.flow.recipient]
        found += _later(groups, list(dict.fromkeys(codes)), as_of)
    return Bands(tuple(found), sum(len(of) > EVENTS_A_FLOW for of in stops.values()))


def _of_flow(view: FlowView, acts: Iterable[Sequence[KeptClaim]]) -> Iterator[Band]:
    counted: dict[tuple[str, str, End | None], int] = defaultdict(int)
    for claims in acts:
        via = next((end for kept in claims if (end := _end(kept, Role.VIA)).name), None)
        for status, stance in _told(claims):
            counted[status, stance, via] += 1
    giver = End(view.flow.supplier, view.supplier if view.flow.supplier else None)
    taker = End(view.flow.recipient, view.recipient if view.flow.recipient else None)
    for (status, stance, via), number in counted.items():
        ways = [(giver, taker, "supply")] if via is None else [(giver, via, "to_via"), (via, taker, "from_via")]
        for left, right, step in ways:
            yield Band(left, right, step, status, stance, number, view.flow.id)


def _told(claims: Iterable[KeptClaim]) -> list[tuple[str, str]]:
    """The statuses in which an act is told of; each alleged only where nobody states it, and denied apart."""
    stances: dict[str, set[Stance]] = defaultdict(set)
    for kept in claims:
        stances[str(kept.claim.status or kept.claim.state)].add(kept.claim.stance)
    found = []
    for status, given in stances.items():
        if given - {Stance.DENIED}:
            found.append((status, "stated" if Stance.STATED in given else "alleged"))
        if Stance.DENIED in given:
            found.append((status, "denied"))
    return found


def _later(groups: Groups, codes: Sequence[str], as_of: str | None) -> Iterator[Band]:
    """Who is told to have got arms from these."""
    if not codes:
        return
    asked = ClaimFilter(types=(ClaimType.DIVERSION.value,), codes=tuple(f"actor:{code}" for code in codes), as_of=as_of)
    counted: dict[tuple[End, End, str, str], int] = defaultdict(int)
    for claims in newest_acts(groups, asked, LATER).claims:
        left = _first(claims, Role.FROM)
        if left.code in codes:
            for status, stance in _told(claims):
                counted[left, _first(claims, Role.TO), status, stance] += 1
    for (left, right, status, stance), number in counted.items():
        yield Band(left, right, "later", status, stance, number, None)


def _first(claims: Iterable[KeptClaim], role: Role) -> End:
    return next((end for kept in claims if (end := _end(kept, role)).name), End(None, None))


def _end(kept: KeptClaim, role: Role) -> End:
    """The first filler of a role, by its code or in the words of the text."""
    spans = kept.claim.roles.get(role, ())
    if not spans:
        return End(None, None)
    code = next((r.code for r in kept.resolutions if r.role is role and r.filler == 0 and r.scheme == "actor"), None)
    return End(code, party(code)) if code else End(None, spans[0].text)
