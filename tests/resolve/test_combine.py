"""Points become one period: a range, a bound, the closest of several, or a reason."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.model.period import PeriodRule, Precision
from enduse.resolve.calendar import months
from enduse.resolve.combine import Named, combine, nothing
from enduse.resolve.date_words import cut_dates
from enduse.resolve.points import Context, Point, settled

CONTEXT = Context(date(2016, 4, 12), ahead=False, year=None)
YEAR = settled(months(2014, 1, Precision.YEAR), PeriodRule.WRITTEN)
MAY = settled(months(2014, 5, Precision.MONTH), PeriodRule.WRITTEN)
NOVEMBER = Point(PeriodRule.LATEST, make=lambda year: months(year, 11, Precision.MONTH))


def named(point: Point, bound: str = "", *, joined: bool = False) -> Named:
    return Named(bound, point, joined, clause=False)


@pytest.mark.parametrize(
    ("bound", "loose", "start", "end"),
    [
        ("", [], date(2014, 5, 1), date(2014, 5, 31)),
        ("since", [], date(2014, 5, 1), None),
        ("until", [], None, date(2014, 5, 31)),
        ("after", [], date(2014, 6, 1), None),
        ("after", ["vote"], date(2014, 5, 1), None),
        ("before", [], None, date(2014, 4, 30)),
        ("before", ["vote"], None, date(2014, 5, 31)),
    ],
)
def test_bound_opens_one_side(bound: str, loose: list[str], start: date | None, end: date | None) -> None:
    found = combine([named(MAY, bound)], cut_dates("May 2014"), loose, CONTEXT)
    assert (found.start, found.end, found.grain) == (start, end, Precision.MONTH)


def test_range_gives_the_year_of_one_end_to_the_other() -> None:
    found = combine([named(NOVEMBER), named(MAY, joined=True)], [], [], CONTEXT)
    assert (found.start, found.end) == (date(2013, 11, 1), date(2014, 5, 31))
    after = combine([named(MAY), named(NOVEMBER, joined=True)], [], [], CONTEXT)
    assert (after.start, after.end) == (date(2014, 5, 1), date(2014, 11, 30))


def test_of_several_points_the_closest_is_taken() -> None:
    assert combine([named(YEAR), named(MAY)], [], [], CONTEXT).start == date(2014, 5, 1)


@pytest.mark.parametrize(
    ("phrase", "loose", "rule"),
    [
        ("for three years", [], PeriodRule.DURATION),
        ("every day", [], PeriodRule.FREQUENCY),
        ("at dawn", [], PeriodRule.CLOCK),
        ("then", ["then"], PeriodRule.OTHER_DATE),
        ("during the clashes", ["clashes"], PeriodRule.EVENT),
        ("rebels", ["rebels"], PeriodRule.NOT_FOUND),
        ("", [], PeriodRule.NOT_FOUND),
    ],
)
def test_phrase_without_a_date_says_why(phrase: str, loose: list[str], rule: PeriodRule) -> None:
    assert combine([], cut_dates(phrase), loose, CONTEXT) == nothing(rule)
