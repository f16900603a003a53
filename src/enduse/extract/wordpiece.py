"""Cuts text into the word pieces that the encoder knows, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+|[^\s]")
LONGEST_WORD = 60


class Piece(NamedTuple):
    """One word piece: vocabulary id, and the code points [start, end) of the whole word it belongs to."""

    id: int
    start: int
    end: int
    first: bool


class WordPieces:
    """A lower-casing, accent-folding WordPiece cutter that keeps code-point offsets.

    vocabulary: one piece a row, in the order of the encoder's embedding rows; pieces inside a word begin with "##".
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: row for row, piece in enumerate(vocabulary)}
        self.unknown, self.begin, self.separate, self.masked = (
            self._ids[name] for name in ("[UNK]", "[CLS]", "[SEP]", "[MASK]")
        )
        self._word_ids = lru_cache(maxsize=100_000)(self._cut)

    def cut(self, text: str, start: int = 0, end: int | None = None) -> list[Piece]:
        """Cut text[start:end]; offsets count code points of the whole text."""
        pieces: list[Piece] = []
        for match in WORD.finditer(text, start, len(text) if end is None else end):
            a, b = match.span()
            ids = self._word_ids(match.group())
            pieces.append(Piece(ids[0], a, b, True))
            pieces.extend(Piece(piece, a, b, False) for piece in ids[1:])
        return pieces

    def _cut(self, word: str) -> tuple[int, ...]:
        """Longest pieces first, as in WordPiece; a word that cannot be cut is one unknown."""
        folded = fold(word)
        if not folded or len(folded) > LONGEST_WORD:
            return (self.unknown,)
        ids, at = [], 0
        while at < len(folded):
            for stop in range(len(folded), at, -1):
                row = self._ids.get(("##" if at else "") + folded[at:stop])
                if row is not None:
                    break
            else:
                return (self.unknown,)
            ids.append(row)
            at = stop
        return tuple(ids)


def fold(word: str) -> str:
    """Lower case without accents; may be longer or shorter than the word, so never used for offsets."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
