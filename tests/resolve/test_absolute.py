"""Days, months, seasons, quarters, years and decades are read by their names."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.resolve.absolute import fiscal, read_absolute
from enduse.resolve.date_words import cut_dates
from enduse.resolve.points import Context

CONTEXT = Context(date(2016, 4, 12), ahead=False, year=None)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("March 17, 2015", date(2015, 3, 17), date(2015, 3, 17)),
        ("17th of March 2015", date(2015, 3, 17), date(2015, 3, 17)),
        ("December 9-10, 2024", date(2024, 12, 9), date(2024, 12, 10)),
        ("26 to 30 April 2014", date(2014, 4, 26), date(2014, 4, 30)),
        ("January of 2022", date(2022, 1, 1), date(2022, 1, 31)),
        ("March last year", date(2015, 3, 1), date(2015, 3, 31)),
        ("third quarter of 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("H2 2014", date(2014, 7, 1), date(2014, 12, 31)),
        ("2013-14", date(2013, 1, 1), date(2014, 12, 31)),
        ("winter of 2013-14", date(2013, 12, 1), date(2014, 2, 28)),
        ("FY19", date(2018, 10, 1), date(2019, 9, 30)),
        ("Christmas 2014", date(2014, 12, 25), date(2014, 12, 25)),
        ("Tuesday, March 17, 2015", date(2015, 3, 17), date(2015, 3, 17)),
        ("1990s", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_time_with_its_year_is_settled(phrase: str, start: date, end: date) -> None:
    tokens = cut_dates(phrase)
    read = read_absolute(tokens, 0, CONTEXT)
    assert read is not None
    assert (read[0].start, read[0].end, read[1]) == (start, end, len(tokens))


@pytest.mark.parametrize("phrase", ["March 17", "5 March", "summer", "second quarter", "New Year's Eve"])
def test_time_without_its_year_waits_for_one(phrase: str) -> None:
    read = read_absolute(cut_dates(phrase), 0, CONTEXT)
    assert read is not None
    assert read[0].make is not None


@pytest.mark.parametrize("phrase", ["fall of the city", "12 rifles", "first attack", "fiscal pressure", "tanks"])
def test_words_that_only_look_like_a_time_are_left(phrase: str) -> None:
    assert read_absolute(cut_dates(phrase), 0, CONTEXT) is None


def test_day_that_is_not_in_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="day is out of range"):
        read_absolute(cut_dates("2015-02-30"), 0, CONTEXT)


def test_fiscal_year_begins_in_october() -> None:
    assert fiscal(2019)[:2] == (date(2018, 10, 1), date(2019, 9, 30))
