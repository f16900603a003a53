"""Makes one period of the points that a phrase names: ranges, bounds, and the reason where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..model.period import Period, PeriodRule, Precision
from .calendar import DAY
from .date_words import DateToken
from .numerals import words
from .points import Context, Point, settle
from .set_phrases import bound_at

_ELSEWHEN = words(
    """
    then later earlier afterwards afterward thereafter meanwhile that those beforehand subsequently
    simultaneously same next following previous prior subsequent first last final initial whenever
    """
)
_EVENTS = words(
    """
    after before during when while since once as under until following upon amid if whenever where
    """
)
_PREPOSITIONS = {"in", "on", "at", "during", "over", "throughout", "from", "for", "around"}
_LOST = {
    PeriodRule.NO_PUBLICATION: Precision.RELATIVE, PeriodRule.OTHER_DATE: Precision.RELATIVE,
    PeriodRule.CLOCK: Precision.RELATIVE,
}  # fmt: skip


class Named(NamedTuple):
    """A point in its phrase.

    bound: what the words before it make of it ("since", "by"), empty for nothing.
    joined: a range runs to it from the last point ("from May to July").
    clause: words of an event stand between the bound and the point ("since the war began in 2011").
    """

    bound: str
    point: Point
    joined: bool
    clause: bool


def nothing(rule: PeriodRule) -> Period:
    """A period without dates, and why."""
    return Period(None, None, _LOST.get(rule, Precision.UNKNOWN), rule)


def combine(named: Sequence[Named], tokens: Sequence[DateToken], loose: Sequence[str], context: Context) -> Period:
    """One period from all that was named."""
    dated = [name for name in named if name.point.found]
    if not dated:
        return nothing(_reason(named, tokens, loose))
    if len(dated) > 1 and dated[1].joined:
        last = 1
        while last + 1 < len(dated) and dated[last + 1].joined:
            last += 1
        point, bound = _hull(dated[0].point, dated[last].point, context), dated[0].bound
        bound = "" if bound == "from" else bound
    else:
        settled = [(settle(n.point, context, bound=_is_bound(n)), n) for n in dated]
        point, name = min(settled, key=lambda pair: _days(pair[0]))
        bound = name.bound
        if bound == "before" and (name.point.part or "").endswith("late"):  # "before the end of 2014"
            bound = "until"
        if bound == "from" and point.grain is Precision.DAY and point.start != point.end:  # "from 26 to 30 April"
            bound = ""
    if not point.found:
        return nothing(point.rule)
    return _bounded(point, bound, event=bool(loose))


def _is_bound(name: Named) -> bool:
    """Whether a date may lie on either side of publication: "until elections on Nov. 1", not "before a July call"."""
    return name.bound in {"until", "by"} or (name.bound in {"soonest", "before"} and not name.clause)


def _days(point: Point) -> int:
    """Days of a point, to choose the closest of several; one that is open is the last choice."""
    return (point.end - point.start).days if point.start and point.end else 10**9 - point.found


def _hull(left: Point, right: Point, context: Context) -> Point:
    """From the first point to the last, each with the year of the other where it has none of its own."""
    if right.make is None or left.make is not None or left.start is None:
        right = settle(right, context)
        left = _in_year_of(left, right, context)
    else:
        left = settle(left, context)
        right = _in_year_of(right, left, context, after=True)
    if left.start is None or right.start is None or left.end is None or right.end is None:
        return left if left.found else right
    start, end = left.start, left.end
    if start > right.end and left.grain is Precision.DAY and (start - right.end).days < 7:  # "Saturday to Monday"
        start, end = start - 7 * DAY, end - 7 * DAY
    grain = Precision.DAY if Precision.DAY in (left.grain, right.grain) else right.grain
    return Point(PeriodRule.BETWEEN, min(start, right.start), max(end, right.end), grain)


def _in_year_of(point: Point, other: Point, context: Context, *, after: bool = False) -> Point:
    """A point without its year, in the year of the other end; before or after it as it stands in the calendar."""
    if point.make is None or other.start is None or other.end is None:
        return settle(point, context)
    year = other.start.year
    found = settle(point, context._replace(year=year))
    if found.start is not None and found.end is not None:
        if not after and found.start > other.end:
            return settle(point, context._replace(year=year - 1))
        if after and found.end < other.start:
            return settle(point, context._replace(year=year + 1))
    return found


def _bounded(point: Point, bound: str, *, event: bool) -> Period:
    """What a bound makes of a settled point."""
    start, end, grain, rule = point.start, point.end, point.grain or Precision.DAY, point.rule
    if bound in {"since", "from", "soonest"} and start is not None:
        end, rule = None, PeriodRule.SINCE
    elif bound in {"since", "from"}:  # "since the war began more than two months ago": before it, nobody says when
        return nothing(PeriodRule.EVENT)
    elif bound == "after" and end is not None:
        start, end = start if event and start is not None else end + DAY, None
        rule = PeriodRule.AFTER_EVENT if event else PeriodRule.SINCE
    elif bound in {"until", "by"} and end is not None:
        start, rule = None, PeriodRule.UNTIL
    elif bound == "before" and start is not None:
        end, start = (end if event and end is not None else start - DAY), None
        rule = PeriodRule.BEFORE_EVENT if event else PeriodRule.UNTIL
    if start is None and end is None:
        return nothing(PeriodRule.EVENT)
    if start is None or end is None:
        return Period(start, end, Precision.OPEN, rule, grain)
    several = rule in _RANGES or (grain is Precision.DAY and start != end)
    return Period(start, end, Precision.RANGE if several else grain, rule, grain)


_RANGES = {PeriodRule.PART, PeriodRule.BETWEEN, PeriodRule.LENGTH_BEFORE, PeriodRule.LENGTH_AHEAD}


def _reason(named: Sequence[Named], tokens: Sequence[DateToken], loose: Sequence[str]) -> PeriodRule:
    """Why a phrase gives no date."""
    if named:
        return named[0].point.rule
    kinds, spoken = {token.kind for token in tokens}, {token.word for token in tokens}
    if "often" in kinds:
        return PeriodRule.FREQUENCY
    if not tokens:
        return PeriodRule.NOT_FOUND
    if loose and set(loose) <= _ELSEWHEN:
        return PeriodRule.OTHER_DATE
    length = "unit" in kinds and (tokens[0].word == "in" or tokens[0].kind in {"number", "few", "unit"})
    if tokens[0].word == "for" or (length and not loose):
        return PeriodRule.DURATION
    if kinds & {"clock", "daytime"} and not spoken & _EVENTS and len(loose) <= 1:  # "at midnight Cairo time"
        return PeriodRule.CLOCK
    if not loose and "time" in spoken:
        return PeriodRule.OTHER_DATE
    if spoken & _EVENTS or bound_at(tokens, 0):
        return PeriodRule.EVENT if loose else PeriodRule.OTHER_DATE
    if "unit" in kinds:
        return PeriodRule.EVENT if loose else PeriodRule.DURATION
    return PeriodRule.EVENT if loose and tokens[0].word in _PREPOSITIONS else PeriodRule.NOT_FOUND
