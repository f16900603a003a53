"""Asks a ledger what its claims tell of together: events, their sources, their contradictions, people's judgements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enduse.errors import MissingError, UsageError
from enduse.model.contradiction import Contradiction
from enduse.model.event import Event
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.record import CopyRecord, Link, Sameness
from enduse.model.sources import Sources

from .asking import LIMIT, moment
from .ledgers import open_ledger, view_ledger

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.link.events import Grouper

CLAIMS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its claims, in order of publication, and what stands behind it."""

    event: Event
    claims: tuple[KeptClaim, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events, those of the claims added last first, and three numbers of all events that the filter lets through.

    after: ask with it for the next page; None at the end.
    """

    events: tuple[EventView, ...]
    after: int | None
    documents: int
    reports: int
    claimed_events: int


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """A contradiction with the claims of both sides."""

    contradiction: Contradiction
    left: tuple[KeptClaim, ...]
    right: tuple[KeptClaim, ...]


@dataclass(frozen=True, slots=True)
class _Linked:
    """All live claims that nobody rejected, grouped."""

    grouper: Grouper
    claims: dict[str, KeptClaim]
    copies: list[CopyRecord]


def events(
    where: str, asked: ClaimFilter, *, min_claims: int = 1, limit: int = LIMIT, after: int | None = None
) -> EventPage:
    """A page of the events that hold a claim which a filter lets through, each with all of its claims.

    min_claims: only events of so many claims. All claims of the ledger are grouped anew each time.
    """
    from enduse.link.roots import counts

    with view_ledger(where) as ledger, ledger.reading() as connection:
        linked = _linked(connection, asked.as_of)
        wanted = _wanted(connection, asked)
    last = {event: max(linked.claims[id_].row for id_ in event.claims) for event in linked.grouper.events()}
    found = [e for e in last if len(e.claims) >= min_claims and not wanted.isdisjoint(e.claims)]
    found.sort(key=lambda event: (-last[event], event.id))
    page = [event for event in found if after is None or last[event] < after]
    documents, reports = counts([linked.claims[id_] for event in found for id_ in event.claims], linked.copies)
    return EventPage(
        tuple(_view(linked, event) for event in page[:limit]), last[page[limit - 1]] if len(page) > limit else None,
        documents, reports, len(found),
    )  # fmt: skip


def event(where: str, id_: str, *, as_of: str | None = None) -> EventView:
    """The event of an id, or the one that a claim stands in; UsageError where there is none."""
    with view_ledger(where) as ledger, ledger.reading() as connection:
        linked = _linked(connection, moment(as_of) if as_of is not None else None)
        name = ledger.name
    found = {
        e.id: e for e in linked.grouper.events() if e.id.startswith(id_) or any(c.startswith(id_) for c in e.claims)
    }
    if len(found) != 1:
        raise MissingError(
            f"{'several events or claims begin with' if found else 'no event and no live claim'} {id_!r} in {name}; "
            "copy an id from `enduse events`; an event that gained a claim has another id"
        )
    return _view(linked, found.popitem()[1])


def contradictions(where: str, asked: ClaimFilter) -> list[ContradictionView]:
    """The contradictions that hold a claim which a filter lets through, on either side."""
    from enduse.link.contradictions import contradictions

    with view_ledger(where) as ledger, ledger.reading() as connection:
        linked = _linked(connection, asked.as_of)
        wanted = _wanted(connection, asked)
    return [
        ContradictionView(
            found, tuple(linked.claims[c] for c in found.left), tuple(linked.claims[c] for c in found.right)
        )
        for found in contradictions(linked.grouper, linked.claims)
        if not wanted.isdisjoint((*found.left, *found.right))
    ]


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


def _linked(connection: Connection, as_of: str | None) -> _Linked:
    from enduse.ledger.linked import copies, links
    from enduse.link.events import Grouper
    from enduse.link.fact import fact_of

    claims = {kept.claim.id: kept for kept in _claims(connection, ClaimFilter(as_of=as_of))}
    grouper = Grouper(links(connection, as_of))
    grouper.add(map(fact_of, claims.values()))
    return _Linked(grouper, claims, copies(connection, as_of))


def _claims(connection: Connection, asked: ClaimFilter) -> list[KeptClaim]:
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.show import kept_claims

    rows = sorted(connection.execute(ClaimQuery(connection, asked).rows()).scalars())
    return [
        kept
        for start in range(0, len(rows), CLAIMS_AT_ONCE)
        for kept in kept_claims(connection, rows[start : start + CLAIMS_AT_ONCE], asked.as_of)
    ]


def _wanted(connection: Connection, asked: ClaimFilter) -> set[str]:
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.lookup import ids_of_claims

    return ids_of_claims(connection, ClaimQuery(connection, asked).rows())


def _view(linked: _Linked, event: Event) -> EventView:
    from enduse.link.fact import published_on
    from enduse.link.roots import sources

    claims = [linked.claims[id_] for id_ in event.claims]
    claims.sort(key=lambda kept: (str(published_on(kept) or "~"), kept.claim.id))
    return EventView(event, tuple(claims), sources(claims, linked.copies))
