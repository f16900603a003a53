"""Holds claims for grouping, each with those near it and the event it was given to; in memory."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..model import Role
from ..model.record import Link
from . import blocks
from .fact import Fact

NEAREST = 24
"""Claims near it that are kept of each claim: those that agree most, then the nearest in time."""

RIVALS = 6
"""Claims kept apart from it by one field alone that are kept of each claim."""


class Near(NamedTuple):
    """How near another claim is; what is less comes first."""

    weakness: int
    days: int
    claim: str


class Rival(NamedTuple):
    """Another claim that one field alone keeps apart, and why; the nearest in time come first."""

    days: int
    claim: str
    field: str
    why: str


@dataclass(slots=True)
class Card:
    """A claim with what grouping made of it.

    near, rivals: the best few, in order. parent: the earlier claim that it was joined to. root: the first of its event.
    torn: fields that it leaves open, and that claims near it fill in ways that exclude each other. full: the event that
    it would have joined, had it not held as many claims as an event may.
    """

    fact: Fact
    near: list[Near] = field(default_factory=list)
    rivals: list[Rival] = field(default_factory=list)
    parent: str | None = None
    root: str = ""
    torn: tuple[Role, ...] = ()
    full: str | None = None


class Shelf:
    """Cards by the ids of their claims, found by the keys of their fields."""

    def __init__(self, judgements: Iterable[Link] = ()) -> None:
        self._cards: dict[str, Card] = {}
        self._by_key: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._undated: dict[int, set[str]] = defaultdict(set)
        self._lists: dict[str, set[str]] = defaultdict(set)
        self._members: dict[str, set[str]] = defaultdict(set)
        self._links: dict[str, dict[str, Link]] = defaultdict(dict)
        for link in judgements:
            self._links[link.left][link.right] = self._links[link.right][link.left] = link

    def has(self, id_: str) -> bool:
        """Whether a claim is there."""
        return id_ in self._cards

    def card(self, id_: str) -> Card:
        """The card of a claim that is there."""
        return self._cards[id_]

    def ids(self) -> Iterable[str]:
        """All claims."""
        return self._cards.keys()

    def sharing(self, fact: Fact) -> Iterator[Fact]:
        """The claims to compare with this one."""
        weights: dict[str, int] = defaultdict(int)
        for key in fact.keys:
            for id_ in self._with(key, fact.when):
                weights[id_] += blocks.weight(key)
        for id_, shared in weights.items():
            other = self._cards[id_].fact
            if id_ != fact.id and shared >= blocks.needed(blocks.apart(fact, other)):
                yield other

    def _with(self, key: int, when: int | None) -> Iterator[str]:
        dated = self._by_key.get(key, [])
        whole = blocks.weight(key) == blocks.WHOLE
        if when is not None:
            low = bisect_left(dated, (when - blocks.MOST_DAYS, ""))
            high = bisect_right(dated, (when + blocks.MOST_DAYS, "~"))
            yield from (id_ for _, id_ in dated[low:high])
        elif whole:
            yield from (id_ for _, id_ in dated)
        if whole or when is None:
            yield from self._undated.get(key, ())

    def put(self, card: Card) -> None:
        """Take in a new card; it is alone in its event."""
        fact = card.fact
        self._cards[fact.id] = card
        card.root = fact.id
        self._members[fact.id].add(fact.id)
        for key in fact.keys:
            if fact.when is None:
                self._undated[key].add(fact.id)
            else:
                insort(self._by_key[key], (fact.when, fact.id))

    def drop(self, id_: str) -> None:
        """Take a card away that nobody lists."""
        card = self._cards.pop(id_)
        for near in card.near:
            self._lists[near.claim].discard(id_)
        self._members[card.root].discard(id_)
        self._lists.pop(id_, None)
        for key in card.fact.keys:
            if card.fact.when is None:
                self._undated[key].discard(id_)
            else:
                found = self._by_key[key]
                del found[bisect_left(found, (card.fact.when, id_))]

    def relist(self, card: Card, near: list[Near]) -> None:
        """Write down who is near a claim."""
        for gone in card.near:
            self._lists[gone.claim].discard(card.fact.id)
        card.near = near
        for one in near:
            self._lists[one.claim].add(card.fact.id)

    def listed_by(self, id_: str) -> set[str]:
        """The claims near which a claim is written down."""
        return self._lists[id_]

    def members(self, root: str) -> set[str]:
        """The claims of an event, by its first claim."""
        return self._members[root]

    def place(self, card: Card, parent: str | None, root: str) -> None:
        """Give a claim to an event."""
        self._members[card.root].discard(card.fact.id)
        card.parent, card.root = parent, root
        self._members[root].add(card.fact.id)

    def touch(self, card: Card) -> None:
        """Say that something else on a card was changed."""

    def judged(self, id_: str) -> dict[str, Link]:
        """What people decided about a claim and others: of each pair the judgement that counts."""
        return self._links.get(id_, {})

    def judge(self, link: Link) -> None:
        """Let a judgement count, made after those that are there."""
        self._links[link.left][link.right] = self._links[link.right][link.left] = link
