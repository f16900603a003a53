"""Sentences that call earlier cases to mind are found by a word or by a year, with the claim read in them."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.link.recalls import recalled

DAY = date(2031, 4, 12)


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The plan has a precedent in the arms that went to Sulmar.", "precedent"),
        ("It is reminiscent of the missiles sent to Korvia.", "reminiscent of"),
        ("Similar shipments of rifles ended badly.", "Similar shipments"),
        ("Averna armed them once before.", "once before"),
    ],
)
def test_word_is_enough_where_arms_are_spoken_of(sentence: str, cue: str) -> None:
    (found,) = recalled([sentence], DAY, {}, "")
    assert (found.quote, found.cue, found.claim) == (sentence, cue, None)


def test_year_long_past_is_enough_where_an_act_was_read() -> None:
    sentence = "In the 1980s Averna gave launchers to Sulmar."
    (found,) = recalled([sentence], DAY, {sentence: "clm-1"}, "")
    assert found.claim == "clm-1"
    assert list(recalled([sentence], DAY, {}, "")) == []
    assert list(recalled([sentence.replace("the 1980s", "2031")], DAY, {sentence: "clm-1"}, "")) == []


def test_plan_itself_and_sentences_about_other_things_recall_nothing() -> None:
    own = "The plan repeats a precedent of arms."
    assert list(recalled([own, "The law sets a precedent.", "Rifles arrived."], DAY, {}, own)) == []
