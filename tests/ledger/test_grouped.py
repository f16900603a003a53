"""Kept events and flows are asked for by their newest claim, and give their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.link.test_events import LATER, MORE, OTHER, TANKS
from tests.service.test_grouping import id_of, keep

from enduse.ledger import grouped
from enduse.ledger.store import Ledger
from enduse.model.flow import FlowCount


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, (TANKS, OTHER, MORE, LATER))
        with ledger.reading() as opened:
            yield opened


def test_events_come_by_their_newest_claim(connection: Connection) -> None:
    assert [tuple(row) for row in grouped.events_before(connection, None, 9)] == [(1, 4), (2, 2)]
    assert [tuple(row) for row in grouped.events_before(connection, 4, 9)] == [(2, 2)]
    assert [tuple(row) for row in grouped.events_before(connection, None, 9, least=2)] == [(1, 4)]
    assert len(grouped.events_before(connection, None, 9, disputed=True)) == 2
    assert grouped.events_at(connection, [2, 3]) == {2: 2, 3: 1}
    assert grouped.events_at(connection, [2, 3], least=2, disputed=True) == {3: 1}
    assert grouped.rows_of_events(connection, [1, 2, 7]) == {1: [1, 3, 4], 2: [2], 7: []}


def test_events_are_found_by_the_beginning_of_an_id(connection: Connection) -> None:
    one = grouped.claim_of_event(connection, 2)
    assert one == id_of(OTHER)
    assert grouped.events_beginning(connection, one[:20], 9) == {2: one}
    assert set(grouped.events_beginning(connection, "evt-", 9)) == {1, 2}
    assert grouped.newest_claims(connection, [2]) == [one]


def test_numbers_are_of_documents_and_reports(connection: Connection) -> None:
    assert grouped.numbers_of(connection, [1, 2, 3]) == (3, 3)
    assert grouped.numbers_of(connection, []) == (0, 0)


def test_flows_come_by_their_newest_claim_with_each_status(connection: Connection) -> None:
    first, second = grouped.flows_before(connection, None, 9)
    assert [(row.supplier, row.last) for row in (first, second)] == [("no", 4), ("av", 2)]
    assert grouped.flows_before(connection, (4, None), 9)[0].id == second.id
    assert grouped.flows_before(connection, (2, "flw"), 9)[0].id == second.id
    assert grouped.flows_before(connection, (2, second.id), 9) == []
    assert grouped.flow_counts(connection, first.flow) == tuple(
        FlowCount(status, False, 1, 1, 1) for status in ("occurred", "planned", "promised")
    )
    assert [tuple(row) for row in grouped.events_of_flow(connection, first.flow, None, 9)] == [(1, 4)]
    assert grouped.flows_of_events(connection, [1, 2]) == {1: [first.flow], 2: [second.flow]}
    assert grouped.flows_named(connection, [first.flow])[first.flow].id == first.id
    assert [row.id for row in grouped.flows_beginning(connection, first.id[:20], 2)] == [first.id]
