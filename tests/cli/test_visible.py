"""Nothing that steers a terminal is left, and honest text is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.cli.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07", "a␀b␇"),
        ("\x9b2J\x7f", "⟨U+009B⟩2J␡"),
        ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("one\r\n\ttwo", "one   two"),
        ("\ud800", "⟨U+D800⟩"),
    ],
)
def test_steering_character_becomes_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["Tessaly – “é”", "👩‍🚀", "می‌خواهم", "e\u0301", "السلام"])
def test_honest_text_is_left_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert not [c for c in visible(text) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
