"""Times are counted from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.model.period import PeriodRule
from enduse.resolve.date_words import cut_dates
from enduse.resolve.lengths import count_at, length, on_day, open_side, unit_away

TUESDAY = date(2016, 4, 12)


def test_day_and_unit_lie_so_many_steps_away() -> None:
    assert on_day(TUESDAY, -1).start == date(2016, 4, 11)
    assert unit_away(TUESDAY, "month", -2)[1:3] == (date(2016, 2, 1), date(2016, 2, 29))
    assert unit_away(date(2016, 3, 31), "month", -1).end == date(2016, 2, 29)
    assert unit_away(TUESDAY, "century", -1).rule is PeriodRule.DURATION


def test_length_runs_to_or_from_publication() -> None:
    assert length(TUESDAY, "month", -6)[:3] == (PeriodRule.LENGTH_BEFORE, date(2015, 10, 12), TUESDAY)
    assert length(TUESDAY, "day", 90)[:3] == (PeriodRule.LENGTH_AHEAD, TUESDAY, date(2016, 7, 11))


def test_open_side_has_one_bound() -> None:
    assert open_side(TUESDAY, "before")[1:3] == (None, TUESDAY)
    assert open_side(TUESDAY, "after")[1:3] == (TUESDAY, None)


def test_without_publication_nothing_is_counted() -> None:
    points = [on_day(None, 0), unit_away(None, "week", 0), length(None, "day", 1), open_side(None, "after")]
    assert {point.rule for point in points} == {PeriodRule.NO_PUBLICATION}


@pytest.mark.parametrize(
    ("phrase", "count", "place"),
    [("two years", 2, 1), ("a year", 1, 1), ("a few days", 0, 2), ("twenty-four hours", 24, 3),
     ("several full weeks", 0, 2),     ("years", 0, 0)],
)  # fmt: skip
def test_count_of_a_unit_is_read(phrase: str, count: int, place: int) -> None:
    assert count_at(cut_dates(phrase), 0) == (count, place)
