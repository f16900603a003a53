"""Reckons with days: intervals of the calendar, their thirds, and the one that lies nearest to a day.

Months, quarters and years are those of the Gregorian calendar, weeks begin on Monday (ISO 8601), seasons are the
meteorological ones of the northern hemisphere (WMO: spring is March to May), fiscal years those of the United States
(31 U.S.C. 1102: from October before).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from ..model.period import Precision


class Interval(NamedTuple):
    """From a day to a day, both included, and what it is exact to."""

    start: date
    end: date
    grain: Precision


DAY = timedelta(days=1)
_MONTHS_OF = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3, Precision.HALF: 6, Precision.YEAR: 12,
              Precision.DECADE: 120}  # fmt: skip
WINTER = 12


def day(moment: date) -> Interval:
    """One day."""
    return Interval(moment, moment, Precision.DAY)


def months(year: int, month: int, grain: Precision) -> Interval:
    """A month, quarter, season, half, year or decade from its first month on."""
    start = date(year, month, 1)
    return Interval(start, shift(start, _MONTHS_OF[grain]) - DAY, grain)


def shift(moment: date, count: int) -> date:
    """So many months later (earlier below zero), on the last day of a month that is too short."""
    at = moment.year * 12 + moment.month - 1 + count
    year, month = divmod(at, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(moment.day, (first_after - DAY).day))


def unit_around(moment: date, unit: str) -> Interval:
    """The day, week, month, quarter, year or decade that a day lies in; the weekend that it lies in or after."""
    if unit in {"day", "night"}:
        return day(moment)
    monday = moment - timedelta(days=moment.weekday())
    if unit in {"week", "fortnight"}:
        return Interval(monday, monday + timedelta(days=6), Precision.WEEK)
    if unit == "weekend":
        saturday = moment - timedelta(days=(moment.weekday() + 2) % 7)
        return Interval(saturday, saturday + DAY, Precision.DAY)
    if unit == "month":
        return months(moment.year, moment.month, Precision.MONTH)
    if unit == "quarter":
        return months(moment.year, (moment.month - 1) // 3 * 3 + 1, Precision.QUARTER)
    if unit == "decade":
        return months(moment.year // 10 * 10, 1, Precision.DECADE)
    return months(moment.year, 1, Precision.YEAR)


def move(moment: date, unit: str, count: int) -> date:
    """So many units later, earlier below zero."""
    length = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if length is not None:
        return moment + timedelta(days=length * count)
    if unit in {"hour", "minute"}:
        days = -(-abs(count) // (24 if unit == "hour" else 1440))
        return moment + timedelta(days=days if count > 0 else -days)
    return shift(moment, {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count)


def third(whole: Interval, part: str) -> Interval:
    """The early, middle or late third of a month, season, quarter, half, year, decade or week.

    Convention: 1–10, 11–20 and 21 to the end of a month; four months of a year; years 0–3, 4–6 and 7–9 of a decade.
    """
    if "+" in part:
        first_third, last_third = third(whole, part.split("+")[0]), third(whole, part.split("+")[-1])
        return first_third._replace(end=max(first_third.end, last_third.end))
    at = {"early": 0, "mid": 1, "late": 2}[part]
    start, end, grain = whole
    if grain is Precision.MONTH:
        first = start.replace(day=10 * at + 1)
        return Interval(first, end if at == 2 else first + timedelta(days=9), Precision.WEEK)
    if grain is Precision.WEEK:
        return Interval(
            start + timedelta(days=2 * at), end if at == 2 else start + timedelta(days=2 * at + 1), Precision.DAY
        )
    if grain is Precision.DECADE:
        years = [(0, 3), (4, 6), (7, 9)][at]
        return Interval(date(start.year + years[0], 1, 1), date(start.year + years[1], 12, 31), Precision.YEAR)
    if grain is Precision.DAY:
        return whole
    step = _MONTHS_OF[grain] // 3
    first = shift(start, step * at)
    return Interval(first, shift(first, step) - DAY, Precision.MONTH)


def latest(make: Callable[[int], Interval], moment: date) -> Interval:
    """Of a thing that comes every year, the latest that has begun by a day."""
    for year in range(moment.year + 1, moment.year - 9, -1):
        found = _made(make, year)
        if found is not None and found.start <= moment:
            return found
    raise ValueError("no such day in nine years")


def coming(make: Callable[[int], Interval], moment: date) -> Interval:
    """Of a thing that comes every year, the first that is not over by a day."""
    for year in range(moment.year - 1, moment.year + 9):
        found = _made(make, year)
        if found is not None and found.end >= moment:
            return found
    raise ValueError("no such day in nine years")


def to_come(make: Callable[[int], Interval], moment: date) -> Interval:
    """Of a thing that comes every year, the first that is not over by a day, or the last if it was over just before."""
    last = latest(make, moment)
    return last if (moment - last.end).days <= _JUST_BEFORE_DAYS else coming(make, moment)


_JUST_BEFORE_DAYS = 92
"""A quarter: "by March" is told of last March in April, and of the next one in August."""


def nearest(make: Callable[[int], Interval], moment: date) -> Interval:
    """Of a thing that comes every year, the one whose end lies nearest to a day."""
    found = [made for year in range(moment.year - 1, moment.year + 2) if (made := _made(make, year))]
    if not found:
        return latest(make, moment)
    return min(found, key=lambda made: abs((made.end - moment).days))


def _made(make: Callable[[int], Interval], year: int) -> Interval | None:
    """The thing in a year, None where it does not come (29 February)."""
    try:
        return make(year)
    except ValueError:
        return None


def weekday(number: int, moment: date, direction: int) -> date:
    """The day of that name on or before a day (direction -1), on or after it (1), or in its week (0)."""
    if direction < 0:
        return moment - timedelta(days=(moment.weekday() - number) % 7)
    if direction > 0:
        return moment + timedelta(days=(number - moment.weekday()) % 7)
    return moment + timedelta(days=number - moment.weekday())
