"""Looks spellings up in an index whose lines are read only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

Entry = TypeVar("Entry")


def entries_of(
    index: Mapping[str, str], read: dict[str, tuple[Entry, ...]], spelled: str, entry: Callable[[str], Entry]
) -> tuple[Entry, ...]:
    """What a key stands for; empty when nothing.

    index: by key one line an entry. read: what was read before, and is added to. entry: reads one line.
    """
    lines = index.get(spelled)
    if lines is None:
        return ()
    entries = read.get(spelled)
    if entries is None:
        entries = read[spelled] = tuple(entry(line) for line in lines.split("\n"))
    return entries
