"""Cuts text into words, and spells names of places so that "Raqqa" and "Raqqah", "al-Bab" and "Al Bāb" are one key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .folding import fold

ARTICLES = frozenset({
    "al", "el", "ar", "as", "ash", "at", "ath", "az", "an", "ad", "adh", "es", "esh", "ez", "er", "ed", "et", "en",
    "ul", "the",
})  # fmt: skip
"""Words that a name begins with in one spelling and not in the other; inside a name they are left out."""

_APOSTROPHES = "'’‘ʼʻ`ʿʾ´"
_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}]+[^\W\d_]+)*")
_NOT_LETTERS = re.compile(r"[\W_]+")
_CONSONANT = "[bcdfghjklmnpqrstvwxz]"
_SOUNDS = (
    (re.compile("ou|oo"), "u"),
    (re.compile("ee"), "i"),
    (re.compile("ey|ei|ay"), "ai"),
    (re.compile("dj"), "j"),
    (re.compile(f"(?<!{_CONSONANT})y|y(?!{_CONSONANT})"), "i"),
    (re.compile("q"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("(?<=..)[ae]h$"), "a"),
)
"""Spellings of one sound in names from other scripts, evened out in this order."""

_SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}


class Word(NamedTuple):
    """One word of a text.

    key: how the register spells it. capital: whether it begins with one. owns: whether it ends in an apostrophe and s.
    """

    key: str
    start: int
    end: int
    capital: bool
    owns: bool


def words(text: str) -> list[Word]:
    """Cut a text into words; hyphens, dots and slashes stand between them, "'s" is dropped."""
    found = []
    for match in _WORD.finditer(text):
        written = match[0]
        owns = len(written) > 2 and written[-1] in "sS" and written[-2] in _APOSTROPHES
        spelled = _spell(written[:-2] if owns else written)
        found.append(Word(spelled, match.start(), match.end(), not written[0].islower(), owns))
    return found


def joined(found: Sequence[Word], start: int) -> list[str]:
    """The keys of the stretches that begin at a word, by length; articles inside a name are left out of its key."""
    spelled, keys = "", []
    for word in found[start:]:
        spelled = _append(spelled, word.key)
        keys.append(spelled)
    return keys


def key(name: str) -> str:
    """How the register spells a name."""
    found = words(name)
    return joined(found, 0)[-1] if found else ""


def _append(spelled: str, word: str) -> str:
    if not spelled:
        return word
    if word in ARTICLES:
        return spelled
    return spelled + word[spelled[-1] == word[:1] :]


@lru_cache(maxsize=65_536)
def _spell(written: str) -> str:
    word = fold(written)
    word = _NOT_LETTERS.sub("", word)
    word = _SHORT.get(word, word)
    if word in ARTICLES:
        return word
    for sound, letter in _SOUNDS:
        word = sound.sub(letter, word)
    return word
