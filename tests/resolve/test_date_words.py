"""Words of time are cut into tokens with their kinds and values."""

from __future__ import annotations

import pytest

from enduse.resolve.date_words import cut_dates


@pytest.mark.parametrize(
    ("phrase", "kinds"),
    [
        ("Aug. 21", ["month", "number"]),
        ("2015-03-17", ["iso"]),
        ("at 8 a.m. Tuesday", ["filler", "clock", "weekday"]),
        ("Wednesdays", ["often"]),
        ("mid-2013", ["part", "mark", "year"]),
        ("the '90s", ["filler", "decade"]),
        ("October 1st", ["month", "order"]),
        ("last week’s fighting", ["word", "unit", "word"]),
        ("1,500", ["number", "mark", "number"]),
    ],
)
def test_tokens_have_their_kinds(phrase: str, kinds: list[str]) -> None:
    assert [token.kind for token in cut_dates(phrase)] == kinds


@pytest.mark.parametrize(
    ("word", "value"),
    [("Sept", 9), ("Tues", 1), ("winter", 12), ("third", 3), ("4th", 4), ("twelve", 12), ("weeks", 2), ("80s", 1980)],
)
def test_tokens_have_their_values(word: str, value: int) -> None:
    assert cut_dates(word)[0].value == value
