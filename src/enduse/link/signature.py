"""A few numbers that stand for a text, so that an index can find what may be a copy of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import UsageError
from .shingles import Hashes, cut

SAMPLED = 32
"""One run in so many is kept, the same in all texts; 1/64 misses more short quoted stories (decision on copies)."""

LEAST = 16
"""Runs that are kept of a short text, the smallest, as far as there are so many."""

SHARED = 2
"""Numbers that two texts must share to be compared. With 1 it would be 70 comparisons an article, with 2 it is 2."""

SHARED_SHARE = 0.3
"""Share of the shorter text's numbers that they must share; a copy has 0.67 or more, but it is a small sample."""

_FORMAT = 1
_LIMIT = (1 << 64) // SAMPLED
_HEAD = 21
_WRAP = 1 << 63


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a text to find its copies by; two texts with one digest are exact copies.

    digest: of its words in order, case, punctuation and spacing left out.
    words: how many words it has; a text without any is a copy of nothing.
    sample: bottom-k MinHash of its runs of five words, ascending: all below a limit, and 16 at least.
    """

    digest: bytes
    words: int
    sample: tuple[int, ...]

    def __bytes__(self) -> bytes:
        numbers = np.array(self.sample, "<u8").tobytes()
        return bytes([_FORMAT]) + self.digest + self.words.to_bytes(4, "little") + numbers

    @classmethod
    def from_bytes(cls, data: bytes) -> Signature:
        """Read what bytes(signature) gave; raises UsageError for anything else."""
        if len(data) < _HEAD or (len(data) - _HEAD) % 8 or data[0] != _FORMAT:
            form = f"form {data[0]}" if data else "no bytes"
            raise UsageError(f"signature of {len(data)} bytes, {form}, cannot be read; make it again from the text")
        sample = np.frombuffer(data, "<u8", offset=_HEAD).tolist()
        return cls(data[1:17], int.from_bytes(data[17:_HEAD], "little"), tuple(sample))


def signature(text: str) -> Signature:
    """Make the signature of a text; the same on every machine."""
    words, runs, digest = cut(text)
    return Signature(digest, words, tuple(_sampled(runs).tolist()))


def _sampled(runs: Hashes) -> Hashes:
    below = int(np.searchsorted(runs, np.uint64(_LIMIT)))
    return runs[: max(below, LEAST)]


def bands(of: Signature) -> tuple[int, ...]:
    """Give the numbers that an index holds of a text, as signed 64-bit integers.

    A text that shares SHARED of them or more may be a copy, a part or the whole of this one.
    """
    return tuple(number - 2 * _WRAP if number >= _WRAP else number for number in of.sample)


def may_overlap(left: Signature, right: Signature) -> bool:
    """Whether the samples allow that one text repeats the other; what they rule out need not be compared."""
    if left.digest == right.digest:
        return left.words > 0
    if not left.sample or not right.sample:
        return False
    limit = min(_limit(left), _limit(right))
    mine, yours = ({number for number in one.sample if number <= limit} for one in (left, right))
    shared = len(mine & yours)
    return shared >= SHARED and shared >= SHARED_SHARE * min(len(mine), len(yours))


def _limit(of: Signature) -> int:
    """Up to where the sample holds every run of the text."""
    return max(_LIMIT - 1, of.sample[-1]) if len(of.sample) >= LEAST else 2 * _WRAP
