"""Texts are cut into the same runs however they are set, and the longest shared run is where it says."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.link.shingles import SHINGLE, cut, longest_run, overlap, shingles

PLAIN = "The envoy said that don't-know crates of rifles crossed the border."


@pytest.mark.parametrize(
    "other",
    [
        PLAIN.upper(),
        PLAIN.replace("'", "’").replace("-", " – "),
        "  " + PLAIN.replace(" ", "\n\t"),
        PLAIN.replace("envoy", "en\u00advoy"),
        PLAIN.replace("rifles", "rif\u200bles"),
        PLAIN.replace("said", "ｓａｉｄ"),
    ],
)
def test_setting_does_not_change_a_text(other: str) -> None:
    assert cut(other).digest == cut(PLAIN).digest
    assert overlap(cut(other), cut(PLAIN)) == (1.0, 1.0)


def test_accents_may_be_composed_or_not() -> None:
    assert cut("Le café fermé").digest == cut("Le cafe\u0301 ferme\u0301").digest != cut("Le cafe ferme").digest


def test_order_of_words_counts() -> None:
    assert cut("a b c d e f g").digest != cut("g f e d c b a").digest


def test_script_without_spaces_is_cut_sign_by_sign() -> None:
    text = "停火协议在首都签署之后边境城镇恢复平静"
    assert cut(text).words == len(text)
    assert overlap(cut(text), cut("据报道" + text))[1] == 1.0


@pytest.mark.parametrize("text", ["", " \n", "… — !"])
def test_text_without_words_has_no_runs(text: str) -> None:
    assert cut(text).words == 0
    assert len(cut(text).runs) == 0
    assert overlap(cut(text), cut(text)) == (0.0, 0.0)


def test_text_shorter_than_a_run_is_one_run() -> None:
    assert len(cut("three words here").runs) == 1
    assert longest_run("three words here", "- Three words HERE!") is not None
    assert longest_run("three words here", "three words here and two more") is None


def test_numbers_are_the_same_in_another_process() -> None:
    command = f"from enduse.link.shingles import cut; s = cut({PLAIN!r}); print(s.digest.hex(), s.runs.tolist())"
    other = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout
    assert other == f"{cut(PLAIN).digest.hex()} {cut(PLAIN).runs.tolist()}\n"


@given(st.text(alphabet="ab c\ude00é停\u00ad.", max_size=60), st.text(alphabet="ab c\ude00é停\u00ad.", max_size=60))
def test_overlap_is_the_same_both_ways_and_within_bounds(left: str, right: str) -> None:
    index, contained = overlap(cut(left), cut(right))
    assert (index, contained) == overlap(cut(right), cut(left))
    assert 0 <= index <= contained <= 1


def test_longest_run_is_quoted_exactly_past_an_emoji() -> None:
    text = "🛰 By our staff. The convoy of nine trucks crossed at night, two officials said on Monday 🛰"
    of = "CITY (Agency) - the convoy of NINE trucks crossed at night, two officials said, adding little."
    run = longest_run(text, of)
    assert run is not None
    assert text[run.start : run.end] == "The convoy of nine trucks crossed at night, two officials said"
    assert of[run.of_start : run.of_end] == "the convoy of NINE trucks crossed at night, two officials said"
    assert run.words == 11


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_longest_run_is_the_longest(left: list[str], right: list[str]) -> None:
    def runs(words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(words[a:b]) for a in range(len(words)) for b in range(a + SHINGLE, len(words) + 1)}

    shared = max(map(len, runs(left) & runs(right)), default=0)
    run = longest_run(" ".join(left), " ".join(right))
    if min(len(left), len(right)) >= SHINGLE:
        assert (run.words if run else 0) == shared


def test_one_word_ten_thousand_times_is_cut_in_moments() -> None:
    text = "truck " * 10_000
    assert len(cut(text).runs) == 1
    run = longest_run(text, text)
    assert run is not None
    assert run.words > SHINGLE


def test_what_was_cut_is_remembered_for_a_while_only() -> None:
    for number in range(2_000):
        shingles(f"text number {number} of many more than are remembered")
    assert shingles.cache_info().currsize == shingles.cache_info().maxsize
