"""Cuts a text into runs of five words, each as a number that is the same on every machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..model.copy import SharedRun

SHINGLE = 5
"""Words of a run; 3 told copies no better, and chance and set phrases share more of them (decision on copies)."""

Hashes = NDArray[np.uint64]

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_INNER = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"[\w{_INNER}]+")
_UNSPACED_SIGN = re.compile(f"[{_UNSPACED}]")
_WORD_OR_SIGN = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w{_INNER}])+")
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])

_KNOWN_WORDS = 1 << 18
_MOST_PLACES = 16
"""Places of one run in a text that are looked at, so that a text of one word ten thousand times costs no more."""
_ODD, _MIX_1, _MIX_2 = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


class Shingles(NamedTuple):
    """What two texts are compared by. words: how many there are; runs: sorted, each once; digest: of all the words."""

    words: int
    runs: Hashes
    digest: bytes


class _WordNumbers(dict[str, int]):
    """The number of a word, whatever its case, width or invisible characters; it remembers, for news repeats itself."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _KNOWN_WORDS:
            self.clear()
        folded = unicodedata.normalize("NFKC", word.translate(_INVISIBLE)).casefold()
        digest = hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = self[word] = int.from_bytes(digest, "little")
        return number


_NUMBERS = _WordNumbers()


def _pattern(text: str) -> re.Pattern[str]:
    """Words as the script writes them; in scripts without spaces each sign is one."""
    return _WORD_OR_SIGN if not text.isascii() and _UNSPACED_SIGN.search(text) else _WORD


def _numbers(words: list[str]) -> Hashes:
    return np.fromiter(map(_NUMBERS.__getitem__, words), np.uint64, len(words))


def _runs(numbers: Hashes) -> Hashes:
    """The number of each run of SHINGLE words, in their order; a shorter text is one run."""
    width = min(SHINGLE, len(numbers))
    count = len(numbers) - width + 1
    runs = numbers[:count].copy()
    for shift in range(1, width):
        runs *= _ODD
        runs += numbers[shift : shift + count]
    runs ^= runs >> np.uint64(30)
    runs *= _MIX_1
    runs ^= runs >> np.uint64(27)
    runs *= _MIX_2
    runs ^= runs >> np.uint64(31)
    return runs


def cut(text: str) -> Shingles:
    """Cut a text; nothing is remembered of it."""
    numbers = _numbers(_pattern(text).findall(text))
    digest = hashlib.blake2b(numbers.astype("<u8").tobytes(), digest_size=16).digest()
    if not len(numbers):
        return Shingles(0, numbers, digest)
    runs = np.sort(_runs(numbers))
    first = np.ones(len(runs), np.bool_)
    np.not_equal(runs[1:], runs[:-1], out=first[1:])
    return Shingles(len(numbers), runs[first], digest)


@lru_cache(maxsize=512)
def shingles(text: str) -> Shingles:
    """Cut a text, or give what was cut of it shortly before."""
    return cut(text)


def overlap(left: Shingles, right: Shingles) -> tuple[float, float]:
    """Give the Jaccard index of the runs, and the share of the shorter text's runs that the longer one has."""
    if not len(left.runs) or not len(right.runs):
        return 0.0, 0.0
    both = len(np.intersect1d(left.runs, right.runs, assume_unique=True))
    return both / (len(left.runs) + len(right.runs) - both), both / min(len(left.runs), len(right.runs))


def longest_run(text: str, of: str) -> SharedRun | None:
    """Find the longest run of words that stands in both texts, the first one in `text` if there are several.

    None if no five words in a row do.
    """
    places, of_places = ([match.span() for match in _pattern(t).finditer(t)] for t in (text, of))
    if not places or not of_places or (len(places) < SHINGLE) != (len(of_places) < SHINGLE):
        return None
    here, there = (_runs(_numbers([t[a:b] for a, b in spans])) for t, spans in ((text, places), (of, of_places)))
    found = _longest_diagonal(here, there)
    if found is None:
        return None
    at, of_at, count = found
    words = count + min(SHINGLE, len(places)) - 1
    last, of_last = at + words - 1, of_at + words - 1
    return SharedRun(places[at][0], places[last][1], of_places[of_at][0], of_places[of_last][1], words)


def _longest_diagonal(here: Hashes, there: Hashes) -> tuple[int, int, int] | None:
    """Where the longest common run of numbers begins in each, and its length."""
    places: dict[int, list[int]] = {}
    for place, number in enumerate(there.tolist()):
        if len(known := places.setdefault(number, [])) < _MOST_PLACES:
            known.append(place)
    best: tuple[int, int, int] | None = None
    open_runs: dict[int, int] = {}
    for at, number in enumerate(here.tolist()):
        still_open: dict[int, int] = {}
        for of_at in places.get(number, ()):
            length = still_open[of_at] = open_runs.get(of_at - 1, 0) + 1
            if best is None or length > best[2]:
                best = (at - length + 1, of_at - length + 1, length)
        open_runs = still_open
    return best
