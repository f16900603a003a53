"""Keeps the desks of all who review a ledger at one server, and takes the decisions that they send."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection
from dataclasses import dataclass, replace
from threading import Lock, RLock
from typing import TYPE_CHECKING

from enduse.errors import MissingError, StaleError, UsageError
from enduse.model.record import Lease
from enduse.model.review import Choice, Item, Kept, QueueOrder

from .ledgers import open_ledger, view_ledger
from .review import Desk

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_DESKS = 8
"""Queues that one person can have walked into at once; of more, the one longest unused begins anew."""

MOST_UNDONE = 1_000
"""Decisions of one person that can be taken back, the last ones."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A claim as a person sees it who decides.

    text: of its article. lease: whose the claim is now; None for nobody's, or one's own.
    """

    item: Item
    text: str
    lease: Lease | None


def look(where: str, claim: str) -> Sight:
    """A claim by its id, without leasing it; MissingError where there is none."""
    from enduse.ledger.articles import text_of_claim
    from enduse.ledger.queue import lease_of
    from enduse.ledger.write import now

    with view_ledger(where) as ledger, ledger.reading() as connection:
        item = _item(connection, claim)
        id_ = item.kept.claim.id
        return Sight(item, text_of_claim(connection, item.kept.row), lease_of(connection, id_, now()))


class Desks:
    """All desks at one ledger. Each person's calls are carried out one after the other, those of several at once."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._desks: dict[str, dict[QueueOrder, Desk]] = defaultdict(dict)
        self._held: dict[tuple[str, QueueOrder], str] = {}
        self._done: dict[str, deque[Kept]] = defaultdict(lambda: deque(maxlen=MOST_UNDONE))
        self._counts: dict[str, int] = defaultdict(int)
        self._guards: dict[str, RLock] = defaultdict(RLock)
        self._guard = Lock()

    def next(self, by: str, order: QueueOrder) -> Sight | None:
        """The claim that is this person's in this queue; the next one is leased if none is. None at the end."""
        from enduse.ledger.articles import text_of_claim

        with self._guarded(by):
            if held := self._held.pop((by, order), None):
                sight = look(self._where, held)
                if sight.lease is not None and sight.lease.by == by:
                    self._held[by, order] = held
                    return sight
            item = self._desk(by, order).next()
            if item is None:
                return None
            self._held[by, order] = item.kept.claim.id
            with view_ledger(self._where) as ledger, ledger.reading() as connection:
                return Sight(item, text_of_claim(connection, item.kept.row), None)

    def decide(self, by: str, claim: str, choice: Choice, seen: Collection[str]) -> Kept:
        """Keep a decision. seen: the ids of the judgements that stood when the claim was looked at.

        Raises StaleError, and keeps nothing, where others stand now.
        """
        from enduse.ledger.decide import decide

        with self._guarded(by), open_ledger(self._where) as ledger, ledger.writing() as writer:
            item = _item(writer.connection, claim)
            if set(seen) - {judgement.id for judgement in item.standing}:
                raise StaleError(
                    f"{claim}: a decision was taken back meanwhile; your {choice.verdict} is not kept; look at it again"
                )
            item = replace(item, standing=tuple(judgement for judgement in item.standing if judgement.id in seen))
            kept = decide(writer, item, choice, by)
        self._let_go(by, kept.judgement.target)
        self._done[by].append(kept)
        self._counts[by] += 1
        return kept

    def skip(self, by: str, order: QueueOrder, claim: str) -> None:
        """Let go of a claim; it does not come again at this desk."""
        with self._guarded(by):
            self._desk(by, order).skip(look(self._where, claim).item)
            self._let_go(by, claim)

    def later(self, by: str, order: QueueOrder, claim: str) -> None:
        """Let go of a claim; it comes again."""
        with self._guarded(by):
            self._desk(by, order).later(look(self._where, claim).item)
            self._let_go(by, claim)

    def undo(self, by: str, order: QueueOrder) -> Kept:
        """Take this person's last decision back, and lease its claim again if nobody else has it now."""
        with self._guarded(by):
            if not self._done[by]:
                raise UsageError("there is nothing to undo; only what you decided since the server started can be")
            desk, kept = self._desk(by, order), self._done[by].pop()
            self._counts[by] -= 1
            desk.undo(kept)
            self._held[by, order] = kept.judgement.target
            return kept

    def last(self, by: str) -> Kept | None:
        """What this person decided last, and can take back."""
        return self._done[by][-1] if self._done[by] else None

    def count(self, by: str) -> int:
        """How many decisions this person made since the server started; those taken back are not counted."""
        return self._counts[by]

    def _guarded(self, by: str) -> RLock:
        with self._guard:
            return self._guards[by]

    def _desk(self, by: str, order: QueueOrder) -> Desk:
        desks = self._desks[by]
        desk = desks.pop(order, None)
        if desk is None:
            with open_ledger(self._where) as ledger:
                desk = Desk(ledger, by, order)
        desks[order] = desk
        while len(desks) > MOST_DESKS:
            desks.pop(next(iter(desks)))
        return desk

    def _let_go(self, by: str, claim: str) -> None:
        for key in [key for key, held in self._held.items() if key[0] == by and held == claim]:
            del self._held[key]


def _item(connection: Connection, claim: str) -> Item:
    from enduse.ledger.decide import item_of
    from enduse.ledger.lookup import row_of_claim

    row = row_of_claim(connection, claim)
    if row is None:
        raise MissingError(f"no claim {claim!r} here; copy an id from `enduse claims`")
    return item_of(connection, row)
