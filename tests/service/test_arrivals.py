"""What came in of late, what was added, and what is flagged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.link.custodies import CASE, DELIVERY, LOSS, PLAN
from tests.service.case import id_of, keep

from enduse.errors import UsageError
from enduse.service import arrivals


@pytest.fixture
def place(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), CASE)


def test_weeks_without_documents_are_absent(place: str) -> None:
    found = arrivals.coverage(place, until=date(2031, 9, 10))
    assert found.newest == date(2031, 9, 1)
    assert found.documents + found.older == len(CASE)
    assert all(week.weekday() == 0 for weeks in found.weeks.values() for week in weeks)
    assert found.last == date(2031, 9, 10)
    assert arrivals.coverage(place, until=date(2040, 1, 1)).last == found.newest


def test_days_that_are_yet_to_come_are_counted_apart(place: str) -> None:
    found = arrivals.coverage(place, until=date(2031, 4, 15))
    assert (found.newest, found.ahead, found.undated) == (date(2031, 4, 1), 4, 0)


def test_ledger_of_which_all_is_yet_to_come_shows_the_weeks_before_its_last_day(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "today", lambda: date(2026, 1, 1))
    found = arrivals.coverage(place)
    assert (found.last, found.ahead) == (date(2031, 9, 1), 0)
    assert found.weeks


def test_documents_beyond_the_bound_are_told(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "DOCUMENTS", 2)
    assert arrivals.coverage(place, until=date(2031, 9, 10)).more


def test_changes_since_a_moment(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = arrivals.changed(place, "2031-01-01")
    assert (found.documents, found.claims) == (6, 6)
    assert found.news
    monkeypatch.setattr(arrivals, "MANY", 1)
    assert arrivals.changed(place, "2031-01-01").news is None
    with pytest.raises(UsageError, match="soon"):
        arrivals.changed(place, "soon")


def test_manpads_for_a_non_state_are_flagged(place: str) -> None:
    found = arrivals.flagged(place)
    assert {one.kept.claim.id for one in found.flagged} == {id_of(PLAN), id_of(DELIVERY)}
    assert id_of(LOSS) not in {one.kept.claim.id for one in found.flagged}
    assert not found.more
    assert arrivals.flagged(place, limit=1).more
