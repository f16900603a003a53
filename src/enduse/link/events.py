"""Groups claims that tell of one act into events, by their fields, the same in whatever order they come."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from itertools import combinations

from ..model import Role
from ..model.event import Event
from ..model.record import Link, Sameness
from . import blocks
from .compare import MOST_DAYS, Comparison, compare, denies, relation, specific
from .fact import COMPARED, Fact
from .merged import merged
from .shelf import NEAREST, RIVALS, Card, Near, Rival, Shelf

DENIAL = "denial"
"""What a rival has for a field where one of the two is denied."""

_DENIED = "one article tells of it and of its denial"

OF_CLAIMS = "claim"
"""What a judgement of two claims says in its field `of`."""

MOST_CLAIMS = 100
"""Claims that one event may hold before what fits it as well is left to stand by itself, with a note."""

_FIRST = (-1, "")
"""An age before all others."""

_WORDING = 100
"""Above all fields: the same sentence printed twice."""


class Grouper:
    """Gives claims to events; what is added, taken away or judged changes only what hangs on it.

    Each claim is joined to the claim near it that agrees most and comes before it in time, unless a claim of that one's
    event excludes it. So the events hang on the claims alone: not on the order in which they came.
    """

    def __init__(self, judgements: Iterable[Link] = (), shelf: Shelf | None = None) -> None:
        self.shelf = shelf if shelf is not None else Shelf(latest(judgements).values())
        self.changed: set[str] = set()
        self._against: dict[tuple[str, str], bool] = {}

    def add(self, facts: Iterable[Fact]) -> None:
        """Take in claims; one that is there already is left as it is."""
        waiting: set[str] = set()
        for fact in sorted(facts, key=lambda fact: fact.age):
            if not self.shelf.has(fact.id):
                waiting |= self._compare(fact)
        self._settle(waiting)

    def remove(self, ids: Iterable[str]) -> None:
        """Take claims away; those that are not there are passed over."""
        waiting: set[str] = set()
        for id_ in ids:
            if self.shelf.has(id_):
                waiting |= self._remove(id_)
        self._settle({id_ for id_ in waiting if self.shelf.has(id_)})

    def judge(self, links: Iterable[Link]) -> None:
        """Let judgements count that were made after those that are known."""
        named = []
        for link in links:
            self.shelf.judge(link)
            named += [link.left, link.right]
        self.look_again(named)

    def look_again(self, ids: Iterable[str]) -> None:
        """Decide anew for claims about which people decided something else than before."""
        waiting: set[str] = set()
        for id_ in ids:
            if self.shelf.has(id_):
                self.changed.add(id_)
                waiting |= {id_, *self._later(self.shelf.members(self.shelf.card(id_).root), _FIRST)}
        self._settle(waiting)

    def forget(self) -> None:
        """Forget which claims changed, and what was compared on the way."""
        self.changed.clear()
        self._against.clear()

    def events(self) -> list[Event]:
        """All events, in order of their first claim's id."""
        found = {event.claims: event for id_ in self.shelf.ids() for event in self._events_at(id_)}
        return [found[claims] for claims in sorted(found)]

    def _events_at(self, id_: str) -> tuple[Event, ...]:
        return self.events_around((id_,)) if self.shelf.card(id_).root == id_ else ()

    def event_of(self, claim: str) -> Event:
        """The event that a claim stands in; KeyError for one that was not added."""
        self.shelf.card(claim)
        return next(event for event in self.events_around((claim,)) if claim in event.claims)

    def events_around(self, claims: Iterable[str]) -> tuple[Event, ...]:
        """The events of these claims, as people's judgements leave them."""
        return merged(self.shelf, {self.shelf.card(id_).root for id_ in claims})

    def rivals(self, claims: Iterable[str] | None = None) -> list[tuple[str, str, str, str]]:
        """Pairs of claims that one field alone keeps apart, and no person: left, right, the field, and why.

        Of each claim the nearest RIVALS are known. claims: of one of these; of all if None.
        """
        found = set()
        for id_ in self.shelf.ids() if claims is None else claims:
            for rival in self.shelf.card(id_).rivals:
                left, right = sorted((id_, rival.claim))
                if not self._apart(left, right):
                    found.add((left, right, rival.field, rival.why))
        return sorted(found)

    def _compare(self, fact: Fact) -> set[str]:
        """Put a claim on the shelf, and write it down at those near it; returns whose lists have changed."""
        card, shelf = Card(fact), self.shelf
        near, rivals, touched = [], [], {fact.id}
        for other in list(shelf.sharing(fact)):
            comparison = compare(fact, other)
            theirs = shelf.card(other.id)
            if _tied(fact, other, comparison):
                mine, yours = _near(fact, other, comparison), _near(other, fact, comparison)
                near.append(mine)
                if len(theirs.near) < NEAREST or yours < theirs.near[-1]:
                    shelf.relist(theirs, sorted([*theirs.near, yours])[:NEAREST])
                    touched.add(other.id)
            elif apart := _apart_by(fact, other, comparison):
                rivals.append(_rival(fact, other, apart))
                yours_apart = _rival(other, fact, apart)
                if len(theirs.rivals) < RIVALS or yours_apart < theirs.rivals[-1]:
                    theirs.rivals = sorted([*theirs.rivals, yours_apart])[:RIVALS]
                    shelf.touch(theirs)
                    self.changed.add(other.id)
        shelf.put(card)
        shelf.relist(card, sorted(near)[:NEAREST])
        card.rivals = sorted(rivals)[:RIVALS]
        self.changed.add(fact.id)
        return touched

    def _remove(self, id_: str) -> set[str]:
        shelf, card = self.shelf, self.shelf.card(id_)
        waiting = self._later(shelf.members(card.root), _FIRST) - {id_}
        self.changed |= shelf.members(card.root) | {other for other in shelf.judged(id_) if shelf.has(other)}
        holders = {other.id for other in list(shelf.sharing(card.fact))} | shelf.listed_by(id_)
        affected = [h for h in map(shelf.card, holders) if _lists(h, id_)]
        shelf.drop(id_)
        self.changed.discard(id_)
        for holder in affected:
            self._list_anew(holder)
            waiting.add(holder.fact.id)
        return waiting

    def _list_anew(self, card: Card) -> None:
        near, rivals = [], []
        for other in list(self.shelf.sharing(card.fact)):
            comparison = compare(card.fact, other)
            if _tied(card.fact, other, comparison):
                near.append(_near(card.fact, other, comparison))
            elif apart := _apart_by(card.fact, other, comparison):
                rivals.append(_rival(card.fact, other, apart))
        self.shelf.relist(card, sorted(near)[:NEAREST])
        card.rivals = sorted(rivals)[:RIVALS]
        self.shelf.touch(card)
        self.changed.add(card.fact.id)

    def _settle(self, waiting: set[str]) -> None:
        """Decide anew for claims, in the order of their age, and for whatever later ones hang on them."""
        shelf = self.shelf
        again = set()
        for id_ in waiting:
            card = shelf.card(id_)
            if (torn := self._torn(card)) != card.torn:
                card.torn = torn
                shelf.touch(card)
                self.changed.add(id_)
                again |= {*shelf.listed_by(id_), *(near.claim for near in card.near)}
        heap = [(shelf.card(id_).fact.age, id_) for id_ in waiting | again]
        heapq.heapify(heap)
        seen = {id_ for _, id_ in heap}
        while heap:
            age, id_ = heapq.heappop(heap)
            seen.discard(id_)
            for other in self._decide(shelf.card(id_), age) - seen:
                seen.add(other)
                heapq.heappush(heap, (shelf.card(other).fact.age, other))

    def _decide(self, card: Card, age: tuple[int, str]) -> set[str]:
        """Join a claim to an event, or let it begin one; returns the later claims that must be decided anew."""
        shelf, id_ = self.shelf, card.fact.id
        parent, full = self._parent(card, age)
        root = shelf.card(parent).root if parent else id_
        if full != card.full:
            card.full = full
            shelf.touch(card)
        if (parent, root) == (card.parent, card.root):
            return set()
        left = card.root
        self.changed |= shelf.members(left) | {id_}
        shelf.place(card, parent, root)
        self.changed |= shelf.members(root)
        return self._later(shelf.members(left) | shelf.members(root) | {id_}, age)

    def _later(self, members: Iterable[str], age: tuple[int, str]) -> set[str]:
        """The claims after an age whose lists hold one of these."""
        found = {id_ for member in list(members) for id_ in self.shelf.listed_by(member)}
        return {id_ for id_ in found if self.shelf.card(id_).fact.age > age}

    def _parent(self, card: Card, age: tuple[int, str]) -> tuple[str | None, str | None]:
        """The earlier claim to join, if any; else perhaps one whose event is full."""
        refused: dict[str, bool] = {}
        full = None
        for near in card.near:
            other = self.shelf.card(near.claim)
            if other.fact.age > age or _stays_open(card, other):
                continue
            if other.root not in refused:
                before = [m for m in map(self.shelf.card, self.shelf.members(other.root)) if m.fact.age < age]
                refused[other.root] = self._excluded(card.fact, before)
                if not refused[other.root] and len(before) >= MOST_CLAIMS:
                    refused[other.root], full = True, full or near.claim
            if not refused[other.root]:
                return near.claim, None
        return None, full

    def _excluded(self, fact: Fact, members: list[Card]) -> bool:
        """Whether one of these stands against one act, in a field or by a person's word, or lies too far away."""
        first = min(members, key=lambda card: card.fact.age).fact
        days = blocks.apart(fact, first)
        if days is not None and days > MOST_DAYS:
            return True
        return any(self._apart(fact.id, m.fact.id) or self._conflict(fact, m.fact) for m in members)

    def _conflict(self, left: Fact, right: Fact) -> bool:
        pair = (min(left.id, right.id), max(left.id, right.id))
        if pair not in self._against:
            self._against[pair] = bool(compare(left, right).against)
        return self._against[pair]

    def _apart(self, left: str, right: str) -> bool:
        link = self.shelf.judged(left).get(right)
        return link is not None and link.verdict is Sameness.DIFFERENT

    def _torn(self, card: Card) -> tuple[Role, ...]:
        """The fields that a claim leaves open, and that claims near it fill in ways that exclude each other."""
        fact, found = card.fact, []
        for role in COMPARED[fact.type]:
            if role is Role.BROKER or specific(fact.terms.get(role, ())):
                continue
            filled = {self.shelf.card(near.claim).fact.terms.get(role, ()) for near in card.near}
            distinct = sorted((terms for terms in filled if specific(terms)), key=repr)
            if any(relation(role, a, b)[0] < 0 for a, b in combinations(distinct, 2)):
                found.append(role)
        return tuple(found)


