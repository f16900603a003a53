"""Tokens are looked at by their place, and phrases found among them."""

from __future__ import annotations

import pytest

from enduse.resolve.date_words import cut_dates
from enduse.resolve.numerals import cut
from enduse.resolve.tokens import Phrases, kind_at, listed, word_at

TABLE = Phrases({("more",): "more", ("more", "than"): "over", ("no", "more", "than"): "up to"})


def test_past_the_end_of_a_phrase_there_is_no_word_and_no_kind() -> None:
    assert word_at(cut_dates("March"), 1) == kind_at(cut_dates("March"), 1) == ""
    assert word_at(cut("two tanks")[1], 1) == "tanks"
    assert word_at(cut("two tanks")[1], 2) == ""


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("more tanks", ("more", 1)),
        ("more than 12", ("over", 2)),
        ("no more than 12", ("up to", 3)),
        ("no more", None),
        ("tanks", None),
    ],
)
def test_the_longest_phrase_that_begins_at_a_place_is_found(phrase: str, found: tuple[str, int] | None) -> None:
    assert TABLE.at(cut(phrase)[1], 0) == found


def test_a_phrase_is_found_at_the_place_asked_for_alone() -> None:
    tokens = cut("12 tanks, more than enough")[1]
    assert TABLE.at(tokens, 0) is None
    assert TABLE.at(tokens, 3) == ("over", 5)


def test_listed_phrases_stand_between_semicolons() -> None:
    assert list(listed("at least;\n  or so; ;more")) == ["at least", "or so", "more"]
