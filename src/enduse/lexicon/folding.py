"""Takes accents off a word, so that a register's name is found however its letters are marked.

The reader's word pieces and the ledger's search have rules of their own: the first are those that its network was
trained with, the second must find again what it stored.
"""

from __future__ import annotations

import unicodedata

_WHOLE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "ə": "a"})
"""Letters that Unicode does not take apart."""


def fold(word: str) -> str:
    """Small letters without accents; the word may grow."""
    word = word.lower()
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_WHOLE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