def group(facts: Iterable[Fact], judgements: Iterable[Link] = ()) -> list[Event]:
    """Group claims all at once."""
    grouper = Grouper(judgements)
    grouper.add(facts)
    return grouper.events()


def latest(judgements: Iterable[Link]) -> dict[tuple[str, str], Link]:
    """Of each pair of claims the judgement that counts: the one made last."""
    ordered = sorted((link for link in judgements if link.of == OF_CLAIMS), key=lambda link: (link.at, link.id))
    return {(link.left, link.right): link for link in ordered}


def same_wording(left: Fact, right: Fact) -> bool:
    """Whether one sentence stands in two documents; two claims of a sentence in one document are two for a reason."""
    return left.wording is not None and left.wording == right.wording and left.document != right.document


def _tied(left: Fact, right: Fact, comparison: Comparison) -> bool:
    return comparison.fits or (same_wording(left, right) and not comparison.against)


def _near(fact: Fact, other: Fact, comparison: Comparison) -> Near:
    strength = comparison.agreed + _WORDING * same_wording(fact, other)
    return Near(-strength, _gap(fact, other), other.id)


def _apart_by(left: Fact, right: Fact, comparison: Comparison) -> tuple[str, str] | None:
    """What alone keeps two claims apart: the one field that differs, or that one denies what the other tells."""
    if comparison.rival:
        return comparison.against[0]
    return (DENIAL, _DENIED) if not comparison.against and denies(left, right) else None


def _rival(fact: Fact, other: Fact, apart: tuple[str, str]) -> Rival:
    return Rival(_gap(fact, other), other.id, *apart)


def _gap(left: Fact, right: Fact) -> int:
    days = blocks.apart(left, right)
    return MOST_DAYS if days is None else days


def _lists(card: Card, id_: str) -> bool:
    return any(near.claim == id_ for near in card.near) or any(rival.claim == id_ for rival in card.rivals)


def _stays_open(left: Card, right: Card) -> bool:
    """Whether one of two claims leaves a field open that the other fills in one of several ways."""
    open_ = any(specific(b.fact.terms.get(role, ())) for a, b in ((left, right), (right, left)) for role in a.torn)
    return open_ and not same_wording(left.fact, right.fact)
