"""Compares two texts word by word: where they agree, and what one has in place of the other's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?\n]+\s*|$)")
WORD = re.compile(r"\s*\S+|\s+$")

MOST_SENTENCES, MOST_WORDS = 4_000, 1_500
"""Beyond these a stretch is shown as differing as a whole: the time to compare grows with the square."""


class Piece(NamedTuple):
    """A stretch of both texts: the same words, or other words in the same place. left and right may be empty."""

    same: bool
    left: str
    right: str


def altered(left: str, right: str) -> list[Piece]:
    """Cut both texts into pieces, by sentences first and by words where sentences differ.

    The left sides, joined, are the left text, and the right sides the right one. Equal texts give one piece.
    """
    found: list[Piece] = []
    for piece in _compared(_cut(SENTENCE, left), _cut(SENTENCE, right), MOST_SENTENCES):
        inner = [piece]
        if not piece.same and piece.left and piece.right:
            inner = list(_compared(_cut(WORD, piece.left), _cut(WORD, piece.right), MOST_WORDS))
        for one in inner:
            if found and found[-1].same == one.same:
                found[-1] = Piece(one.same, found[-1].left + one.left, found[-1].right + one.right)
            else:
                found.append(one)
    return found


def _cut(pattern: re.Pattern[str], text: str) -> list[str]:
    return [part for part in pattern.findall(text) if part]


def _compared(left: Sequence[str], right: Sequence[str], most: int) -> Iterator[Piece]:
    if max(len(left), len(right)) > most:
        yield Piece(left == right, "".join(left), "".join(right))
        return
    for what, a, b, c, d in SequenceMatcher(None, left, right).get_opcodes():
        yield Piece(what == "equal", "".join(left[a:b]), "".join(right[c:d]))
