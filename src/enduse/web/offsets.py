"""Turns offsets in code points, which enduse counts, into UTF-16 units, which browsers count, and back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def to_utf16(text: str, offsets: Sequence[int]) -> list[int]:
    """The offsets of a text in UTF-16 units; a character beyond the basic plane, such as an emoji, takes two."""
    units = _units_before(text)
    return [units[offset] for offset in offsets]


def to_code_points(text: str, offsets: Sequence[int]) -> list[int]:
    """The offsets of a browser in code points.

    Raises ValueError for one outside the text, or one inside a character of two units.
    """
    place = {unit: point for point, unit in enumerate(_units_before(text))}
    if wrong := [offset for offset in offsets if offset not in place]:
        raise ValueError(f"offset {wrong[0]} is inside a character or outside the text; select whole characters")
    return [place[offset] for offset in offsets]


def _units_before(text: str) -> list[int]:
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))
