"""Turns a sentence and the one before it into the numbers that the encoder takes."""

from __future__ import annotations

from dataclasses import dataclass

from .wordpiece import Piece, WordPieces

BEFORE = 16
"""Word pieces kept of the sentence before, its last ones: each costs as much time as one of the sentence itself."""

LONGEST = 150
"""Word pieces read of the sentence itself; 1 in 1,000 news sentences is longer, and what follows is not read."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One row of a batch: equally long lists of piece ids, segments (0 before, 1 sentence) and word shapes.

    pieces: those of the sentence, whose first stands at row position `offset`.
    """

    ids: list[int]
    segments: list[int]
    shapes: list[int]
    offset: int
    pieces: list[Piece]


def encode(cutter: WordPieces, text: str, sentence: tuple[int, int], before: tuple[int, int] | None) -> Encoded:
    """Encode text[start:end] of a sentence with the sentence before it; None at the head of a text."""
    context = cutter.cut(text, *before)[-BEFORE:] if before else []
    pieces = cutter.cut(text, *sentence)[:LONGEST]
    ids = [cutter.begin, *(p.id for p in context), cutter.separate, *(p.id for p in pieces), cutter.separate]
    shapes = [0, *_shapes(text, context), 0, *_shapes(text, pieces), 0]
    segments = [0] * (len(context) + 2) + [1] * (len(pieces) + 1)
    return Encoded(ids, segments, shapes, len(context) + 2, pieces)


def _shapes(text: str, pieces: list[Piece]) -> list[int]:
    return [word_shape(text[p.start : p.end]) for p in pieces]


def word_shape(word: str) -> int:
    """Class of a word's letters, which the lower-casing encoder cannot see.

    1 punctuation, 2 lower case, 3 capitalised, 4 capitals, 5 number first, 6 mixed or without case; 0 is none.
    """
    if word[0].isdigit():
        return 5
    if not word[0].isalpha():
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 4 if len(word) > 1 else 3
    return 3 if word[0].isupper() else 6
