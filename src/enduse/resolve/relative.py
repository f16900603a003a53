"""Reads what is told from the day of publication: last week, two years ago, the past six months, soon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..model.period import PeriodRule, Precision
from .absolute import Read, read_absolute
from .calendar import DAY, Interval, day, move, weekday
from .date_words import DateToken
from .lengths import GRAINS, count_at, length, on_day, open_side, unit_away
from .points import Context, Point, settle, settled
from .set_phrases import set_phrase_at
from .tokens import kind_at, word_at

_PUBLISHED = PeriodRule.AGAINST_PUBLICATION
_BACK = {"last", "past", "previous", "latest", "recent"}
_ON = {"next", "coming", "upcoming", "following"}
_HERE = {"this", "current", "these"}
_WHOLE = {"week", "month", "quarter", "year", "decade"}

_SUNDAY = 6
"""In a Sunday's paper "last week" is the week that ends that day."""
_ALONE = {"recent", "once", "still"}
"""Words that tell the time only where they are the whole phrase."""


def read_relative(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """Read the time that begins at a token, with the place behind it; None where none begins."""
    word, published_on = tokens[at].word, context.published_on
    read = _count(tokens, at, context) or _fixed(tokens, at, published_on)
    if read is not None:
        return read
    if word in {"yesterday", "tomorrow"}:
        return on_day(published_on, -1 if word == "yesterday" else 1), at + 1
    if word == "overnight" and len(tokens) == 1 and published_on:
        return settled(Interval(published_on - DAY, published_on, Precision.DAY), _PUBLISHED), at + 1
    if word in {"earlier", "later"}:
        return _within_unit(tokens, at, context)
    if kind_at(tokens, at) == "unit" and word == "weekend":
        return unit_away(published_on, "weekend", 0), at + 1
    end = at + 1 + (word_at(tokens, at + 1) == "-")
    if word in _WHOLE and kind_at(tokens, at) == "unit" and word_at(tokens, end) == "late":  # "year-end", "month's end"
        return unit_away(published_on, word, 0)._replace(part="late"), end + 1
    if len(tokens) == 1 and word in _ALONE:
        return (on_day(published_on, 0) if word == "still" else open_side(published_on, "before")), at + 1
    if word in _BACK or word in _ON or word in _HERE:
        return _directed(tokens, at, context)
    return None


def _fixed(tokens: Sequence[DateToken], at: int, published_on: date | None) -> Read | None:
    """Set phrases: today, recently, so far, soon."""
    found = set_phrase_at(tokens, at)
    if found is None:
        return None
    kind, behind = found
    return (on_day(published_on, 0) if kind == "today" else open_side(published_on, kind)), behind


def _count(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "two years ago", "a few days ago", "three weeks from now", "two days later"."""
    if tokens[at].kind not in {"number", "few", "unit"} and tokens[at].word not in {"a", "an"}:
        return None
    count, ahead = count_at(tokens, at)
    if kind_at(tokens, ahead) != "unit":
        return None
    unit, behind, published_on = tokens[ahead].word, word_at(tokens, ahead + 1), context.published_on
    if behind in {"later", "earlier", "afterward", "afterwards", "beforehand", "thereafter", "prior"}:
        return Point(PeriodRule.OTHER_DATE), ahead + 2
    if behind in {"after", "before", "into", "following"}:
        return Point(PeriodRule.OTHER_DATE), ahead + 1  # the event or date behind is not when it was, but a bound
    if (behind, word_at(tokens, ahead + 2)) in {("from", "now"), ("from", "today")} or behind == "time":
        place = ahead + (2 if behind == "time" else 3)
        return (unit_away(published_on, unit, count) if count else open_side(published_on, "after")), place
    if behind != "ago":
        return None
    before = {token.word for token in tokens[max(0, at - 2) : at]}
    if count == 0 or unit == "century":
        return open_side(published_on, "before", GRAINS[unit]), ahead + 2
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION), ahead + 2
    if unit in {"hour", "minute"}:
        return length(published_on, unit, -count), ahead + 2
    if word_at(tokens, ahead + 2) == "today":
        return settled(day(move(published_on, unit, -count)), PeriodRule.AGAINST_PUBLICATION), ahead + 3
    point = unit_away(published_on, unit, -count)
    if before & {"more", "over", "least"}:
        point = Point(PeriodRule.BEFORE_PUBLICATION, None, point.end, point.grain)
    return point, ahead + 2


def _within_unit(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "earlier this month", "later in the year": from its beginning to publication, or from publication to its end."""
    earlier, ahead = tokens[at].word == "earlier", at + 1
    while word_at(tokens, ahead) in {"in", "on", "the", "of"}:
        ahead += 1
    here = word_at(tokens, ahead) in _HERE
    ahead += here
    named = here or ahead > at + 1
    if not named or kind_at(tokens, ahead) not in {"unit", "season", "month"} or tokens[ahead].word == "day":
        return None
    if context.published_on is None:
        return Point(PeriodRule.NO_PUBLICATION), ahead + 1
    read = _this(tokens, ahead, context)
    if read is None or read[0].start is None or read[0].end is None or read[0].grain is None:
        return read
    start, end, published_on = read[0].start, read[0].end, context.published_on
    if earlier and start > published_on:  # "earlier this summer", told in spring, is of last year
        return (_named_next(tokens, ahead, context, -1) or read)[0], read[1]
    if earlier and start <= published_on:
        return Point(PeriodRule.PART, start, min(end, published_on), read[0].grain), read[1]
    if not earlier and end >= published_on:
        return Point(PeriodRule.PART, max(start, published_on), end, read[0].grain), read[1]
    return read


def _directed(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """What follows last, past, this, next and the like."""
    word, ahead = tokens[at].word, at + 1
    while word_at(tokens, ahead) in {"-", "the", "this", "most"} or (
        word in _HERE and word_at(tokens, ahead) in _BACK | _ON
    ):
        if word_at(tokens, ahead) in _BACK | _ON:
            word = tokens[ahead].word
        ahead += 1
    if word == "following" or (word == "previous" and at and tokens[at - 1].word == "the"):
        known = kind_at(tokens, ahead) in {"unit", "month", "weekday", "season"}
        return (Point(PeriodRule.OTHER_DATE), ahead + 1) if known else None
    if word in _HERE:
        return _this(tokens, ahead, context)
    sign = -1 if word in _BACK else 1
    count, place = count_at(tokens, ahead)
    if kind_at(tokens, place) == "unit":
        whole = place == ahead and tokens[place].value == 1
        definite = word in {"past", "coming"} or bool(at and tokens[at - 1].word in {"the", "this"})
        return _length_or_unit(tokens, at, place, context.published_on, (sign, 1 if whole else count, whole, definite))
    return _named_next(tokens, ahead, context, sign)


def _length_or_unit(
    tokens: Sequence[DateToken], at: int, place: int, published_on: date | None, how: tuple[int, int, bool, bool]
) -> Read:
    """ "last week" is a week of the calendar, "the last week" and "the past six weeks" are a length of time."""
    sign, count, whole, definite = how
    unit, behind = tokens[place].word, place + 1
    if whole and definite and tokens[at].word == "next" and unit in {"day", "night", "morning"}:
        return Point(PeriodRule.OTHER_DATE), behind
    if whole and unit in {"night", "weekend"}:
        return unit_away(
            published_on, unit, sign if not (unit == "weekend" and sign < 0 and _is_over(published_on)) else 0
        ), behind
    if tokens[place].value == 2 and count == 0:
        return open_side(published_on, "before" if sign < 0 else "after", GRAINS[unit]), behind
    if whole and not definite:
        over = unit == "week" and sign < 0 and published_on is not None and published_on.weekday() == _SUNDAY
        return unit_away(published_on, unit, 0 if over else sign), behind
    if not count:
        return open_side(published_on, "before" if sign < 0 else "after", GRAINS[unit]), behind
    return length(published_on, unit, sign * count), behind


def _is_over(published_on: date | None) -> bool:
    """Whether the weekend that began last is over on the day of publication."""
    return published_on is not None and published_on.weekday() < 5


def _this(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "this week", "this spring", "this June", "this Friday", "this fiscal year"."""
    kind, published_on = kind_at(tokens, at), context.published_on
    if kind == "unit":
        coming = context.ahead and tokens[at].word == "weekend"
        moment = move(published_on, "day", 6 - published_on.weekday()) if coming and published_on else published_on
        return unit_away(moment, tokens[at].word, 0), at + 1
    if kind not in {"month", "season", "weekday"}:
        return None
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION), at + 1
    read = read_absolute(tokens, at, context)
    if read is None:
        return read
    if kind == "weekday" and read[0].weekday is not None:
        if context.ahead:
            return read
        return settled(day(weekday(read[0].weekday, published_on, 0)), _PUBLISHED), read[1]
    point, behind = read
    if kind == "season" and point.make is not None:
        year = published_on.year - (published_on.month < 3 and tokens[at].value == 12)
        return settled(point.make(year), _PUBLISHED), behind
    if kind == "month" and point.make is not None:
        return settled(point.make(published_on.year), _PUBLISHED), behind
    return read


def _named_next(tokens: Sequence[DateToken], at: int, context: Context, sign: int) -> Read | None:
    """ "last September", "next Tuesday", "last fall": the nearest that is wholly before or after publication."""
    if kind_at(tokens, at) not in {"month", "season", "weekday"}:
        return None
    read = read_absolute(tokens, at, context)
    if read is None or not (read[0].make or read[0].weekday is not None):
        return read
    point, published_on = read[0], context.published_on
    if published_on is None:
        return Point(PeriodRule.NO_PUBLICATION), read[1]
    aside = context._replace(published_on=published_on + sign * DAY, ahead=sign > 0, year=None)
    found = settle(point, aside)
    if point.weekday is not None and tokens[at - 1].word == "last" and found.start == published_on - DAY:
        found = settle(point, aside._replace(published_on=published_on - 2 * DAY))  # of yesterday no "last" is said
    if point.make is not None and sign < 0 and found.end is not None and found.end >= published_on and found.start:
        found = settle(point, aside._replace(published_on=found.start - DAY))
    if point.make is not None and sign > 0 and found.start is not None and found.start <= published_on and found.end:
        found = settle(point, aside._replace(published_on=found.end + DAY))
    return found._replace(rule=_PUBLISHED), read[1]


def part_of_this(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """The unit after "the end of" or "the beginning of" where nothing else is said of it: this year's, this month's."""
    if kind_at(tokens, at) != "unit" or tokens[at].value != 1 or tokens[at].word not in _WHOLE:
        return None
    return unit_away(context.published_on, tokens[at].word, 0), at + 1


def ahead_within(tokens: Sequence[DateToken], at: int, context: Context) -> Read | None:
    """ "within 90 days", "within weeks", "in two years" of something that lies ahead."""
    while kind_at(tokens, at) == "filler" and word_at(tokens, at) not in {"a", "an"}:
        at += 1
    count, place = count_at(tokens, at)
    if kind_at(tokens, place) != "unit":
        return None
    unit, behind = tokens[place].word, word_at(tokens, place + 1)
    if behind in {"of", "after", "from"}:  # "within 90 days of the signing"
        return Point(PeriodRule.OTHER_DATE), place + 1
    if not count or unit == "century":
        return open_side(context.published_on, "after", GRAINS[unit]), place + 1
    return length(context.published_on, unit, count), place + 1
