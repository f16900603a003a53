"""Cuts a phrase into the tokens of the date grammar: months, weekdays, units, numbers, and the words around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from .numerals import SMALL, one_spelling, words


class DateToken(NamedTuple):
    """A piece of a phrase.

    kind: what the grammar takes it for (month, unit, filler …).
    word: in lower case; of a unit its singular, of a part early, mid or late.
    value: its number; of a unit 2 for the plural.
    """

    kind: str
    word: str
    value: int = 0


_TOKEN = re.compile(
    r"""
    (?P<iso>\d{4}-\d\d?-\d\d?(?!\d))
  | (?P<clock>\d{1,2}[:.]\d\d(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,4}\s?[ap]\.?\s?m\b\.?)
  | (?P<decade>(?:1[6-9]|20)\d0'?s\b|'?[2-9]0s\b)
  | (?P<order>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<year>(?:1[4-9]|2[01])\d\d(?!\d|,\d))
  | (?P<number>\d{1,4}(?!\d))
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)
  | (?P<mark>[-,/])
    """,
    re.IGNORECASE | re.VERBOSE,
)

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT_MONTHS = {"sept": 9} | {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_UNITS = [
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "weekend",
    "night",
]
_ORDERS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_PARTS = {
    "early": ("early", "beginning", "start", "outset", "onset"),
    "mid": ("mid", "middle", "midway"),
    "late": ("late", "end", "close", "ending"),
}
_SEASONS = {"spring": 3, "springtime": 3, "summer": 6, "midsummer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAYTIME = words(
    """
    morning afternoon evening noon midday midnight dawn dusk sunrise sunset sundown daybreak nightfall overnight
    gmt utc est edt et pst pdt bst cet local moscow clock o'clock eve hours
    """
)
_FEW = words("few several couple some many recent number handful")


def _vocabulary() -> dict[str, DateToken]:
    known = {word: DateToken("filler", word) for word in FILLERS} | {
        word: DateToken("daytime", word) for word in _DAYTIME
    }
    for number, month in enumerate(_MONTHS, 1):
        known[month] = DateToken("month", month, number)
    known |= {word: DateToken("month", word, number) for word, number in _SHORT_MONTHS.items() if word != "may"}
    for number, name in enumerate(_WEEKDAYS):
        known[name], known[name + "s"] = DateToken("weekday", name, number), DateToken("often", name + "s")
    known |= {word: DateToken("weekday", word, number) for word, number in _SHORT_WEEKDAYS.items()}
    known |= {word: DateToken("season", word, number) for word, number in _SEASONS.items()}
    known |= {word: DateToken("number", word, number) for word, number in SMALL.items()}
    known |= {word: DateToken("few", word) for word in _FEW} | {"dozen": DateToken("number", "dozen", 12)}
    known |= {word: DateToken("order", word, number) for number, word in enumerate(_ORDERS)}
    for unit in _UNITS:
        plural = unit[:-1] + "ies" if unit.endswith("y") and unit != "day" else unit + "s"
        known[unit], known[plural] = DateToken("unit", unit, 1), DateToken("unit", unit, 2)
    for part, spellings in _PARTS.items():
        known |= {word: DateToken("part", part, int(word != part)) for word in spellings}
    known["beginning"] = DateToken("part", "early", 2)
    known |= {word: DateToken("often", word) for word in OFTEN}
    return known


FILLERS = words(
    """
    the of in on at a an around about just only very back way course period over during throughout for
    approximately roughly nearly almost some more than at least well and or time by to from between as soon
    exactly shortly long barely immediately right sometime still further another entire whole full early part so
    now that's upcoming scheduled no not my our its his her their straight consecutive
    """
)
"""Words that say nothing about which event is meant: what stands beside them and is known to no list is an event."""

OFTEN = words(
    """
    daily weekly monthly yearly annually annual every each regularly repeatedly routinely often sometimes
    frequently times occasionally nightly continually constantly always consistently
    """
)
VOCABULARY = _vocabulary()


def cut_dates(phrase: str) -> list[DateToken]:
    """Give the tokens of a phrase; possessives lose their s, so that "last week's" is last week."""
    tokens = []
    for match in _TOKEN.finditer(one_spelling(phrase)):
        kind, word = match.lastgroup or "", match[0].lower()
        if kind == "word":
            known = VOCABULARY.get(word) or VOCABULARY.get(word.removesuffix("'s"))
            tokens.append(known or DateToken("word", word.removesuffix("'s")))
        elif kind in {"year", "number"}:
            tokens.append(DateToken(kind, word, int(word)))
        elif kind in {"order", "decade"}:
            value = int(re.sub(r"\D", "", word))
            tokens.append(DateToken(kind, word, value + 1900 if kind == "decade" and value < 100 else value))
        else:
            tokens.append(DateToken(kind, word))
    return tokens
