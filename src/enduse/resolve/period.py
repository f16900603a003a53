"""Reads when a phrase says that something happens, against the day of publication, by a grammar written for news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from ..model.period import Period, PeriodRule
from .absolute import Read, read_absolute
from .combine import Named, combine, nothing
from .date_words import DateToken, cut_dates
from .lengths import count_at
from .points import Context, Point
from .relative import ahead_within, part_of_this, read_relative
from .set_phrases import bound_at
from .tokens import kind_at, word_at

_JOINS = {"to", "-", "and", "or", "through", "until", "till"}
_SILENT = {"filler", "daytime", "mark", "clock", "number", "few", "unit", "order", "often"}
"""Kinds of tokens that are no word of an event."""
_STRONG = {"since", "after", "before", "until", "soonest"}
"""Bounds that reach over the words of an event to its date; "by" and "from" more often name its agent or its place."""
_STARTS = {"month", "weekday", "number", "order", "year"}


def parse_period(phrase: str, published_on: date | None, *, ahead: bool = False, year: int | None = None) -> Period:
    """Read the days that a phrase speaks of.

    phrase: a filler of the role time, or any words ("since February", "on Tuesday night", "within 90 days").
    published_on: the day of publication; None when unknown, and then only what is written with its year is found.
    ahead: whether the act lies ahead (planned, considered, called for): "on Tuesday" is then the next, not the last.
    year: the year that the text speaks of there, for a month or day without its own; without it, publication decides.
    Never raises: what gives no date has start and end None, and a rule that says why. No precision is added: January is
    the whole month. It reads the phrase only; whether it tells of the act or of the statement is the reader's to know.

    Source: TIMEX3 of TimeML for what is counted from publication; conventions in docs/resolve.md.
    """
    published_on = published_on.date() if isinstance(published_on, datetime) else published_on
    year = year if year is not None and 1 <= year <= 9998 else None
    context = Context(published_on, ahead, year)
    try:
        tokens = cut_dates(phrase)
        reader = _Reader(tokens, context)
        reader.read()
        found = combine(reader.named, tokens, reader.loose, context)
    except (ValueError, OverflowError):  # 31 June, or two thousand years ago
        return nothing(PeriodRule.OUT_OF_RANGE)
    # "the 10th anniversary of the 2003 invasion" is another day than the one written
    other = "anniversary" in reader.loose and found.rule is PeriodRule.WRITTEN
    return nothing(PeriodRule.OTHER_DATE) if other else found


class _Reader:
    """One walk over the tokens of a phrase; bound, part and clause are what the words so far say of the next point."""

    def __init__(self, tokens: Sequence[DateToken], context: Context) -> None:
        self.tokens, self.context = tokens, context
        self.named: list[Named] = []
        self.loose: list[str] = []
        self.at = 0
        self._forget()

    def _forget(self) -> None:
        self.bound, self.part, self.clause = "", "", False

    def read(self) -> None:
        """Collect the points, and the words that belong to none."""
        while self.at < len(self.tokens):
            if not self._take_elsewhen() and not self._take_part():
                read = self._point()
                if read is not None:
                    self._take_point(*read)

    def _take_elsewhen(self) -> bool:
        """ "that summer", "the same day": a day that the phrase does not tell."""
        known = kind_at(self.tokens, self.at + 1) in {"unit", "season", "weekday", "month"}
        if self.tokens[self.at].word not in {"that", "same"} or not known:
            return False
        if not self.named:
            self.named.append(Named(self.bound, Point(PeriodRule.OTHER_DATE), joined=False, clause=False))
        self.at += 2
        return True

    def _take_part(self) -> bool:
        found = _end_of(self.tokens, self.at)
        if found is not None:
            self.part, self.at = found
        return found is not None

    def _point(self) -> Read | None:
        """The point that begins here; None where a word was passed instead."""
        tokens, at, context = self.tokens, self.at, self.context
        read = read_relative(tokens, at, context) or read_absolute(tokens, at, context)
        if read is None and self.part:
            read = part_of_this(tokens, at, context)
        if read is not None:
            return read
        found = bound_at(tokens, at)
        if found is None:
            self._pass_word()
            return None
        kept = self.bound in _STRONG and (self.clause or found[0] == "in")
        self.bound = self.bound if kept else found[0]
        self.clause, self.at = self.clause and self.bound in _STRONG, found[1]
        if self.bound == "within" or (self.bound == "in" and context.ahead):
            return ahead_within(tokens, self.at, context)
        return None

    def _pass_word(self) -> None:
        token = self.tokens[self.at]
        if token.kind == "part" and token.value == 2 and kind_at(self.tokens, self.at + 1) in _STARTS:
            self.bound = "soonest"  # "beginning Jan. 22"
        elif token.kind == "part":
            joined = self.part and self.tokens[self.at - 1].word in _JOINS
            self.part = f"{self.part}+{token.word}" if joined else token.word
        elif token.kind in {"daytime", "clock"} and self.bound in {"before", "after"} and not self.clause:
            self.bound = ""  # "just before midnight Wednesday"
        elif token.kind not in _SILENT:
            self.loose.append(token.word)
            self.clause, self.part = True, ""
        self.at += 1

    def _take_point(self, point: Point, behind: int) -> None:
        if self.clause and self.bound in {"by", "from"}:  # "by the rebels on 6 October"
            self.bound = ""
        joined = bool(self.named) and not self.clause and _joined(self.tokens, self.at)
        if self.at and self.tokens[self.at - 1].word == "for" and point.rule is PeriodRule.LATEST:
            point = point._replace(rule=PeriodRule.COMING)  # "scheduled for Wednesday"
        if self.part and not point.part and point.found:
            point = point._replace(part=self.part)
        if point.found or point.rule is not PeriodRule.OTHER_DATE or not self.named:
            self.named.append(Named(self.bound, point, joined, self.clause))
        self.at = max(behind, self.at + 1)
        self._forget()


_PART_OF = {"first": "early", "opening": "early", "last": "late", "final": "late", "closing": "late"}


def _end_of(tokens: Sequence[DateToken], at: int) -> tuple[str, int] | None:
    """ "the first weeks of 2014", "the last days of March": its first or last third, and where its name begins."""
    part = _PART_OF.get(tokens[at].word)
    if part is None:
        return None
    _, place = count_at(tokens, at + 1)
    if kind_at(tokens, place) != "unit" or word_at(tokens, place + 1) not in {"of", "in"}:
        return None
    if tokens[at].kind == "order" and tokens[place].word in {"month", "quarter"}:  # "the first three months of 2014"
        return None
    name = place + 2 + (word_at(tokens, place + 2) == "the")
    known = kind_at(tokens, name) in {"month", "season", "decade", "year"}
    return (part, place + 2) if known or word_at(tokens, name) in {"last", "this", "next"} else None


def _joined(tokens: Sequence[DateToken], at: int) -> bool:
    """Whether a range runs to the point at a place: "to", "and" or a dash stands before it, perhaps with "early"."""
    while at > 0 and (tokens[at - 1].kind in {"part", "filler", "daytime"} or tokens[at - 1].word in _JOINS):
        at -= 1
        if tokens[at].word in _JOINS:
            return True
    return at > 0 and tokens[at - 1].word in {"-", "/"}
