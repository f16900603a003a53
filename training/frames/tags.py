"""Turns fillers into a tag a word, and tags back into runs of words."""

from __future__ import annotations

from collections.abc import Sequence

from .parse import Parse
from .patterns import Run

OUTSIDE = "O"


def tags(parsed: Parse, roles: dict[str, list[tuple[int, int]]]) -> list[str]:
    """A tag a word, begin and inside of each role; bounds of fillers count code points of the sentence."""
    found = [OUTSIDE] * len(parsed.words)
    for role, fillers in roles.items():
        for start, end in fillers:
            inside = [at for at, (a, b) in enumerate(parsed.bounds) if a < end and start < b]
            for rank, at in enumerate(inside):
                found[at] = f"{'I' if rank else 'B'}-{role}"
    return found


def runs(tagged: Sequence[str]) -> dict[str, list[Run]]:
    """The runs of words that tags stand for, by role."""
    found: dict[str, list[Run]] = {}
    role, first = "", 0
    for at, tag in enumerate([*tagged, OUTSIDE]):
        if role and tag != f"I-{role}":
            found.setdefault(role, []).append((first, at))
            role = ""
        if tag != OUTSIDE and not role:
            role, first = tag[2:], at
    return found
