"""Makes the times that are counted from the day of publication: a day, a unit of the calendar, a length."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..model.period import PeriodRule, Precision
from .calendar import day, move, unit_around
from .date_words import DateToken
from .points import Point, settled
from .tokens import kind_at, word_at

GRAINS = {"minute": Precision.DAY, "hour": Precision.DAY, "day": Precision.DAY, "night": Precision.DAY,
           "weekend": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK, "month": Precision.MONTH,
           "quarter": Precision.QUARTER, "year": Precision.YEAR, "decade": Precision.DECADE,
           "century": Precision.DECADE}  # fmt: skip


def on_day(published_on: date | None, days: int) -> Point:
    """The day of publication, or one so many days away."""
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION)
    return settled(day(move(published_on, "day", days)), PeriodRule.AGAINST_PUBLICATION)


def open_side(published_on: date | None, kind: str, grain: Precision = Precision.DAY) -> Point:
    """Some time before or after the day of publication."""
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION)
    if kind == "before":
        return Point(PeriodRule.BEFORE_PUBLICATION, None, published_on, grain)
    return Point(PeriodRule.AFTER_PUBLICATION, published_on, None, grain)


def unit_away(published_on: date | None, unit: str, steps: int) -> Point:
    """The week, month or year of publication, or one so many steps away."""
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION)
    if unit in {"hour", "minute", "century"}:
        return Point(PeriodRule.DURATION)
    first = published_on if unit in {"day", "night", "week", "fortnight", "weekend"} else published_on.replace(day=1)
    return settled(unit_around(move(first, unit, steps), unit), PeriodRule.AGAINST_PUBLICATION)


def length(published_on: date | None, unit: str, count: int) -> Point:
    """So many units up to the day of publication, or from it on."""
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION)
    other = move(published_on, unit, count)
    start, end = min(other, published_on), max(other, published_on)
    rule = PeriodRule.LENGTH_BEFORE if count < 0 else PeriodRule.LENGTH_AHEAD
    return Point(rule, start, end, GRAINS[unit])


def count_at(tokens: Sequence[DateToken], at: int) -> tuple[int, int]:
    """How many of a unit: its number (0 where it is told only as few or many), and the place of the unit."""
    value, ahead = 0, at
    while kind_at(tokens, ahead) in {"number", "few"} or word_at(tokens, ahead) in {
        "a",
        "an",
        "of",
        "-",
        "and",
        "dozen",
    }:
        token = tokens[ahead]
        if token.kind == "number":
            value += token.value
        elif token.word in {"a", "an"} and kind_at(tokens, ahead + 1) == "unit":
            value = 1
        elif token.kind == "few":
            value = -(10**6)
        ahead += 1
    while word_at(tokens, ahead) in {"consecutive", "straight", "full", "more", "short", "long"}:
        ahead += 1
    return max(value, 0), ahead
