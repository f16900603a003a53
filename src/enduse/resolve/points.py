"""A time that a phrase names, before and after it is settled against the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ..model.period import PeriodRule, Precision
from .calendar import Interval, coming, day, latest, nearest, third, to_come, weekday


class Context(NamedTuple):
    """What a time is settled against.

    published_on: the day of publication; None when unknown.
    ahead: whether the act lies ahead of publication (it is planned, promised, called for).
    year: the year that the text speaks of there, for a month or day without its own; None to let publication decide.
    """

    published_on: date | None
    ahead: bool
    year: int | None


class Point(NamedTuple):
    """A time as named: settled (start, end), one of every year (make), or a weekday; or why it is none (rule)."""

    rule: PeriodRule
    start: date | None = None
    end: date | None = None
    grain: Precision | None = None
    make: Callable[[int], Interval] | None = None
    weekday: int | None = None
    on_weekday: int | None = None
    part: str | None = None

    @property
    def found(self) -> bool:
        """Whether it can be settled or is."""
        return self.start is not None or self.end is not None or self.make is not None or self.weekday is not None


def settled(interval: Interval, rule: PeriodRule) -> Point:
    """A point whose days are known."""
    return Point(rule, interval.start, interval.end, interval.grain)


def written(make: Callable[[int], Interval], year: int | None) -> Point:
    """What is written with its year, or waits for one."""
    return settled(make(year), PeriodRule.WRITTEN) if year else Point(PeriodRule.LATEST, make=make)


def settle(point: Point, context: Context, *, bound: bool = False) -> Point:
    """Give a point its days.

    bound: it ends something ("by March"), so that it may lie on either side of the day of publication.
    """
    if point.on_weekday is not None and point.make is not None:
        point = _with_weekday(point, point.make, context)
    if point.make is None and point.weekday is None:
        return _third(point)
    if point.make is not None and context.year:
        return _third(settled(point.make(context.year), PeriodRule.YEAR_GIVEN)._replace(part=point.part))
    published_on = context.published_on
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION)
    ahead = context.ahead or point.rule is PeriodRule.COMING
    rule = PeriodRule.COMING if ahead else PeriodRule.NEAREST if bound else PeriodRule.LATEST
    if point.weekday is not None and context.year not in {None, published_on.year}:
        return Point(PeriodRule.OTHER_DATE)
    if point.weekday is not None:
        return settled(day(weekday(point.weekday, published_on, 1 if ahead or bound else -1)),
                       PeriodRule.COMING if ahead or bound else rule)  # fmt: skip
    assert point.make is not None
    find = {PeriodRule.COMING: coming, PeriodRule.NEAREST: to_come, PeriodRule.LATEST: latest}[rule]
    found = find(_part_of(point), published_on)
    if rule is PeriodRule.LATEST and found.grain is Precision.DAY and (published_on - found.end).days > _LAST_YEAR_DAYS:
        found, rule = nearest(_part_of(point), published_on), PeriodRule.NEAREST
    return _third(settled(found, rule)._replace(part=point.part))


def _with_weekday(point: Point, make: Callable[[int], Interval], context: Context) -> Point:
    """A day whose name is given is of the nearest year where it has that name: "Wednesday, March 26" is of 2014."""
    if context.published_on is None or context.year:
        return point
    around = [context.published_on.year + step for step in (0, -1, 1)]
    named = [year for year in around if make(year).start.weekday() == point.on_weekday]
    return settled(make(named[0]), PeriodRule.NEAREST) if named else point


_LAST_YEAR_DAYS = 300
"""A day without its year is not taken for one further back: news gives the year of such a day, and "March 8" in late
February is the one to come."""


def _part_of(point: Point) -> Callable[[int], Interval]:
    """What comes every year, cut to the part named, so that "late November" of last year is found on 5 November."""
    make, part = point.make, point.part
    assert make is not None
    return make if part is None else lambda year: third(make(year), part)


def _third(point: Point) -> Point:
    if point.part is None or point.start is None or point.end is None or point.grain is None:
        return point
    if point.grain is Precision.DAY or point.rule in _SETTLED_BY_YEAR:
        return point._replace(rule=PeriodRule.PART if point.grain is not Precision.DAY else point.rule)
    return settled(third(Interval(point.start, point.end, point.grain), point.part), PeriodRule.PART)


_SETTLED_BY_YEAR = {PeriodRule.LATEST, PeriodRule.COMING, PeriodRule.NEAREST}
