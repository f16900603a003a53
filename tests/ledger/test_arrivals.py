"""Documents by outlet and day, and how much was added since a moment."""

from __future__ import annotations

from pathlib import Path

from tests.link.custodies import CASE
from tests.service.case import keep

from enduse.ledger import arrivals
from enduse.ledger.store import Ledger


def test_newest_are_given_first_and_days_to_come_are_not(tmp_path: Path) -> None:
    where = keep(str(tmp_path / "x.db"), CASE)
    with Ledger.open(where, read_only=True) as ledger, ledger.reading() as connection:
        found = arrivals.newest_printed(connection, "2031-06-01", 10)
        assert found[0] == ("Selin Courier", "2031-06-01")
        assert [one.day for one in found] == sorted((one.day for one in found), reverse=True)
        assert len(arrivals.newest_printed(connection, "2031-06-01", 1)) == 1
        assert arrivals.dated_after(connection, "2031-06-01", 10) == 3
        assert arrivals.dated_after(connection, "2031-06-01", 2) == 2
        assert arrivals.without_day(connection, 10) == 0


def test_what_was_added_since_is_counted_up_to_a_number(tmp_path: Path) -> None:
    where = keep(str(tmp_path / "x.db"), CASE)
    with Ledger.open(where, read_only=True) as ledger, ledger.reading() as connection:
        assert arrivals.added_since(connection, "2031-01-01", 100) == (6, 6)
        assert arrivals.added_since(connection, "2031-01-01", 4) == (4, 4)
        assert arrivals.added_since(connection, "2040-01-01", 100) == (0, 0)
        assert str(arrivals.last_added(connection)).startswith("2031")
