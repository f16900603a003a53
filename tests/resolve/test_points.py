"""A time as named is given its days against publication."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.model.period import PeriodRule, Precision
from enduse.resolve.calendar import Interval, day, months
from enduse.resolve.points import Context, Point, settle, settled, written

TUESDAY = date(2016, 4, 12)
CONTEXT = Context(TUESDAY, ahead=False, year=None)


def june(year: int) -> Interval:
    return months(year, 6, Precision.MONTH)


def march_8(year: int) -> Interval:
    return day(date(year, 3, 8))


@pytest.mark.parametrize(
    ("context", "bound", "year", "rule"),
    [
        (CONTEXT, False, 2015, PeriodRule.LATEST),
        (CONTEXT._replace(ahead=True), False, 2016, PeriodRule.COMING),
        (CONTEXT, True, 2016, PeriodRule.NEAREST),
        (CONTEXT._replace(year=2012), False, 2012, PeriodRule.YEAR_GIVEN),
    ],
)
def test_month_without_its_year_is_given_one(context: Context, bound: bool, year: int, rule: PeriodRule) -> None:
    found = settle(Point(PeriodRule.LATEST, make=june), context, bound=bound)
    assert (found.start, found.rule) == (date(year, 6, 1), rule)


def test_day_of_nearly_a_year_ago_is_the_one_to_come() -> None:
    found = settle(Point(PeriodRule.LATEST, make=march_8), CONTEXT._replace(published_on=date(2014, 2, 24)))
    assert (found.start, found.rule) == (date(2014, 3, 8), PeriodRule.NEAREST)


def test_name_of_the_day_tells_the_year() -> None:
    tuesday = Point(PeriodRule.LATEST, make=march_8, on_weekday=1)
    assert settle(tuesday, CONTEXT).start == date(2016, 3, 8)
    wednesday = tuesday._replace(on_weekday=2)
    assert settle(wednesday, CONTEXT).start == date(2017, 3, 8)
    assert settle(tuesday._replace(on_weekday=5), CONTEXT).start == date(2016, 3, 8)


@pytest.mark.parametrize(
    ("context", "bound", "told"),
    [(CONTEXT, False, date(2016, 4, 8)), (CONTEXT, True, date(2016, 4, 15)),
     (CONTEXT._replace(ahead=True), False, date(2016, 4, 15)), (CONTEXT._replace(year=2012), False, None)],
)  # fmt: skip
def test_weekday_is_the_last_or_the_next(context: Context, bound: bool, told: date | None) -> None:
    assert settle(Point(PeriodRule.LATEST, weekday=4), context, bound=bound).start == told


def test_without_publication_only_a_full_date_is_found() -> None:
    unknown = CONTEXT._replace(published_on=None)
    assert settle(Point(PeriodRule.LATEST, make=june), unknown).rule is PeriodRule.NO_PUBLICATION
    assert settle(written(june, 2014), unknown).start == date(2014, 6, 1)
    assert not Point(PeriodRule.NO_PUBLICATION).found


def test_part_is_cut_before_the_year_is_chosen() -> None:
    late = Point(PeriodRule.LATEST, make=lambda year: months(year, 4, Precision.MONTH), part="late")
    found = settle(late, CONTEXT)
    assert (found.start, found.end, found.rule) == (date(2015, 4, 21), date(2015, 4, 30), PeriodRule.PART)
    assert settle(settled(june(2014), PeriodRule.WRITTEN)._replace(part="early"), CONTEXT).end == date(2014, 6, 10)
