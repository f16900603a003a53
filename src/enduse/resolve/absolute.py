"""Reads what stands in the calendar by its name: days, months, seasons, quarters, years and decades."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from ..model.period import PeriodRule, Precision
from .calendar import DAY, WINTER, Interval, day, months, shift
from .date_words import DateToken
from .points import Context, Point, settled, written
from .tokens import kind_at, word_at

Read = tuple[Point, int]
Make = Callable[[int], Interval]
_JOINS = {"-", "to", "and", "or", "/", "through"}
_NUMBERS = {"number", "order"}


def read_absolute(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """Read the time that begins at a token, with the place behind it; None where none begins."""
    reader = _READERS.get(tokens[at].kind)
    return reader(tokens, at, context) if reader else None


def _iso(tokens: Sequence[DateToken], at: int, context: Context) -> Read:
    year, month, number = map(int, tokens[at].word.split("-"))
    return settled(day(date(year, month, number)), PeriodRule.WRITTEN), at + 1


def _year_after(tokens: Sequence[DateToken], at: int, context: Context) -> tuple[int | None, int]:
    """The year that belongs to what stands before: "of 2014", ", 2014", "last year", "of this year"."""
    ahead = at
    while word_at(tokens, ahead) in {"of", ",", "in", "the"}:
        ahead += 1
    if kind_at(tokens, ahead) == "year" and kind_at(tokens, ahead + 1) != "month":
        return tokens[ahead].value, ahead + 1
    step = {"last": -1, "this": 0, "next": 1}.get(word_at(tokens, ahead))
    if step is not None and word_at(tokens, ahead + 1) == "year" and context.published_on:
        return context.published_on.year + step, ahead + 2
    return None, at


def _dated(make: Make, year: int | None, tokens: Sequence[DateToken], ahead: int) -> Point:
    """What was read up to a place, in its year; "last year" is a year of its own only by the day of publication."""
    point = written(make, year)
    counted = year is not None and tokens[ahead - 1].kind == "unit"
    return point._replace(rule=PeriodRule.AGAINST_PUBLICATION) if counted else point


def _month_first(tokens: Sequence[DateToken], at: int, context: Context) -> Read:
    """ "March 17, 2015", "Aug. 21", "December 9-10, 2024", "January 2022", "March last year"."""
    month, ahead = tokens[at].value, at + 1
    first = last = 0
    if _is_day(tokens, ahead):
        first = last = tokens[ahead].value
        ahead += 1
        if word_at(tokens, ahead) in _JOINS and _is_day(tokens, ahead + 1) and tokens[ahead + 1].value > first:
            last, ahead = tokens[ahead + 1].value, ahead + 2
    elif word_at(tokens, ahead) == "the" and kind_at(tokens, ahead + 1) == "order":
        first = last = tokens[ahead + 1].value
        ahead += 2
    year, ahead = _year_after(tokens, ahead, context)
    if (month, first, year) == (9, 11, None) and word_at(tokens, ahead).startswith("attack"):
        year = 2001
    return _dated(_days(month, first, last), year, tokens, ahead), ahead


def _day_first(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "17 March 2015", "the 4th of April", "26 to 30 April", "third quarter of 2021"."""
    ahead = at + 1
    if kind_at(tokens, ahead) == "unit":
        return _nth(tokens, at, context)
    if [word_at(tokens, at + n) for n in range(3)] == ["9", "/", "11"] and word_at(tokens, at + 3) != "/":
        return settled(day(date(2001, 9, 11)), PeriodRule.WRITTEN), at + 3
    first = last = tokens[at].value
    if word_at(tokens, ahead) in _JOINS and kind_at(tokens, ahead + 1) in _NUMBERS and tokens[ahead + 1].value > first:
        last, ahead = tokens[ahead + 1].value, ahead + 2
    ahead += word_at(tokens, ahead) == "of"
    if kind_at(tokens, ahead) != "month" or not 1 <= first <= last <= 31:
        return _nth(tokens, at, context)
    month = tokens[ahead].value
    year, ahead = _year_after(tokens, ahead + 1, context)
    return _dated(_days(month, first, last), year, tokens, ahead), ahead


def _is_day(tokens: Sequence[DateToken], at: int) -> bool:
    """Whether a number can be a day of the month: not "March 3 weeks", not the first of "March 26 April"."""
    behind = kind_at(tokens, at + 1)
    return kind_at(tokens, at) in _NUMBERS and 1 <= tokens[at].value <= 31 and behind not in {"unit", "month"}


def _days(month: int, first: int, last: int) -> Callable[[int], Interval]:
    if not first:
        return lambda year: months(year, month, Precision.MONTH)
    return lambda year: Interval(date(year, month, first), date(year, month, last), Precision.DAY)


