"""Holds claims for grouping as a ledger keeps them: read when they are needed, written back when all is decided."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from enduse.ledger import groups
from enduse.link import blocks
from enduse.link.events import latest
from enduse.link.fact import Fact
from enduse.link.packed import packed, unpacked
from enduse.link.shelf import Card, Near, Rival, Shelf
from enduse.link.signposts import sign_keys
from enduse.model import Role
from enduse.model.record import Link

if TYPE_CHECKING:
    from sqlalchemy import Connection


class KeptShelf(Shelf):
    """Cards of a ledger. Nothing else may write to them meanwhile, so that what is held stays true.

    rows: must give the row of each claim that is put here, and of its text.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection
        self._missing: set[str] = set()
        self._dirty: set[str] = set()
        self._relisted: set[str] = set()
        self._gained: dict[str, set[str]] = defaultdict(set)
        self._lost: dict[str, set[str]] = defaultdict(set)
        self._known_lists: set[str] = set()
        self._known_members: set[str] = set()
        self._asked_links: set[str] = set()
        self._links_there = groups.any_links(connection)
        self.rows: dict[str, int] = {}
        self.texts: dict[str, int] = {}
        self.event_of: dict[str, int] = {}
        self.stale: set[int] = set()

    def has(self, id_: str) -> bool:
        """Whether a claim is there."""
        self.prepare((id_,))
        return id_ in self._cards

    def card(self, id_: str) -> Card:
        """The card of a claim that is there."""
        if id_ not in self._cards:
            self.prepare((id_,))
        return self._cards[id_]

    def prepare(self, ids: Iterable[str]) -> None:
        """Read cards that will be asked for."""
        wanted = {id_ for id_ in ids if id_ not in self._cards and id_ not in self._missing}
        if not wanted:
            return
        rows = groups.card_rows(self._connection, wanted)
        near: dict[int, list[Near]] = defaultdict(list)
        for row in groups.near_rows(self._connection, [row.claim for row in rows]):
            near[row.claim].append(Near(row.weakness, row.days, row.id))
        for row in rows:
            self._cards[row.id] = card_of(row, sorted(near[row.claim]))
            self.rows[row.id], self.texts[row.id], self.event_of[row.id] = row.claim, row.text, row.event
        self._missing |= wanted - {row.id for row in rows}

    def sharing(self, fact: Fact) -> Iterator[Fact]:
        """The claims to compare with this one."""
        numbers = fact.keys
        whole = [key for key in numbers if blocks.weight(key) == blocks.WHOLE]
        window = groups.Window(numbers, whole, fact.when or groups.UNDATED, blocks.SHARED_WITHIN)
        ids = [id_ for id_ in groups.sharing(self._connection, window) if id_ != fact.id]
        self.prepare(ids)
        yield from (self._cards[id_].fact for id_ in ids)

    def put(self, card: Card) -> None:
        """Take in a new card; it is alone in its event."""
        fact = card.fact
        row = self.rows[fact.id]
        card.root = fact.id
        self._cards[fact.id] = card
        self._missing.discard(fact.id)
        self._members[fact.id], self.event_of[fact.id] = {fact.id}, row
        self._known_members.add(fact.id)
        groups.add(self._connection, groups.cards, [row_of(card, row, self.texts[fact.id])])
        groups.add(self._connection, groups.keys, key_rows(fact, row))
        self._dirty.add(fact.id)

    def drop(self, id_: str) -> None:
        """Take a card away that nobody lists."""
        card = self.card(id_)
        self.relist(card, [])
        self.members(card.root).discard(id_)
        self.stale.add(self.event_of.pop(id_))
        groups.take_away(self._connection, groups.cards, "id", [id_])
        for one in key_rows(card.fact, self.rows[id_]):
            groups.take_away_key(self._connection, one)
        groups.take_away(self._connection, groups.near, "claim", [self.rows[id_]])
        del self._cards[id_]
        self._missing.add(id_)
        self._dirty.discard(id_)
        self._relisted.discard(id_)

    def relist(self, card: Card, near: list[Near]) -> None:
        """Write down who is near a claim."""
        mine = card.fact.id
        before, after = {one.claim for one in card.near}, {one.claim for one in near}
        for other in before - after:
            self._lists[other].discard(mine)
            self._gained[other].discard(mine)
            self._lost[other].add(mine)
        for other in after - before:
            self._lists[other].add(mine)
            self._gained[other].add(mine)
            self._lost[other].discard(mine)
        card.near = near
        self._relisted.add(mine)

    def listed_by(self, id_: str) -> set[str]:
        """The claims near which a claim is written down."""
        if id_ not in self._known_lists:
            self._known_lists.add(id_)
            kept = groups.listed_by(self._connection, id_)
            self._lists[id_] = (kept - self._lost[id_]) | self._gained[id_]
        self.prepare(self._lists[id_])
        return self._lists[id_]

    def members(self, root: str) -> set[str]:
        """The claims of an event, by its first claim."""
        if root not in self._known_members:
            self._known_members.add(root)
            self._members[root] = groups.members(self._connection, root)
        self.prepare(self._members[root])
        return self._members[root]

    def place(self, card: Card, parent: str | None, root: str) -> None:
        """Give a claim to an event."""
        self.members(card.root).discard(card.fact.id)
        self.members(root).add(card.fact.id)
        card.parent, card.root = parent, root
        self._dirty.add(card.fact.id)

    def touch(self, card: Card) -> None:
        """Say that something else on a card was changed."""
        self._dirty.add(card.fact.id)

    def judged(self, id_: str) -> dict[str, Link]:
        """What people decided about a claim and others: of each pair the judgement that counts."""
        if self._links_there and id_ not in self._asked_links:
            self._asked_links.add(id_)
            for link in latest(groups.judged(self._connection, id_)).values():
                self.judge(link)
        return self._links.get(id_, {})

    def flush(self) -> None:
        """Write back what has changed."""
        dirty = sorted(self._dirty)
        groups.change_cards(self._connection, [self._changed(id_) for id_ in dirty])
        claims = [self.rows[id_] for id_ in sorted(self._relisted)]
        groups.take_away(self._connection, groups.near, "claim", claims)
        self.prepare({one.claim for id_ in self._relisted for one in self._cards[id_].near})
        rows = [row for id_ in sorted(self._relisted) for row in near_rows(self._cards[id_], self.rows.__getitem__)]
        groups.add(self._connection, groups.near, rows)
        self._dirty, self._relisted = set(), set()

    def set_event(self, ids: Collection[str], event: int) -> None:
        """Write down in which event claims stand."""
        for id_ in ids:
            if self.event_of[id_] != event:
                self.stale.add(self.event_of[id_])
                self.event_of[id_] = event
                self._dirty.add(id_)

    def _changed(self, id_: str) -> dict[str, Any]:
        return changed_row(self._cards[id_], self.rows[id_], self.event_of[id_])


