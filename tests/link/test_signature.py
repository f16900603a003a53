"""A signature is small, comes back from its bytes, and brings copies together in an index of integers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.conftest import make_text

from enduse.errors import UsageError
from enduse.link.signature import LEAST, SHARED, Signature, bands, may_overlap, signature


@given(st.text(max_size=400))
def test_signature_comes_back_from_its_bytes(text: str) -> None:
    made = signature(text)
    assert Signature.from_bytes(bytes(made)) == made


@pytest.mark.parametrize("data", [b"", b"\1" * 20, b"\1" * 24, b"\2" + b"\0" * 20])
def test_other_bytes_are_no_signature(data: bytes) -> None:
    with pytest.raises(UsageError, match=f"signature of {len(data)} bytes.*make it again from the text"):
        Signature.from_bytes(data)


def test_signature_of_an_article_is_small() -> None:
    made = signature(make_text(1, 600))
    assert LEAST <= len(made.sample) <= 40
    assert len(bytes(made)) < 350


def test_short_text_keeps_all_its_runs_and_an_empty_one_none() -> None:
    assert len(signature("one two three four five six seven").sample) == 3
    assert signature("").sample == ()
    assert bands(signature("…")) == ()


@given(st.text(max_size=300))
def test_bands_fit_the_integers_of_a_database(text: str) -> None:
    numbers = bands(signature(text))
    assert all(-(2**63) <= number < 2**63 for number in numbers)
    assert len(set(numbers)) == len(numbers)


def cut_to_60_percent(text: str) -> str:
    return " ".join(text.split(" ")[: int(0.6 * len(text.split(" ")))])


def put_into_another(text: str) -> str:
    return "\n".join(f"Other{n} words{n} of another{n} piece{n}." for n in range(300)) + "\n" + text


@pytest.mark.parametrize("change", [str.upper, cut_to_60_percent, put_into_another])
def test_copies_meet_in_the_index(change: Callable[[str], str]) -> None:
    missed = []
    for seed in range(60):
        text = make_text(seed, 300)
        one, other = signature(text), signature(change(text))
        if len(set(bands(one)) & set(bands(other))) < SHARED or not may_overlap(one, other):
            missed.append(seed)
    assert not missed


def test_other_articles_do_not_meet() -> None:
    made = [signature(make_text(seed, 300)) for seed in range(60)]
    assert not any(may_overlap(a, b) for n, a in enumerate(made) for b in made[:n])


def test_a_shared_notice_alone_does_not_bring_articles_together() -> None:
    notice = make_text(999, 60)
    made = [signature(make_text(seed, 600) + "\n" + notice) for seed in range(40)]
    assert not any(may_overlap(a, b) for n, a in enumerate(made) for b in made[:n])


def test_texts_without_words_never_meet() -> None:
    assert not may_overlap(signature("…"), signature("!"))
    assert not may_overlap(signature("…"), signature("words"))
    assert may_overlap(signature("One."), signature("one"))