def _nth(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "the third quarter of 2021", "first half of last year", "the first three months of 2014"."""
    number, ahead = tokens[at].value, at + 1
    if tokens[at].kind != "order":
        return None
    grain = {"quarter": Precision.QUARTER, "half": Precision.HALF}.get(word_at(tokens, ahead))
    if grain is not None and 1 <= number <= (4 if grain is Precision.QUARTER else 2):
        step = 3 if grain is Precision.QUARTER else 6
        year, ahead = _year_after(tokens, ahead + 1, context)
        return _dated(lambda y: months(y, (number - 1) * step + 1, grain), year, tokens, ahead), ahead
    if word_at(tokens, ahead) == "century" and 11 <= number <= 21:
        return settled(Interval(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), Precision.DECADE),
                       PeriodRule.BETWEEN), ahead + 1  # fmt: skip
    count = tokens[ahead].value if kind_at(tokens, ahead) == "number" else 1
    ahead += kind_at(tokens, ahead) == "number"
    if number != 1 or kind_at(tokens, ahead) != "unit" or word_at(tokens, ahead + 1) not in {"of", "in"}:
        return None
    unit, inner = word_at(tokens, ahead), ahead + 2
    year, behind = _year_after(tokens, inner, context)
    length = {"month": 1, "quarter": 3}.get(unit)
    if year is None or length is None or count > 12:
        return None
    interval = Interval(date(year, 1, 1), shift(date(year, 1, 1), count * length) - DAY, Precision.MONTH)
    return settled(interval, PeriodRule.BETWEEN), behind


def _weekday(tokens: Sequence[DateToken], at: int, context: Context) -> Read:
    """ "Wednesday, March 26", "Tuesday night": the date where there is one, else the day of that name."""
    ahead = at + 1
    while kind_at(tokens, ahead) in {"daytime", "clock"} or word_at(tokens, ahead) == "night":
        ahead += 1
    skip = ahead
    while word_at(tokens, skip) in {",", "the", "on", "in", "of", "("}:
        skip += 1
    read = read_absolute(tokens, skip, context) if kind_at(tokens, skip) in {"month", "number", "order"} else None
    if read is not None and (read[0].grain is Precision.DAY or (read[0].make and _is_daily(read[0].make))):
        return read[0]._replace(on_weekday=tokens[at].value), read[1]
    return Point(PeriodRule.LATEST, weekday=tokens[at].value), ahead


def _is_daily(make: Callable[[int], Interval]) -> bool:
    return make(2000).grain is Precision.DAY


def _year(tokens: Sequence[DateToken], at: int, context: Context) -> Read:
    """ "2014", "2013-14", "2019 fiscal year"."""
    year, ahead = tokens[at].value, at + 1
    if word_at(tokens, ahead) == "fiscal":
        return settled(fiscal(year), PeriodRule.WRITTEN), ahead + 1 + (word_at(tokens, ahead + 1) == "year")
    if word_at(tokens, ahead) in {"-", "/"} and kind_at(tokens, ahead + 1) == "number":
        last = year // 100 * 100 + tokens[ahead + 1].value
        if last > year and len(tokens[ahead + 1].word) == 2:
            return settled(
                Interval(date(year, 1, 1), date(last, 12, 31), Precision.YEAR), PeriodRule.BETWEEN
            ), ahead + 2
    return settled(months(year, 1, Precision.YEAR), PeriodRule.WRITTEN), ahead


def fiscal(year: int) -> Interval:
    """The fiscal year of the United States: from October before to September."""
    return Interval(date(year - 1, 10, 1), date(year, 9, 30), Precision.YEAR)


def _decade(tokens: Sequence[DateToken], at: int, context: Context) -> Read:
    return settled(months(tokens[at].value, 1, Precision.DECADE), PeriodRule.WRITTEN), at + 1


def _season(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "summer of 2014", "spring"; a winter may be either of two, so both are in; "the fall of Aleppo" is none."""
    month = tokens[at].value
    year, ahead = _year_after(tokens, at + 1, context)
    if tokens[at].word == "fall" and year is None and word_at(tokens, at + 1) == "of":
        return None
    if month == WINTER and year is not None:
        if word_at(tokens, ahead) in {"-", "/"} and kind_at(tokens, ahead + 1) in {"number", "year"}:
            return settled(months(year, WINTER, Precision.SEASON), PeriodRule.WRITTEN), ahead + 2
        end = date(year + 1, 3, 1) - timedelta(days=1)
        return settled(Interval(date(year - 1, 12, 1), end, Precision.SEASON), PeriodRule.WRITTEN), ahead
    return _dated(lambda y: months(y, month, Precision.SEASON), year, tokens, ahead), ahead


_HOLIDAYS = {"christmas": (12, 25), "xmas": (12, 25)}


def _named(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "fiscal year 2019", "FY2019", "Q3 2021", "H1", "Christmas", "New Year"."""
    word, ahead = tokens[at].word, at + 1
    if word in {"fiscal", "fy"}:
        ahead += word_at(tokens, ahead) in {"year", "-"}
        year = tokens[ahead].value if kind_at(tokens, ahead) in {"year", "number"} else 0
        year += 2000 if 0 < year < 100 else 0
        return (settled(fiscal(year), PeriodRule.WRITTEN), ahead + 1) if year >= 1800 else None
    if (
        word in {"q", "h"}
        and kind_at(tokens, ahead) == "number"
        and 1 <= tokens[ahead].value <= (4 if word == "q" else 2)
    ):
        grain, step = (Precision.QUARTER, 3) if word == "q" else (Precision.HALF, 6)
        first = (tokens[ahead].value - 1) * step + 1
        year_found, ahead = _year_after(tokens, ahead + 1, context)
        return written(lambda y: months(y, first, grain), year_found), ahead
    return _holiday(tokens, at, context)


def _holiday(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    word, ahead = tokens[at].word, at + 1
    if word in _HOLIDAYS:
        month, number = _HOLIDAYS[word]
        year, ahead = _year_after(tokens, ahead, context)
        return written(lambda y: day(date(y, month, number)), year), ahead
    if word == "new" and word_at(tokens, ahead) == "year":
        eve = word_at(tokens, ahead + 1) == "eve" or (at > 1 and tokens[at - 2].word == "eve")
        return written(lambda y: day(date(y, 12, 31) if eve else date(y, 1, 1)), None), ahead + 1
    return None


_READERS: dict[str, Callable[[Sequence[DateToken], int, Context], Read | None]] = {
    "iso": _iso, "month": _month_first, "number": _day_first, "order": _day_first, "weekday": _weekday, "year": _year,
    "decade": _decade, "season": _season, "word": _named,
}  # fmt: skip
