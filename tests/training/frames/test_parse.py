"""Sentences are cut into phrases, and each word is placed about the triggers beside it."""

from __future__ import annotations

import pytest
from training.frames.parse import Parse, parse, weapons


def place(parsed: Parse, word: str) -> int:
    return parsed.words.index(word)


@pytest.mark.parametrize(
    ("sentence", "word", "slot"),
    [
        ("Korvia shipped rifles to the Brezovan army.", "rifles", "give:active:0"),
        ("Korvia shipped rifles to the Brezovan army.", "army", "give:active:to"),
        ("The rifles were shipped by Korvia.", "korvia", "give:passive:by"),
        ("The missiles shipped to Averna were old.", "averna", "give:reduced:to"),
        ("The sale of tanks to Averna went on.", "averna", "giving:noun:to"),
    ],
)
def test_word_behind_a_trigger_is_placed_by_its_preposition(sentence: str, word: str, slot: str) -> None:
    parsed = parse(sentence)
    assert parsed.left[place(parsed, word)] == slot


def test_last_bare_phrase_before_a_verb_is_its_subject() -> None:
    parsed = parse("Korvia of the north shipped rifles.")
    assert parsed.right[0] == "give:active:subject:0"
    assert parsed.right[place(parsed, "north")] == "give:active:of:0"


def test_has_before_a_participle_opens_no_frame() -> None:
    parsed = parse("Korvia has shipped rifles and has tanks.")
    assert parsed.trigger == ["", "", "give:active", "", "", "have:active", "", ""]


def test_noun_and_verb_of_one_spelling_are_told_apart_by_the_word_before() -> None:
    noun, verb = parse("The supply went on."), parse("They supply tanks.")
    assert noun.trigger[1] == "giving:noun"
    assert verb.trigger[1] == "give:active"


def test_weapons_are_found_by_their_longest_name() -> None:
    assert weapons(["the", "anti", "-", "tank", "missiles", "came"]) == ["", *["anti_armour"] * 4, ""]


def test_bounds_count_code_points() -> None:
    parsed = parse("\N{COLLISION SYMBOL} Rifles came")
    assert parsed.bounds == [(0, 1), (2, 8), (9, 13)]
