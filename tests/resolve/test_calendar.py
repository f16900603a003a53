"""Days, months and thirds are reckoned as the calendar has them."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.model.period import Precision
from enduse.resolve.calendar import (
    Interval,
    coming,
    day,
    latest,
    months,
    move,
    nearest,
    shift,
    third,
    to_come,
    unit_around,
    weekday,
)

TUESDAY = date(2016, 4, 12)


def march(year: int) -> Interval:
    return months(year, 3, Precision.MONTH)


def leap_day(year: int) -> Interval:
    return day(date(year, 2, 29))


@pytest.mark.parametrize(
    ("moment", "count", "told"),
    [
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2016, 3, 31), -1, date(2016, 2, 29)),
        (date(2016, 12, 5), 1, date(2017, 1, 5)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
    ],
)
def test_month_that_is_too_short_ends_on_its_last_day(moment: date, count: int, told: date) -> None:
    assert shift(moment, count) == told


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [
        ("day", TUESDAY, TUESDAY),
        ("week", date(2016, 4, 11), date(2016, 4, 17)),
        ("weekend", date(2016, 4, 9), date(2016, 4, 10)),
        ("month", date(2016, 4, 1), date(2016, 4, 30)),
        ("quarter", date(2016, 4, 1), date(2016, 6, 30)),
        ("year", date(2016, 1, 1), date(2016, 12, 31)),
        ("decade", date(2010, 1, 1), date(2019, 12, 31)),
    ],
)
def test_unit_holds_its_day(unit: str, start: date, end: date) -> None:
    assert unit_around(TUESDAY, unit)[:2] == (start, end)


@pytest.mark.parametrize(
    ("unit", "count", "told"),
    [("hour", 36, date(2016, 4, 14)), ("hour", -12, date(2016, 4, 11)), ("week", 2, date(2016, 4, 26)),
     ("year", -1, date(2015, 4, 12)), ("minute", 90, date(2016, 4, 13))],
)  # fmt: skip
def test_hours_are_rounded_up_to_days(unit: str, count: int, told: date) -> None:
    assert move(TUESDAY, unit, count) == told


@pytest.mark.parametrize(
    ("whole", "part", "start", "end"),
    [
        (march(2016), "early", date(2016, 3, 1), date(2016, 3, 10)),
        (march(2016), "mid", date(2016, 3, 11), date(2016, 3, 20)),
        (march(2016), "late", date(2016, 3, 21), date(2016, 3, 31)),
        (months(2016, 1, Precision.YEAR), "mid", date(2016, 5, 1), date(2016, 8, 31)),
        (months(2010, 1, Precision.DECADE), "late", date(2017, 1, 1), date(2019, 12, 31)),
        (months(2016, 6, Precision.SEASON), "mid", date(2016, 7, 1), date(2016, 7, 31)),
        (unit_around(TUESDAY, "week"), "late", date(2016, 4, 15), date(2016, 4, 17)),
        (march(2016), "mid+late", date(2016, 3, 11), date(2016, 3, 31)),
        (day(TUESDAY), "early", TUESDAY, TUESDAY),
    ],
)
def test_thirds_are_cut_by_convention(whole: Interval, part: str, start: date, end: date) -> None:
    assert third(whole, part)[:2] == (start, end)


def test_latest_has_begun_and_coming_is_not_over() -> None:
    assert latest(march, TUESDAY) == march(2016)
    assert latest(march, date(2016, 2, 1)) == march(2015)
    assert coming(march, TUESDAY) == march(2017)
    assert nearest(march, date(2016, 10, 15)) == march(2017)


def test_bound_is_to_come_unless_it_has_just_passed() -> None:
    assert to_come(march, TUESDAY) == march(2016)
    assert to_come(march, date(2016, 8, 12)) == march(2017)


def test_day_that_does_not_come_every_year_is_searched() -> None:
    assert latest(leap_day, date(2015, 6, 1)) == leap_day(2012)
    assert coming(leap_day, date(2013, 6, 1)) == leap_day(2016)
    assert nearest(leap_day, date(2014, 6, 1)) == leap_day(2012)
    assert latest(leap_day, date(1904, 2, 28)) == leap_day(1896)


@pytest.mark.parametrize(
    ("direction", "told"), [(-1, date(2016, 4, 8)), (0, date(2016, 4, 15)), (1, date(2016, 4, 15))]
)
def test_weekday_is_found_in_each_direction(direction: int, told: date) -> None:
    assert weekday(4, TUESDAY, direction) == told
