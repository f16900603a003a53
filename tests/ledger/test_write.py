"""The writer tells what was new, and puts rows into entries."""

from __future__ import annotations

import re

from sqlalchemy import text
from tests.service.fakes import reading

from enduse.ledger.store import Ledger
from enduse.ledger.write import TABLE_OF, Added, now
from enduse.model import Reading
from enduse.model.record import RECORDS, Failure


def test_every_kind_of_record_has_a_place() -> None:
    assert set(TABLE_OF) == {kind.kind for kind in RECORDS}


def test_now_is_utc_and_sorts_as_text() -> None:
    first, second = now(), now()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", first)
    assert first <= second


def test_transaction_that_adds_nothing_makes_no_entry(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.writing() as writer:
        writer.add_readings(readings, "fake-1")
    assert writer.added == Added()
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM entries")).scalar() == 1


def test_rows_of_one_time_and_run_share_an_entry(ledger: Ledger) -> None:
    with ledger.writing(run="run-1", at="2031-05-01T00:00:00.000000Z") as writer:
        writer.add([Failure("a:1", "x", "a")])
    with ledger.writing(run="run-1", at="2031-05-01T00:00:00.000000Z") as writer:
        writer.add([Failure("a:2", "x", "a")])
        writer.at = "2031-05-02T00:00:00.000000Z"
        writer.add([Failure("a:3", "x", "a")])
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT entry FROM failures ORDER BY row")).scalars().all() == [2, 2, 3]


def test_rows_are_numbered_without_gaps_after_an_error(ledger: Ledger) -> None:
    for attempt in range(3):
        try:
            with ledger.writing() as writer:
                writer.add_readings([reading(doc=f"d-{attempt}")], f"fake-{attempt}")
                if attempt == 1:
                    raise KeyError(attempt)
        except KeyError:
            continue
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT row FROM readings ORDER BY row")).scalars().all() == [1, 2, 3, 4]
