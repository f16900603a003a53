"""Reads one number with all that belongs to it: its currency, its other end, its bounds and its unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..model.quantity import Measure, QuantityRule
from .date_words import VOCABULARY
from .hedges import AFTER, BEFORE, FRACTIONS, SIGNS, bounded, hull
from .numerals import SMALL, Amount, Token, exact, read_amount, times, words
from .tokens import word_at
from .unit_words import CURRENCIES, SORT_OF
from .units import Unit, content_after, is_length, money_at, read_unit, singular, unit_at, whole_after


class Counted(NamedTuple):
    """A number with its unit.

    amount: None where it counts nothing (a year, "300 km").
    after: the place of the token behind it all.
    """

    amount: Amount | None
    unit: Unit
    after: int


_UNTOLD = Unit(Measure.UNKNOWN, None, None, 0)
_MONTHS = {word for word, token in VOCABULARY.items() if token.kind == "month"}
_BEFORE_YEAR = words(
    """
    in since by until from during before after between early late mid of year fy fiscal and
    """
)
_PERCENT = {"%", "percent", "percentage", "pct"}
_TO = words("- to or and through")
_EVEN = words("even perhaps possibly maybe if not , nearly about")
_PARTS = words(
    """
    page point star engine wheel wheeled wheeler seat stage man part sided way time person member nation
    """
)
"""What a compound counts that is no thing of the claim: "a 14-page report", "four-wheel cars"."""
_BULK = {Measure.WEIGHT, Measure.VOLUME}
_POUNDS_ARE_MONEY_FROM = 10**6
"""A million pounds are sterling, five hundred are a weight; no sign tells them apart in "500 pounds of explosives"."""


def read_counted(text: str, tokens: Sequence[Token], at: int, hedge: QuantityRule | None) -> Counted | None:
    """Read the number that begins at a token, under the hedge that stands before it; None where no number begins."""
    share = _fraction(tokens, at)
    if share is not None:
        of, after = whole_after(text, tokens, share[1])
        amount = bounded(share[0], hedge) if hedge else share[0]
        return Counted(amount, Unit(Measure.SHARE, None, of, after), after)
    sign = CURRENCIES.get(tokens[at].word) if tokens[at].kind == "money" else None
    first = at + (sign is not None)
    read = read_amount(tokens, first) if first < len(tokens) else None
    if read is None:
        return None
    amount, after = read
    if sign is None and (_is_date(tokens, at, after) or _is_metres(tokens, at)):
        return Counted(None, _UNTOLD, after)
    amount, after = _other_end(tokens, amount, after, hedge)
    behind = AFTER.at(tokens, after) if after < len(tokens) else None
    if behind is not None:
        amount, after = bounded(amount, behind[0]), behind[1]
    if hedge is not None:
        amount = bounded(amount, hedge)
    if sign is not None:
        return _money(text, tokens, after, amount, sign)
    return _with_unit(text, tokens, amount, after)


def _other_end(tokens: Sequence[Token], amount: Amount, at: int, hedge: QuantityRule | None) -> tuple[Amount, int]:
    """The interval to a second number: "5-10", "five or six", "dozens, if not hundreds", "between 5 and 10"."""
    ahead = at + _percent(tokens, at)
    comma = word_at(tokens, ahead) == "," and word_at(tokens, ahead + 1) in _EVEN
    joiner = word_at(tokens, ahead)
    if not comma and (joiner not in _TO or (joiner == "and" and hedge is not QuantityRule.RANGE)):
        return amount, at
    ahead += 1
    while word_at(tokens, ahead) in _EVEN:
        ahead += 1
    hedged = BEFORE.at(tokens, ahead) if ahead < len(tokens) else None
    ahead = hedged[1] if hedged else ahead
    ahead += ahead < len(tokens) and (tokens[ahead].kind == "money" or tokens[ahead].word in {"a", "as"})
    read = read_amount(tokens, ahead) if ahead < len(tokens) else None
    if read is None or (joiner == "-" and tokens[ahead].kind == "word" and tokens[ahead].word not in SMALL):
        return amount, at
    return hull(amount, read[0]), read[1]


def _with_unit(text: str, tokens: Sequence[Token], amount: Amount, at: int) -> Counted:
    """The unit that the words behind a number name."""
    hyphen = word_at(tokens, at) == "-" and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start
    percent = _percent(tokens, at)
    if percent:
        of, after = whole_after(text, tokens, at + percent)
        return Counted(times(amount, Decimal("0.01")), Unit(Measure.SHARE, None, of, after), after)
    word_place = at + (word_at(tokens, at) in {"-", "of"})
    money = money_at(tokens, word_place)
    if money is not None:
        large = max(n for n in amount[:3] if n is not None) >= _POUNDS_ARE_MONEY_FROM
        if money[0] != "pound" or large:
            return _money(text, tokens, money[1], amount, "GBP" if money[0] == "pound" else money[0])
    word = word_at(tokens, word_place)
    if is_length(word) or (word == "square" and is_length(word_at(tokens, word_place + 1))):
        return Counted(None, _UNTOLD, word_place + 1)
    if hyphen and tokens[at + 1].kind == "word":
        if SORT_OF.get(singular(word)) in _BULK or word in _PARTS:  # "500-pound bombs", "a 14-page report"
            return Counted(None, _UNTOLD, at + 2)
        unit = unit_at(text, tokens, at + 1)
        return Counted(amount, unit, unit.after)
    unit = read_unit(text, tokens, at)
    return Counted(amount, unit, unit.after)


def _money(text: str, tokens: Sequence[Token], at: int, amount: Amount, code: str) -> Counted:
    if word_at(tokens, at) == "-":
        money = money_at(tokens, at + 1)
        at = money[1] if money else at
    of, after = content_after(text, tokens, at)
    return Counted(amount, Unit(Measure.MONEY, code, of, after), after)


def _percent(tokens: Sequence[Token], at: int) -> int:
    """How many tokens at a place say per cent."""
    word = word_at(tokens, at)
    if word == "per" and word_at(tokens, at + 1) == "cent":
        return 2
    return int(word in _PERCENT) + (word == "-" and word_at(tokens, at + 1) in _PERCENT) * 2


def _fraction(tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """ "a quarter", "two-thirds", "half", "1/3", as a share of one."""
    token = tokens[at]
    if token.kind == "frac":
        if token.word in SIGNS:
            return exact(SIGNS[token.word]), at + 1
        above, below = map(int, token.word.split("/"))
        return (exact(Decimal(above) / below), at + 1) if 0 < above < below else None
    count = 1 if token.word in {"a", "one"} else SMALL.get(token.word, 0)
    if token.word == "half" and read_amount(tokens, at) is None:
        count, ahead = 1, at
    else:
        ahead = at + 1 + (word_at(tokens, at + 1) == "-")
    below = FRACTIONS.get(word_at(tokens, ahead), 0)
    if not 0 < count < below or (count > 1) != word_at(tokens, ahead).endswith(("s", "ves")):
        return None
    behind = tokens[ahead + 1] if ahead + 1 < len(tokens) else None
    if (
        below > 2
        and behind is not None
        and behind.kind == "word"
        and behind.word not in {"of", "the", "or", "to", "and"}
    ):
        return None
    if word_at(tokens, ahead) == "half" and read_amount(tokens, ahead) is not None:
        return None
    return exact(Decimal(count) / below), ahead + 1


def _is_date(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether a number is the day or the year of a date: "March 17", "17 March", "in 2015"."""
    before, behind = tokens[at - 1].word if at else "", word_at(tokens, after)
    if tokens[at].kind != "num":
        return False
    if before in _MONTHS or (behind in _MONTHS and len(tokens[at].word) <= 2):
        return True
    if at >= 2 and tokens[at - 2].word in _MONTHS and len(tokens[at].word) == 4:
        return True
    if before == "," and at >= 3 and tokens[at - 3].word in _MONTHS:
        return True
    year = len(tokens[at].word) == 4 and tokens[at].word[:2] in {"19", "20"}
    noun = after < len(tokens) and tokens[after].kind in {"word", "name"} and behind not in {"and", "to", "the"}
    return year and before in _BEFORE_YEAR and not noun


def _is_metres(tokens: Sequence[Token], at: int) -> bool:
    """Whether the m of "400m" is a metre: no currency before it, and no noun after it that could be counted."""
    word = tokens[at].word
    return tokens[at].kind == "num" and word[-1] == "m" and (at + 1 >= len(tokens) or tokens[at + 1].kind != "word")
