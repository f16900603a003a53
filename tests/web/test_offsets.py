"""Offsets of the browser and of Python name the same characters, past emoji and text from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.web.offsets import to_code_points, to_utf16


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet=st.characters(codec="utf-16")))
def test_every_offset_is_as_many_units_as_stand_before_it(text: str) -> None:
    offsets = list(range(len(text) + 1))
    assert to_utf16(text, offsets) == [units(text[:offset]) for offset in offsets]
    assert to_code_points(text, to_utf16(text, offsets)) == offsets


def test_emoji_and_right_to_left_text_before_a_span() -> None:
    text = "🚀🇺🇳 قال السلاح \u202bשלום\u202c Norland sent rockets."
    start = text.index("rockets")
    assert to_utf16(text, [start, start + 7]) == [start + 3, start + 10]
    encoded = text.encode("utf-16-le")
    assert encoded[2 * (start + 3) : 2 * (start + 10)].decode("utf-16-le") == "rockets"


@pytest.mark.parametrize("offset", [1, 3, -1])
def test_offset_that_names_no_place_is_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="inside a character or outside"):
        to_code_points("🚀", [offset])
