"""Lays flows out as bands: supplier, via whom, recipient, and who is reported to hold the arms later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from enduse.model import ClaimType, Role, Stance
from enduse.model.kept import ClaimFilter, KeptClaim

from .flows import FlowView, party
from .linking import EventView, events, grouped

if TYPE_CHECKING:
    from .flow_book import Book
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
    """Bands, and how many acts of the flows were not laid out."""

    bands: tuple[Band, ...]
    left_out: int


def bands(where: str, flows: Sequence[FlowView], *, as_of: str | None = None) -> Bands:
    """The bands of flows. An act that is told of in several statuses stands in a band of each; none are added up."""
    from .flow_book import book_of

    found: list[Band] = []
    left_out = 0
    with grouped(where, as_of) as groups:
        book = book_of(groups)
        for view in flows:
            acts, more = _acts(groups, book, view.flow.id)
            left_out += more
            found += _of_flow(view, acts)
    codes = [view.flow.recipient for view in flows if view.flow.recipient]
    return Bands((*found, *_later(where, list(dict.fromkeys(codes)), as_of)), left_out)


def _acts(groups: Groups, book: Book, id_: str) -> tuple[list[list[KeptClaim]], int]:
    stops = book.events(id_, None, EVENTS_A_FLOW + 1)
    acts = [groups.claims(groups.event(stop.event).claims) for stop in stops[:EVENTS_A_FLOW]]
    return acts, len(stops) - len(acts)


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


def _later(where: str, codes: Sequence[str], as_of: str | None) -> Iterator[Band]:
    """Who is told to have got arms from these."""
    if not codes:
        return
    asked = ClaimFilter(types=(ClaimType.DIVERSION.value,), codes=tuple(f"actor:{code}" for code in codes), as_of=as_of)
    counted: dict[tuple[End, End, str, str], int] = defaultdict(int)
    for view in events(where, asked, limit=LATER).events:
        left = _first(view, Role.FROM)
        if left.code in codes:
            for status, stance in _told(view.claims):
                counted[left, _first(view, Role.TO), status, stance] += 1
    for (left, right, status, stance), number in counted.items():
        yield Band(left, right, "later", status, stance, number, None)


def _first(view: EventView, role: Role) -> End:
    return next((end for kept in view.claims if (end := _end(kept, role)).name), End(None, None))


def _end(kept: KeptClaim, role: Role) -> End:
    """The first filler of a role, by its code or in the words of the text."""
    spans = kept.claim.roles.get(role, ())
    if not spans:
        return End(None, None)
    code = next((r.code for r in kept.resolutions if r.role is role and r.filler == 0 and r.scheme == "actor"), None)
    return End(code, party(code)) if code else End(None, spans[0].text)
