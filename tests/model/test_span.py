"""A span is a piece of the text, and cannot be made to say anything else."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.model import Span

TEXT = "Averna sends 🚀 rifles"


def test_span_of_cuts_its_quote_out_of_the_text() -> None:
    assert Span.of(TEXT, 0, 6) == Span(0, 6, "Averna")


def test_span_counts_an_emoji_as_one() -> None:
    assert Span.of(TEXT, 15, 21).text == "rifles"


@pytest.mark.parametrize(("start", "end"), [(4, 4), (0, 0), (18, 15), (-1, 2), (-4, -1), (3, -1)])
def test_span_that_is_empty_reversed_or_before_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"span \[{start}, {end}\) is empty or reversed; start must be < end"):
        Span.of(TEXT, start, end)


def test_span_past_the_end_of_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"span \[15, 22\) ends after the text of 21 code points"):
        Span.of(TEXT, 15, 22)


def test_span_may_end_where_the_text_ends() -> None:
    assert Span.of(TEXT, 0, len(TEXT)).text == TEXT


@pytest.mark.parametrize("quote", ["", "rifle", "rifles "])
def test_span_of_another_length_than_its_quote_is_refused(quote: str) -> None:
    with pytest.raises(ValueError, match=rf"does not fit its {len(quote)} code points of text"):
        Span(15, 21, quote)


def test_span_counted_in_utf_16_units_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit its 8 code points"):
        Span(13, 22, "🚀 rifles")


def test_spans_sort_in_order_of_the_text() -> None:
    spans = [Span(5, 7, "ab"), Span(0, 9, "averna se"), Span(0, 6, "averna")]
    assert sorted(spans) == [Span(0, 6, "averna"), Span(0, 9, "averna se"), Span(5, 7, "ab")]


def test_span_cannot_be_moved() -> None:
    span = Span.of(TEXT, 0, 6)
    with pytest.raises(FrozenInstanceError):
        span.start = 1  # type: ignore[misc]


@given(st.text(st.characters() | st.sampled_from("🚀\u0301\u202eر\r\n\x00\ud800"), min_size=1), st.data())
def test_span_of_any_text_quotes_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span.of(text, start, end).text == text[start:end]
