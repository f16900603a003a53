"""What is told from the day of publication is read."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.model.period import PeriodRule
from enduse.resolve.date_words import cut_dates
from enduse.resolve.points import Context
from enduse.resolve.relative import ahead_within, part_of_this, read_relative

TUESDAY = date(2016, 4, 12)
CONTEXT = Context(TUESDAY, ahead=False, year=None)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("last week", date(2016, 4, 4), date(2016, 4, 10)),
        ("past six months", date(2015, 10, 12), TUESDAY),
        ("next few weeks", TUESDAY, None),
        ("two years ago", date(2014, 1, 1), date(2014, 12, 31)),
        ("ten years ago today", date(2006, 4, 12), date(2006, 4, 12)),
        ("earlier this month", date(2016, 4, 1), TUESDAY),
        ("later this year", TUESDAY, date(2016, 12, 31)),
        ("last Monday", date(2016, 4, 4), date(2016, 4, 4)),
        ("last Sunday", date(2016, 4, 10), date(2016, 4, 10)),
        ("last September", date(2015, 9, 1), date(2015, 9, 30)),
        ("next Tuesday", date(2016, 4, 19), date(2016, 4, 19)),
        ("this Friday", date(2016, 4, 15), date(2016, 4, 15)),
        ("yesterday", date(2016, 4, 11), date(2016, 4, 11)),
        ("six months from now", date(2016, 10, 1), date(2016, 10, 31)),
    ],
)
def test_time_is_counted_from_publication(phrase: str, start: date | None, end: date | None) -> None:
    read = read_relative(cut_dates(phrase), 0, CONTEXT)
    assert read is not None
    assert (read[0].start, read[0].end) == (start, end)


@pytest.mark.parametrize("phrase", ["two days later", "a day after the vote", "following week"])
def test_time_counted_from_elsewhere_has_no_days(phrase: str) -> None:
    read = read_relative(cut_dates(phrase), 0, CONTEXT)
    assert read is not None
    assert read[0].rule is PeriodRule.OTHER_DATE


def test_last_week_of_a_sunday_paper_ends_that_day() -> None:
    read = read_relative(cut_dates("last week"), 0, CONTEXT._replace(published_on=date(2016, 4, 10)))
    assert read is not None
    assert (read[0].start, read[0].end) == (date(2016, 4, 4), date(2016, 4, 10))


@pytest.mark.parametrize("phrase", ["tanks", "last attack", "this war"])
def test_other_words_are_left(phrase: str) -> None:
    assert read_relative(cut_dates(phrase), 0, CONTEXT) is None


def test_length_ahead_runs_from_publication() -> None:
    read = ahead_within(cut_dates("about 11 days"), 0, CONTEXT)
    assert read is not None
    assert (read[0].start, read[0].end) == (TUESDAY, date(2016, 4, 23))
    assert ahead_within(cut_dates("the palace"), 0, CONTEXT) is None


def test_part_belongs_to_the_unit_of_publication() -> None:
    read = part_of_this(cut_dates("year"), 0, CONTEXT)
    assert read is not None
    assert read[0].end == date(2016, 12, 31)
    assert part_of_this(cut_dates("years"), 0, CONTEXT) is None
