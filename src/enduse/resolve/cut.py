"""Gives a filler back what the reader cut off, so that a part of a number or a name is not taken for the whole.

The filler stays as it was read; only what is looked up grows, and only by words that stand right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.span import Span

_SCALE = r"(?:thousands?|millions?|billions?|trillions?)"
_MONEY = r"(?:dollars|euros|pounds|roubles|rubles|riyals)"
_BEHIND = re.compile(
    rf" or more\b|(?: of {_SCALE})?(?: (?:of )?{_MONEY})(?: worth)?\b| of {_SCALE}\b|\s?%(?! off)| per ?cent\b", re.I
)
_TENS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty-$", re.I)
_ONES = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine)\b", re.I)
_ORDINAL = re.compile(r"an? (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)", re.I)
_NOUN = re.compile(
    r" (?!of\b|in\b|from\b|to\b|were\b|was\b|are\b|and\b|or\b|by\b|at\b|on\b|more\b|less\b|had\b|have\b)[A-Za-z]"
)
_BEFORE = re.compile(
    r"\b(?:at least|more than|fewer than|less than|no more than|as many as|up to|nearly|almost|approximately|"
    r"an estimated)\s$",
    re.I,
)
_REST_OF_NAME = re.compile(r"-?[A-Z][\w’']*(?:-[A-Z][\w’']*)*")
_KIND_OF_PLACE = re.compile(r" (?:province|governorate|oblast|countryside|city)\b")
_NEXT_WORD = re.compile(r" ([a-z]+)\b")


def whole_quantity(text: str, filler: Span) -> str:
    """The number with what bounds it and gives its scale: "hundreds" in "hundreds of billions of dollars".

    A share that counts on ("a third German launcher") is one.
    """
    words = filler.text
    if _ORDINAL.fullmatch(words) and _NOUN.match(text, filler.end):
        return "one"
    if _TENS.search(words):
        ones = _ONES.match(text, filler.end)
        return words + ones[0] if ones else words
    behind = _BEHIND.match(text, filler.end)
    before = _BEFORE.search(text, max(0, filler.start - 20), filler.start) if words[:1].isalnum() else None
    return f"{before[0] if before else ''}{words}{behind[0] if behind else ''}"


def whole_name(text: str, filler: Span) -> str:
    """A name that breaks off at a hyphen, to its end: "Liwa al-" in "Liwa al-Quds"."""
    if not filler.text.endswith("-") and text[filler.end : filler.end + 1] != "-":
        return filler.text
    if not re.search(r"\b(?:al|el|an|ar|as|ash|ad|at)-?$", filler.text, re.I):
        return filler.text
    rest = _REST_OF_NAME.match(text, filler.end)
    return filler.text + rest[0] if rest else filler.text


def whole_place(text: str, filler: Span) -> str:
    """A place with the word for its kind behind it: "Aleppo" in "Aleppo province"."""
    kind = _KIND_OF_PLACE.match(text, filler.end)
    return filler.text + kind[0] if kind else filler.text


def with_next_word(text: str, filler: Span, others: Iterable[Span]) -> str | None:
    """An adjective with the noun right behind it ("Arab" in "Arab militias"); None where that is another filler."""
    following = _NEXT_WORD.match(text, filler.end)
    if following is None or any(other.start < following.end(1) and following.start(1) < other.end for other in others):
        return None
    return f"{filler.text}{following[0]}"
