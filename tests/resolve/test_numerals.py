"""Numbers are read in digits and words, and no digit of a name or calibre is taken for one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from enduse.model.quantity import Number, QuantityRule
from enduse.resolve.numerals import cut, exact, one_spelling, plain, read_amount, times, words


def first(phrase: str) -> tuple[Number | None, Number | None, Number | None] | None:
    read = read_amount(cut(phrase)[1], 0)
    return read[0][:3] if read else None


@pytest.mark.parametrize(
    ("phrase", "kinds"),
    [
        ("12 F-16s", ["num", "name"]),
        ("four 122mm rockets", ["word", "bore", "word"]),
        ("7.62x39 mm", ["bore"]),
        ("500-pound bombs", ["bore", "word"]),
        ("AK 47 rifles", ["name", "word"]),
        ("9K32", ["name"]),
        ("$400m", ["money", "num"]),
        ("Rs 500", ["money", "num"]),
        ("250kg", ["num", "word"]),
        ("the 1980s", ["word", "order"]),
        ("3/4", ["frac"]),
        ("60%", ["num", "pct"]),
    ],
)
def test_names_and_calibres_are_cut_whole(phrase: str, kinds: list[str]) -> None:
    assert [token.kind for token in cut(phrase)[1]] == kinds


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("1.15 billion", 1_150_000_000),
        ("2.5m", 2_500_000),
        ("twenty-five", 25),
        ("one hundred and fifty thousand", 150_000),
        ("two and a half million", 2_500_000),
        ("half a dozen", 6),
        ("two pairs", 4),
        ("two lakh", 200_000),
        ("3.5", 3.5),
    ],
)
def test_number_is_read_with_its_scale(phrase: str, number: Number) -> None:
    assert first(phrase) == (number,) * 3


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("dozens", 24, 99),
        ("hundreds of thousands", 200_000, 999_999),
        ("several hundred", 200, 999),
        ("multi-million", 2_000_000, 999_999_999),
        ("billions and billions", 2 * 10**9, 10**12 - 1),
    ],
)
def test_plural_is_at_least_two_and_less_than_the_next_word(phrase: str, low: int, high: int) -> None:
    assert first(phrase) == (low, None, high)


@pytest.mark.parametrize("phrase", ["several", "launchers", "T-72", "first", "-"])
def test_words_without_a_number_are_not_read(phrase: str) -> None:
    assert first(phrase) is None


def test_number_past_all_bounds_is_left_as_it_stands() -> None:
    assert first("9 trillion trillion trillion") == (9 * 10**12,) * 3


def test_whole_number_is_an_int() -> None:
    assert isinstance(plain(Decimal("3.0")), int)
    assert times(exact(5), 100, 100)[:3] == (500, 500, 500)
    assert times(exact(5), 100).rule is QuantityRule.EXACT


def test_spelling_is_made_one() -> None:
    assert one_spelling(" 5\u20136\u00a0of\n[t]he \u2019s") == "5-6 of the 's"


def test_words_of_a_list_stand_between_blanks() -> None:
    assert words("a b\n c") == {"a", "b", "c"}