def card_of(row: Any, near: list[Near]) -> Card:
    """The card in a row."""
    rivals = [Rival(*one) for one in json.loads(row.rivals)]
    torn = tuple(Role(role) for role in row.torn.split())
    return Card(unpacked(row.fact), near, rivals, row.parent, row.root, torn, row.full_event)


def row_of(card: Card, claim: int, text: int) -> dict[str, Any]:
    """The row of a card that stands in no event yet."""
    fact = card.fact
    return {
        "claim": claim, "id": fact.id, "day": fact.when or groups.UNDATED, "fact": packed(fact),
        "rivals": json.dumps(card.rivals, ensure_ascii=False), "parent": card.parent, "root": card.root,
        "torn": " ".join(card.torn), "full_event": card.full, "event": claim, "text": text, "label": fact.label,
        "denied": int(fact.denied),
    }  # fmt: skip


def changed_row(card: Card, claim: int, event: int) -> dict[str, Any]:
    """What may change on a card that stands in an event."""
    return {
        "claim": claim, "rivals": json.dumps(card.rivals, ensure_ascii=False), "parent": card.parent,
        "root": card.root, "torn": " ".join(card.torn), "full_event": card.full, "event": event,
    }  # fmt: skip


def key_rows(fact: Fact, claim: int) -> list[dict[str, int]]:
    """The rows by which a claim is found: its keys by the day of the act, its signs by that of the report."""
    printed = fact.published.toordinal() if fact.published else groups.UNDATED
    days = dict.fromkeys(fact.keys, fact.when or groups.UNDATED) | dict.fromkeys(sign_keys(fact.signs), printed)
    return [{"key": key, "day": days[key], "claim": claim} for key in sorted(days)]


def near_rows(card: Card, row: Callable[[str], int]) -> list[dict[str, int]]:
    """The rows of those near a claim."""
    mine = row(card.fact.id)
    return [{"claim": mine, "other": row(n.claim), "weakness": n.weakness, "days": n.days} for n in card.near]
