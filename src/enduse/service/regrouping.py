"""Groups all claims of a ledger from the beginning, in the order of their days, with a part of them in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enduse.model.kept import ClaimFilter

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.link.events import Grouper
    from enduse.link.shelf import Shelf

CLAIMS_AT_ONCE = 4_000

LOOK_BACK_DAYS = 250
"""Days before the newest claims that stay in memory. What a claim changes lies within five times the 45 days over which
claims are compared: of those near it, of those near these, of their events, and of what lists those."""


def keep_facts(connection: Connection) -> tuple[int, set[int]]:
    """Keep the fields and keys of all live claims; returns how many there are, and the rows of those without a day."""
    from enduse.ledger import groups
    from enduse.ledger.find import ClaimQuery
    from enduse.link.shelf import Card

    from .grouping import facts_of
    from .kept_shelf import key_rows, row_of

    rows = sorted(connection.execute(ClaimQuery(connection, ClaimFilter()).rows()).scalars())
    undated = set()
    for first in range(0, len(rows), CLAIMS_AT_ONCE):
        part = rows[first : first + CLAIMS_AT_ONCE]
        facts, texts = facts_of(connection, part), groups.texts_of(connection, part)
        undated |= {row for row, fact in facts.items() if fact.when is None}
        dated = [(row, fact) for row, fact in facts.items() if fact.when is not None]
        groups.add(connection, groups.cards, [
            row_of(Card(fact, root=fact.id), row, texts[fact.id]) for row, fact in dated
        ])  # fmt: skip
        groups.add(connection, groups.keys, [key for row, fact in dated for key in key_rows(fact, row)])
    return len(rows), undated


def group_dated(connection: Connection) -> None:
    """Give all claims that are kept to events, as if nobody had judged any, and write down what comes of it."""
    from enduse.ledger import groups
    from enduse.link.events import Grouper
    from enduse.link.packed import unpacked

    window, after = _Window(connection, Grouper()), (0, "")
    while batch := groups.dated_cards(connection, after, CLAIMS_AT_ONCE):
        last = batch[-1]
        after = (last.day, last.id)
        window.rows.update((row.id, row.claim) for row in batch)
        window.grouper.add(unpacked(row.fact) for row in batch)
        window.write(batch[0].day - LOOK_BACK_DAYS)
    window.write(None)


class _Window:
    """The claims in memory. rows: of the claims, by id."""

    def __init__(self, connection: Connection, grouper: Grouper) -> None:
        self.grouper = grouper
        self.rows: dict[str, int] = {}
        self._connection = connection

    @property
    def _shelf(self) -> Shelf:
        return self.grouper.shelf

    def write(self, before: int | None) -> None:
        """Write down the events that began before a day and forget them; all of them if None."""
        from enduse.ledger import groups
        from enduse.link.merged import merged

        from .grouping import event_row, write_flows
        from .kept_shelf import changed_row, near_rows

        self.grouper.forget()
        roots = sorted({self._shelf.card(id_).root for id_ in self._shelf.ids()})
        done = [root for root in roots if before is None or (self._shelf.card(root).fact.when or 0) < before]
        if not done:
            return
        made = [(event, min(self.rows[id_] for id_ in event.claims)) for event in merged(self._shelf, done)]
        cards = [(self._shelf.card(id_), number) for event, number in made for id_ in event.claims]
        changed = [changed_row(card, self.rows[card.fact.id], number) for card, number in cards]
        groups.change_cards(self._connection, changed)
        groups.add(self._connection, groups.near, [
            row for card, _ in cards for row in near_rows(card, self.rows.__getitem__)
        ])  # fmt: skip
        groups.add(self._connection, groups.events, [event_row(self._shelf, e, n, self.rows) for e, n in made])
        of = [(number, [self._shelf.card(id_).fact for id_ in event.claims]) for event, number in made]
        groups.date_flows(self._connection, write_flows(self._connection, of))
        for card, _ in cards:
            self._shelf.drop(card.fact.id)
