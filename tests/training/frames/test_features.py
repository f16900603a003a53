"""Features say what a word is, and where it stands about its trigger."""

from __future__ import annotations

from training.frames.features import Sentence

SENTENCE = Sentence("Korvia sent 40 rifles to Averna.", "It was cold.", {"rifles": ("7", "70")})


def test_words_are_given_their_frame_their_class_and_their_patterns() -> None:
    korvia, _, forty, rifles, _, averna, _ = SENTENCE.of_words()
    assert "R=give:active:subject:0" in korvia
    assert "in=quantity:first" in forty
    assert {"w0=rifles", "k0=7", "K0=70", "L=give:active:0 weapon"} <= set(rifles)
    assert {"L=give:active:to", "led=to"} <= set(averna)


def test_sentences_are_given_words_frames_and_words_of_the_sentence_before() -> None:
    found = SENTENCE.of_sentence()
    assert {"sent 40", "p:cold", "L:give:active:0 weapon", "has:quantity", "armed give:active"} <= set(found)
    assert found == sorted(set(found))
