"""The gate passes a sentence by the sum of its weights, the screen a document by its words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.extract.gate import Gate, features, words
from enduse.extract.sentences import sentences
from enduse.lexicon.models import ModelFolder, open_model

MakeGate = Callable[..., Gate]

WORDS = st.lists(st.text(st.sampled_from("abcdeß-1é"), min_size=1, max_size=9), max_size=60)


@pytest.fixture
def make_gate(tmp_path: Path) -> MakeGate:
    """Makes a gate of a model built by hand: threshold 1, bias 0 unless a weight says otherwise."""

    def make(weights: Mapping[str, float], **more: float) -> Gate:
        rows = {"#bias": 0.0, **weights}
        content = "".join(f"{feature}\t{weight}\n" for feature, weight in rows.items()).encode()
        (tmp_path / "gate.tsv").write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        settings = {
            "gate_threshold": 1.0,
            "gate_document": 1.0,
            "gate_beside": 0.0,
            "screen": ["rifle", "truce"],
            "sha256": {"gate.tsv": digest},
        } | more
        return Gate(ModelFolder(tmp_path, settings))

    return make


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" .!? ", []),
        ("Averna SENT rifles.", ["averna", "sent", "rifles"]),
        ("anti-tank missiles", ["anti-tank", "missiles"]),
        ("S-400s, F-16", ["s-400s", "f-16"]),
        ("arms - and_men -- now-", ["arms", "and", "men", "now"]),
        ("l’Élan 🚀 سلاح", ["l", "élan", "سلاح"]),
    ],
)
def test_words_are_lower_case_and_keep_their_hyphens(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_features_are_words_pairs_stems_parts_the_sentence_before_and_a_length() -> None:
    assert features(["sent", "anti-tank", "missiles"], ["rebels", "won"]) == {
        "sent",
        "anti-tank",
        "missiles",
        "sent anti-tank",
        "anti-tank missiles",
        "sent_missiles",
        "anti-*",
        "missi*",
        "anti",
        "tank",
        "p:rebels",
        "p:won",
        "#0",
    }


def test_features_of_no_words_are_their_length() -> None:
    assert features([], []) == {"#0"}


@pytest.mark.parametrize(
    ("count", "length"), [(0, "#0"), (7, "#0"), (8, "#1"), (16, "#2"), (47, "#5"), (48, "#6"), (500, "#6")]
)
def test_length_is_counted_in_eights_up_to_six(count: int, length: str) -> None:
    assert {feature for feature in features(["x"] * count, []) if feature[0] == "#"} == {length}


@pytest.mark.parametrize(("word", "stems"), [("arms", set()), ("rifle", set()), ("rifles", {"rifle*"})])
def test_word_of_more_than_five_letters_has_a_stem(word: str, stems: set[str]) -> None:
    assert {feature for feature in features([word], []) if feature.endswith("*")} == stems


@given(WORDS, WORDS)
def test_sentence_before_adds_only_its_words(sentence: list[str], before: list[str]) -> None:
    assert features(sentence, before) - features(sentence, []) == {"p:" + word for word in before}


@pytest.mark.parametrize(
    ("weights", "passes"),
    [
        ({}, False),
        ({"rifles": 1.0}, True),
        ({"rifles": 0.75}, False),
        ({"rifles": 0.5, "sent": 0.5}, True),
        ({"rifles": 0.5, "sent": 0.25}, False),
        ({"rifles": 2.0, "sent": -1.5}, False),
        ({"rifles": 0.5, "#bias": 0.5}, True),
        ({"rifles": 1.0, "#bias": -0.5}, False),
        ({"#bias": 1.0}, True),
        ({"averna sent": 1.0}, True),
        ({"sent averna": 1.0}, False),
        ({"averna_rifles": 1.0}, True),
        ({"rifle*": 1.0}, True),
        ({"#0": 1.0}, True),
        ({"#1": 1.0}, False),
        ({"p:rifles": 1.0}, False),
    ],
)
def test_sentence_passes_when_its_weights_reach_the_threshold(
    make_gate: MakeGate, weights: Mapping[str, float], passes: bool
) -> None:
    text = "Averna sent rifles."
    assert make_gate(weights).passing(text, [(0, len(text))]) == ([0] if passes else [])


def test_word_counts_once_when_it_is_said_twice(make_gate: MakeGate) -> None:
    assert make_gate({"rifles": 0.5}).passing("Rifles, rifles", [(0, 14)]) == []


def test_passing_gives_the_numbers_of_the_sentences_in_order(make_gate: MakeGate) -> None:
    text = "Rifles came. Rain fell. Averna sent rifles."
    assert make_gate({"rifles": 1.0}).passing(text, sentences(text)) == [0, 2]


def test_sentence_is_weighed_with_the_one_before_it_though_that_one_is_held_back(make_gate: MakeGate) -> None:
    text = "Rain fell. Snow came. Ice came."
    assert make_gate({"p:rain": 1.0}).passing(text, sentences(text)) == [1]


def test_no_sentences_pass_when_there_are_none(make_gate: MakeGate) -> None:
    assert make_gate({"#bias": 9.0}).passing("", []) == []


@pytest.mark.parametrize(
    ("text", "screened"),
    [
        ("", False),
        ("Rain fell.", False),
        ("A rifle.", True),
        ("RIFLE fire.", True),
        ("rifles", False),
        ("The guns are silent.\nA\tTruce", True),
        ("🚀truce-breakers", True),
        ("rif le", False),
    ],
)
def test_screen_lets_a_document_through_that_has_one_of_its_words(
    make_gate: MakeGate, text: str, screened: bool
) -> None:
    assert make_gate({}).screens(text) is screened


def test_shipped_gate_passes_a_sentence_about_a_delivery() -> None:
    text = "Averna sent 200 anti-tank missiles to rebels in Korvia last week, officials said."
    gate = Gate(open_model("spans-1"))
    assert gate.screens(text)
    assert gate.passing(text, [(0, len(text))]) == [0]


def test_shipped_gate_holds_back_a_sentence_about_a_cake() -> None:
    text = "Whisk the eggs with the sugar and bake the cake for forty minutes."
    assert Gate(open_model("spans-1")).passing(text, [(0, len(text))]) == []


def bounds_of(*texts: str) -> tuple[str, list[tuple[int, int]]]:
    """A text of these sentences, and where they stand."""
    text = " ".join(texts)
    starts = [text.index(part) for part in texts]
    return text, [(start, start + len(part)) for start, part in zip(starts, texts, strict=True)]


def test_a_sentence_passes_by_what_stands_beside_it(make_gate: MakeGate) -> None:
    text, bounds = bounds_of("rifles went.", "Korvia did likewise.", "Rain fell.", "Snow fell.", "Wind rose.")
    gate = make_gate({"rifles": 4.0, "likewise": 0.6}, gate_beside=0.5)
    assert gate.passing(text, bounds) == [0, 1]
    assert make_gate({"rifles": 4.0, "likewise": 0.6}).passing(text, bounds) == [0]


def test_no_sentence_passes_in_a_document_without_a_strong_one(make_gate: MakeGate) -> None:
    text, bounds = bounds_of("rifles went.", "Rain fell.")
    assert make_gate({"rifles": 1.5}).passing(text, bounds) == [0]
    assert make_gate({"rifles": 1.5}, gate_document=2.0).passing(text, bounds) == []
