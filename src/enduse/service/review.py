"""Hands claims to a person one by one, keeps what is decided, and takes it back when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from enduse.errors import UsageError
from enduse.model.review import Choice, Item, Kept, Queue, QueueOrder

from .ledgers import open_ledger

if TYPE_CHECKING:
    from enduse.ledger.queue import Candidate
    from enduse.ledger.store import Ledger

LEASE_MINUTES = 15.0
"""How long a claim is one person's to decide before others may get it."""


class Desk:
    """One person's place at a ledger.

    minutes: how long a claim is leased. clock: gives the time in UTC as the ledger writes it; the machine's if None.
    """

    def __init__(
        self, ledger: Ledger, by: str, order: QueueOrder, *, minutes: float = LEASE_MINUTES,
        clock: Callable[[], str] | None = None,
    ) -> None:  # fmt: skip
        from enduse.ledger.queue import Place

        if not by.strip():
            raise UsageError("a review needs a name; give --by NAME, or set ENDUSE_REVIEWER")
        self._ledger, self._by, self._order, self._minutes, self._clock = ledger, by.strip(), order, minutes, clock
        self._waiting: list[Candidate] = []
        self._place = Place()
        self._sampled = False
        self._passed: set[str] = set()
        self._counts: dict[tuple[str | None, ...], int] | None = None

    def next(self) -> Item | None:
        """Lease the next claim of the queue to this person; None when there is none left.

        What this person skipped does not come again.
        """
        for start in (False, True):  # what was let go of since the queue was walked past it is found from its start
            if start and not self._restart():
                return None
            while self._waiting or self._look():
                if (item := self._first_of_window()) is not None:
                    return item
        return None

    def decide(self, item: Item, choice: Choice) -> Kept:
        """Keep a decision; StaleError where it comes too late."""
        from enduse.ledger.decide import decide

        with self._ledger.writing(at=self._now()) as writer:
            return decide(writer, item, choice, self._by)

    def skip(self, item: Item) -> None:
        """Let go of a claim without a decision."""
        self._passed.add(item.kept.claim.id)
        self.let_go(item)

    def let_go(self, item: Item) -> None:
        """End the lease of a claim, so that others get it; it is the first that comes again here, unless skipped."""
        from enduse.ledger.decide import give_back
        from enduse.ledger.queue import Candidate

        self._waiting.insert(0, Candidate(item.kept.row, item.kept.claim.id))
        with self._ledger.writing(at=self._now(), on_disk=False) as writer:
            give_back(writer, item.kept.claim.id, self._by)

    def undo(self, kept: Kept) -> Item:
        """Take a decision back, and lease its claim again."""
        from enduse.ledger.decide import undo

        with self._ledger.writing(at=self._now()) as writer:
            undo(writer, kept, self._by)
        return self.take(kept.judgement.target)

    def take(self, claim: str) -> Item:
        """Lease a claim that is known by its id; UsageError where it is another person's now."""
        from enduse.ledger.decide import hand_out
        from enduse.ledger.lookup import row_of_claim
        from enduse.ledger.queue import lease_of

        with self._ledger.writing(at=self._now(), on_disk=False) as writer:
            row, lease = row_of_claim(writer.connection, claim), lease_of(writer.connection, claim, writer.at)
            if row is None or (lease is not None and lease.by != self._by):
                raise UsageError(f"{claim}: is {lease.by}'s to decide now" if lease else f"{claim}: is no claim here")
            self._passed.discard(claim)
            return hand_out(writer, row, self._by, self._minutes)

    def later(self, item: Item) -> None:
        """End the lease of a claim, so that others get it; here it comes again after those that wait now."""
        self.let_go(item)
        self._waiting.append(self._waiting.pop(0))

    def _now(self) -> str | None:
        return self._clock() if self._clock else None

    def _first_of_window(self) -> Item | None:
        from enduse.ledger.decide import hand_out
        from enduse.ledger.queue import WINDOW, first_waiting
        from enduse.ledger.write import now

        self._waiting = [candidate for candidate in self._waiting if candidate.id not in self._passed]
        asked, most = (self._order.queue, self._by), 1
        while self._waiting:
            window, most = self._waiting[:most], min(WINDOW, 8 * most)
            if len(window) > 1:  # what others took meanwhile is passed while they can write
                with self._ledger.reading() as connection:
                    found = first_waiting(connection, window, *asked, self._now() or now())
                self._waiting = self._waiting[len(window) if found is None else found :]
                if found is None:
                    continue
            candidate = self._waiting.pop(0)
            with self._ledger.writing(at=self._now(), on_disk=False) as writer:
                if first_waiting(writer.connection, [candidate], *asked, writer.at) is not None:
                    return hand_out(writer, candidate.row, self._by, self._minutes)
        return None

    def _restart(self) -> bool:
        from enduse.ledger.queue import Place

        self._place, again = Place(), self._order.queue is not Queue.AUDIT
        return again

    def _look(self) -> bool:
        """Fill the window; False at the end of the queue."""
        from enduse.ledger import queue

        order = self._order
        with self._ledger.reading() as connection:
            if order.queue is Queue.UNCERTAIN:
                if self._counts is None:
                    self._counts = queue.rarity(connection)
                found, self._place = queue.uncertain(connection, order.near, self._place)
                found = queue.rarest_first(found, self._counts)
            elif order.queue is Queue.AUDIT:
                found = [] if self._sampled else queue.sample(connection, order.seed)
                self._sampled = True
            elif order.queue is Queue.SECOND:
                found, self._place = queue.judged_once(connection, self._by, self._place)
            else:
                found, self._place = queue.disputed(connection, self._place)
        self._waiting = found
        return bool(found)


@contextmanager
def desk(where: str, by: str, order: QueueOrder) -> Iterator[Desk]:
    """A person's place at the ledger that is named."""
    with open_ledger(where) as ledger:
        yield Desk(ledger, by, order)
