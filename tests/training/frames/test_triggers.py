"""Words are known by spelling: closed classes, verbs and nouns that open frames."""

from __future__ import annotations

import pytest
from training.frames.triggers import MARKS, closed_class, noun_frame, verb_frame


@pytest.mark.parametrize(
    ("word", "of_class"), [("by", "prep"), ("1,200", "number"), ("“", "punct"), ("$", "unit"), ("rifle", "")]
)
def test_closed_class(word: str, of_class: str) -> None:
    assert closed_class(word) == of_class


@pytest.mark.parametrize(
    ("word", "frame"), [("shipped", "give"), ("receives", "get"), ("seized", "take"), ("accuses", "say"), ("sat", "")]
)
def test_verbs_open_their_frame_in_every_form(word: str, frame: str) -> None:
    assert verb_frame(word) == frame


@pytest.mark.parametrize(("word", "frame"), [("delivery", "giving"), ("truce", "truce"), ("rifle", "")])
def test_nouns_open_their_frame(word: str, frame: str) -> None:
    assert noun_frame(word) == frame


def test_marks_of_several_words_are_spelled_with_blanks() -> None:
    assert "as long as" in MARKS["condition"]
