"""Asks a ledger what its claims tell of together: events, their sources, their contradictions, people's judgements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from enduse.errors import UsageError
from enduse.model.contradiction import Contradiction
from enduse.model.event import Event
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.record import Link, Sameness
from enduse.model.sources import Sources

from .asking import LIMIT, moment
from .ledgers import open_ledger

if TYPE_CHECKING:
    from .groups import Groups

COUNTED = 500
"""Events up to which a page tells how many there are, and how many documents and reports carry them."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its claims, in order of publication, and what stands behind it."""

    event: Event
    claims: tuple[KeptClaim, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events, those of the claims added last first, and three numbers of the events that the filter lets through.

    after: ask with it for the next page; None at the end. more: whether the three numbers are of the first COUNTED
    events only, of which there are more.
    """

    events: tuple[EventView, ...]
    after: int | None
    documents: int
    reports: int
    claimed_events: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """A contradiction with the claims of both sides."""

    contradiction: Contradiction
    left: tuple[KeptClaim, ...]
    right: tuple[KeptClaim, ...]


@dataclass(frozen=True, slots=True)
class ContradictionPage:
    """Contradictions, those of the claims added last first. after: ask with it for the next page; None at the end."""

    contradictions: tuple[ContradictionView, ...]
    after: int | None


def events(
    where: str, asked: ClaimFilter, *, min_claims: int = 1, limit: int = LIMIT, after: int | None = None
) -> EventPage:
    """A page of the events that hold a claim which a filter lets through, each with all of its claims.

    min_claims: only events of so many claims. Of a past moment all claims of then are grouped anew.
    """
    with grouped(where, asked.as_of) as groups:
        walk = groups.walk(asked, least=min_claims)
        page = list(islice(walk.stops(after), limit + 1))
        shown = page[:limit]
        counted = list(islice(groups.walk(asked, least=min_claims).stops(None), COUNTED + 1))
        documents, reports = groups.numbers([stop.event for stop in counted[:COUNTED]])
        views = tuple(groups.view(stop.event) for stop in shown)
        more = len(page) > limit
        return EventPage(
            views, shown[-1].at if more else walk.rested, documents, reports, min(COUNTED, len(counted)),
            len(counted) > COUNTED,
        )  # fmt: skip


def count_events(where: str, asked: ClaimFilter, *, min_claims: int = 1) -> int:
    """How many events hold a claim which a filter lets through."""
    with grouped(where, asked.as_of) as groups:
        return sum(1 for _ in groups.walk(asked, least=min_claims).stops(None))


def event(where: str, id_: str, *, as_of: str | None = None) -> EventView:
    """The event of an id, or the one that a claim stands in; MissingError where there is none."""
    with grouped(where, moment(as_of) if as_of is not None else None) as groups:
        return groups.view(groups.find(id_))


def contradictions(
    where: str, asked: ClaimFilter, *, limit: int = LIMIT, after: int | None = None
) -> ContradictionPage:
    """A page of the contradictions that hold a claim which a filter lets through, on either side.

    All of one event come on one page, so that a page may hold a few more than its limit.
    """
    found: list[ContradictionView] = []
    at = after
    with grouped(where, asked.as_of) as groups:
        walk = groups.walk(asked, disputed=True)
        for stop in walk.stops(after):
            if len(found) >= limit:
                return ContradictionPage(tuple(found), at)
            at = stop.at
            found += groups.contradictions(stop, walk)
        return ContradictionPage(tuple(found), walk.rested)


@contextmanager
def grouped(where: str, as_of: str | None = None) -> Iterator[Groups]:
    """The groups of a ledger: those that are kept, brought up to date; of a past moment, made anew.

    They are made anew also where the ledger cannot be written and something in it has not been grouped yet.
    """
    from .grouping import reading_grouped
    from .groups import KeptGroups, MadeGroups

    with reading_grouped(where, as_of) as (connection, name, kept):
        yield KeptGroups(connection, name) if kept else MadeGroups(connection, name, as_of)


def judge(where: str, left: str, right: str, verdict: str, *, by: str, why: str = "") -> Link:
    """Keep that a person calls two claims one act, two acts, or is unsure; a later judgement of the pair supersedes it.

    Raises UsageError for what is no claim of the ledger, and for a judgement without a name.
    """
    from enduse.ledger.lookup import row_of_claim
    from enduse.ledger.show import kept_claims
    from enduse.link.events import OF_CLAIMS

    if verdict not in list(Sameness):
        raise UsageError(f"no verdict {verdict!r}; there are: {', '.join(Sameness)}")
    if not by.strip():
        raise UsageError("a judgement needs a name; say who decided")
    with open_ledger(where) as ledger, ledger.writing() as writer:
        claims = []
        for id_ in (left, right):
            row = row_of_claim(writer.connection, id_)
            if row is None:
                raise UsageError(
                    f"no claim {id_!r} in {ledger.name}; two claims are judged, of an event name any one of its claims"
                )
            claims.append(kept_claims(writer.connection, [row])[0].claim)
        one, other = sorted(claims, key=lambda claim: claim.id)
        if one.id == other.id:
            raise UsageError(f"{one.id} is one claim; name two")
        if one.type is not other.type:
            raise UsageError(f"{one.id} is a {one.type} and {other.id} a {other.type}; judge two claims of one type")
        link = Link(OF_CLAIMS, one.id, other.id, Sameness(verdict), by.strip(), writer.at, why)
        writer.add([link])
    return link
