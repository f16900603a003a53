"""Phrases of time are read as periods.tsv says; whatever the phrase, nothing is raised or reversed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.model.period import PeriodRule, Precision
from enduse.resolve.period import parse_period

PUBLISHED = date(2016, 4, 12)
WORDS = """in on since until by before after between and or to from the of - , last this next past coming early late
mid end beginning earlier later two 3 17th first third few several day week months year years decade
quarter half night ago within for during over Monday Friday March Sept. February 29 31 2014 2015-02-30
1980s '90s summer winter fall fiscal FY Q3 8 a.m. midnight today yesterday recently soon so far then war
began same that 9/11 New Year's Eve Christmas weekend now hours century 1999""".split()  # noqa: SIM905
PHRASES = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=60)
YEARS = st.none() | st.integers(-5, 12_000)


def test_phrases_are_read_as_the_table_says(cases: Callable[[str], list[dict[str, str]]]) -> None:
    rows = cases("periods.tsv")
    assert len(rows) >= 300
    wrong = []
    for row in rows:
        published_on = date.fromisoformat(row["published_on"]) if row["published_on"] else None
        year = int(row["year"]) if row["year"] else None
        found = parse_period(row["phrase"], published_on, ahead=row["ahead"] == "yes", year=year)
        got = [str(found.start or ""), str(found.end or ""), found.precision, found.grain or "", found.rule]
        if got != [row[cell] for cell in ("start", "end", "precision", "grain", "rule")]:
            wrong.append(f"{row['phrase']!r}: {[str(cell) for cell in got]}")
    assert not wrong, "\n".join(wrong)


def test_every_rule_and_precision_has_a_case(cases: Callable[[str], list[dict[str, str]]]) -> None:
    rows = cases("periods.tsv")
    assert {row["rule"] for row in rows} == set(PeriodRule)
    assert {row["precision"] for row in rows} == set(Precision)


def test_every_rule_and_precision_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "resolve.md").read_text("utf-8")
    assert [name for name in [*PeriodRule, *Precision] if f"| `{name}` |" not in page] == []


def test_time_of_publication_counts_as_its_day() -> None:
    assert parse_period("yesterday", datetime(2016, 4, 12, 23, 59)) == parse_period("yesterday", PUBLISHED)


@pytest.mark.parametrize("phrase", ["31 June 2015", "2015-02-30", "February 29, 2015"])
def test_day_that_is_not_in_the_calendar_is_not_moved(phrase: str) -> None:
    found = parse_period(phrase, PUBLISHED)
    assert (found.start, found.end, found.rule) == (None, None, PeriodRule.OUT_OF_RANGE)


@given(PHRASES, st.none() | st.dates(), st.booleans(), YEARS)
def test_no_phrase_raises_or_gives_a_reversed_period(
    phrase: str, published_on: date | None, ahead: bool, year: int | None
) -> None:
    found = parse_period(phrase, published_on, ahead=ahead, year=year)
    assert found.start is None or found.end is None or found.start <= found.end
    assert found.why


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), st.booleans())
def test_blanks_and_case_change_nothing(phrase: str, ahead: bool) -> None:
    found = parse_period(phrase, PUBLISHED, ahead=ahead)
    assert found == parse_period(phrase.upper(), PUBLISHED, ahead=ahead)
    assert found == parse_period(f"  {phrase.replace(' ', chr(160) + ' ')}\n", PUBLISHED, ahead=ahead)


@given(PHRASES)
def test_without_publication_nothing_is_counted_from_it(phrase: str) -> None:
    found = parse_period(phrase, None)
    assert found.rule not in {PeriodRule.LATEST, PeriodRule.COMING, PeriodRule.AGAINST_PUBLICATION}
