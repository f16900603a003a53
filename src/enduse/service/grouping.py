"""Keeps a ledger's claims grouped into events and flows: what is new is taken in, or everything is made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from enduse.errors import LedgerError
from enduse.model.event import Event
from enduse.model.kept import ClaimFilter

from .ledgers import open_ledger, view_ledger

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.ledger.store import Ledger
    from enduse.link.events import Grouper
    from enduse.link.fact import Fact
    from enduse.link.shelf import Shelf

    from .kept_shelf import KeptShelf

CLAIMS_AT_ONCE = 500
"""Claims that are put together, and grouped, at once."""

METHOD = 2
"""The number of the rules by which claims are compared, joined, found; a ledger grouped by others is grouped anew."""

MANY = 5_000
"""New claims from which everything is made again in one go instead of claim by claim."""


def catch_up(ledger: Ledger, *, run: str = "") -> int:
    """Group what was added, withdrawn or decided since the last time; returns how many claims were looked at.

    Kept is only what follows from the claims and judgements; so a call that is stopped is made good by the next.
    """
    from enduse.ledger import changed, groups

    with ledger.writing(run=run) as writer:
        connection = writer.connection
        since, last = groups.taken(connection), _last(connection)
        if since == last:
            return 0
        other_rules = bool(since) and since.get("method") != METHOD
        if other_rules or last["claims"] - since.get("claims", 0) > MANY:
            return _everything(connection, last)
        rows = changed.changed_claims(connection, since)
        _take_in(connection, rows)
        if since.get("retractions", 0) != last["retractions"]:
            _count_reports_anew(connection)
        else:
            groups.join_reports(connection, changed.new_copies(connection, since))
        groups.take(connection, last)
        return len(rows)


def regroup(where: str) -> str:
    """Forget all groups and make them again of the claims and judgements; says what was made."""
    from enduse.ledger import groups

    with open_ledger(where) as ledger, ledger.writing() as writer:
        connection = writer.connection
        claims = _everything(connection, _last(connection))
        events, flows = groups.sizes(connection)
        return f"{ledger.name}: {claims:,} claims stand in {events:,} events and {flows:,} flows"


def is_current(connection: Connection) -> bool:
    """Whether all that the ledger knows has been grouped."""
    from enduse.ledger import groups

    return groups.taken(connection) == _last(connection)


def _last(connection: Connection) -> dict[str, int]:
    """Up to where grouping has looked when it is done, and by which rules."""
    from enduse.ledger import changed

    return {**changed.last_rows(connection), "method": METHOD}


@contextmanager
def reading_grouped(where: str, as_of: str | None = None) -> Iterator[tuple[Connection, str, bool]]:
    """Read a ledger after what is new in it was grouped; also its name, and whether its groups are those asked for.

    They are not where a past moment is asked for, and where the ledger cannot be written to bring them up to date.
    """
    with view_ledger(where) as ledger:
        kept = as_of is None
        if kept:
            with ledger.reading() as connection:
                kept = is_current(connection)
            if not kept:
                kept = _brought_up_to_date(where)
        with ledger.reading() as connection:
            yield connection, ledger.name, kept


_NOT_WRITABLE = ("cannot be written", "that its folder can be written")
"""What a ledger that may only be read says when it is opened to be written."""


def _brought_up_to_date(where: str) -> bool:
    try:
        with open_ledger(where) as ledger:
            catch_up(ledger)
    except LedgerError as error:
        if not any(said in str(error) for said in _NOT_WRITABLE):
            raise
        return False
    return True


def facts_of(connection: Connection, rows: Sequence[int], as_of: str | None = None) -> dict[int, Fact]:
    """The fields of the claims in these rows."""
    from enduse.ledger.show import kept_claims
    from enduse.link.fact import fact_of
    from enduse.link.signposts import signs_of

    from .planning import lands_lookup

    found, lands_of = {}, lands_lookup()
    for first in range(0, len(rows), CLAIMS_AT_ONCE):
        for kept in kept_claims(connection, rows[first : first + CLAIMS_AT_ONCE], as_of):
            found[kept.row] = replace(fact_of(kept), signs=signs_of(kept, lands_of))
    return found


def _take_in(connection: Connection, rows: set[int]) -> None:
    """Group some claims anew: each is taken away, and put back as it is now if it is live."""
    from enduse.ledger import groups
    from enduse.ledger.changed import live_rows
    from enduse.ledger.find import ClaimQuery
    from enduse.link.events import Grouper

    from .kept_shelf import KeptShelf

    live = live_rows(connection, rows, ClaimQuery(connection, ClaimFilter()).rows())
    shelf = KeptShelf(connection)
    grouper = Grouper(shelf=shelf)
    there = groups.ids_of(connection, rows)
    shelf.prepare(there)
    facts = facts_of(connection, live)
    same = {id_ for row, id_ in _ids(facts).items() if shelf.has(id_) and shelf.card(id_).fact == facts[row]}
    grouper.remove(id_ for id_ in there if id_ not in same)
    shelf.rows.update((fact.id, row) for row, fact in facts.items())
    shelf.texts.update(groups.texts_of(connection, live))
    grouper.add(fact for fact in facts.values() if fact.id not in same)
    grouper.look_again(same)
    shelf.flush()
    finish(connection, grouper, shelf)


def _ids(facts: Mapping[int, Fact]) -> dict[int, str]:
    return {row: fact.id for row, fact in facts.items()}


def finish(connection: Connection, grouper: Grouper, shelf: KeptShelf) -> None:
    """Write down the events of the claims whose groups have changed, and their flows."""
    from enduse.ledger import groups

    changed = {id_ for id_ in grouper.changed if shelf.has(id_)}
    made = [(event, min(shelf.rows[id_] for id_ in event.claims)) for event in grouper.events_around(changed)]
    for event, number in made:
        shelf.set_event(event.claims, number)
        shelf.stale.add(number)
    touched = groups.flows_of(connection, shelf.stale)
    for table in (groups.events, groups.flow_events):
        groups.take_away(connection, table, "event", shelf.stale)
    groups.add(connection, groups.events, [event_row(shelf, event, number, shelf.rows) for event, number in made])
    touched |= write_flows(connection, [(number, _facts(shelf, event)) for event, number in made])
    groups.date_flows(connection, touched)
    shelf.flush()


def write_flows(connection: Connection, made: Iterable[tuple[int, Sequence[Fact]]]) -> set[int]:
    """Write down in which flows events stand; returns the numbers of the flows."""
    from enduse.ledger import groups
    from enduse.link.flows import flows_of

    found = [(number, flow) for number, facts in made for flow in flows_of(facts)]
    rows = {
        flow.id: {"id": flow.id, "supplier": flow.supplier, "recipient": flow.recipient, "weapon": flow.weapon,
                  "period": flow.period}
        for _, flow in found
    }  # fmt: skip
    numbers = groups.flow_numbers(connection, list(rows.values()))
    pairs = {(numbers[flow.id], number) for number, flow in found}
    groups.add(connection, groups.flow_events, [{"flow": flow, "event": event} for flow, event in sorted(pairs)])
    return set(numbers.values())


def _facts(shelf: Shelf, event: Event) -> list[Fact]:
    return [shelf.card(id_).fact for id_ in event.claims]


def event_row(shelf: Shelf, event: Event, number: int, rows: Mapping[str, int]) -> dict[str, Any]:
    """What is kept of an event: its number is the least row of its claims."""
    from enduse.link.contradictions import disputed

    return {
        "event": number, "id": event.id, "last": max(rows[id_] for id_ in event.claims), "size": len(event.claims),
        "disputed": int(disputed([shelf.card(id_) for id_ in event.claims])),
    }  # fmt: skip


def _count_reports_anew(connection: Connection) -> None:
    from enduse.ledger import changed, groups

    groups.forget_reports(connection)
    groups.join_reports(connection, changed.new_copies(connection, {}))


def _everything(connection: Connection, last: Mapping[str, int]) -> int:
    """Make all groups again: the fields of all claims first, then the events, in order of their days."""
    from enduse.ledger import groups

    from .regrouping import group_dated, keep_facts

    groups.clear(connection)
    claims, undated = keep_facts(connection)
    group_dated(connection)
    rest = sorted(undated | groups.linked_claims(connection))
    for first in range(0, len(rest), CLAIMS_AT_ONCE):
        _take_in(connection, set(rest[first : first + CLAIMS_AT_ONCE]))
    _count_reports_anew(connection)
    groups.take(connection, last)
    return claims
