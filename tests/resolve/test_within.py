"""Pronouns and bare descriptions are resolved where the article makes them plain, and left alone where it does not."""

from __future__ import annotations

import pytest

from enduse.model import Span
from enduse.resolve.claimant import read_claimant
from enduse.resolve.within import Antecedent, is_bare, resolve_within


def resolved(text: str, filler: str, *, claimant: str = "") -> Antecedent:
    """Resolve the last place of a filler in a text whose last line is the sentence."""
    start = text.rindex(filler)
    sentence = Span.of(text, text.rfind("\n") + 1, len(text))
    at = text.find(claimant, sentence.start)
    kind = read_claimant(claimant).claimant_class
    claimants = [(Span.of(text, at, at + len(claimant)), kind)] if claimant else []
    found = resolve_within(text, Span.of(text, start, start + len(filler)), sentence, claimants)
    assert found.why
    if found.span is not None:
        assert text[found.span.start : found.span.end] == found.span.text
    return found


@pytest.mark.parametrize(
    ("filler", "expected"),
    [("it", True), ("They", True), ("the rebels", True), ("The group", True), ("the Rebels", False),
     ("the rebel group", False), ("Averna", False), ("rebels", False)],
)  # fmt: skip
def test_bare_is_a_pronoun_or_an_article_and_a_noun(filler: str, *, expected: bool) -> None:
    assert is_bare(filler) is expected


@pytest.mark.parametrize(
    ("text", "filler", "claimant", "expected"),
    [
        ("The Avernan army said it had sent rifles.", "it", "The Avernan army", "The Avernan army"),
        ("The ministry denied on Monday that it sold rifles.", "it", "The ministry", "The ministry"),
        ("Officials said they had sent rifles.", "they", "Officials", "Officials"),
        ("Minister Ilse Maren said she sent rifles.", "she", "Minister Ilse Maren", "Minister Ilse Maren"),
    ],
)
def test_who_says_so_is_the_pronoun_right_behind_it(text: str, filler: str, claimant: str, expected: str) -> None:
    found = resolved(text, filler, claimant=claimant)
    assert found.span is not None
    assert found.span.text == expected


@pytest.mark.parametrize(
    ("text", "filler", "claimant"),
    [
        ("Officials said it had sent rifles.", "it", "Officials"),
        ("The army said they had sent rifles.", "they", "The army"),
        ("The army said Norland was ready and it sent rifles.", "it", "The army"),
        ("It said it had sent rifles.", "it", "It"),
        ("Rifles reached it.", "it", ""),
    ],
)
def test_pronoun_that_does_not_agree_or_stands_apart_is_left_open(text: str, filler: str, claimant: str) -> None:
    assert resolved(text, filler, claimant=claimant).span is None


def test_one_speaker_goes_on_speaking() -> None:
    found = resolved(
        "The envoy, Ilse Maren, was calm.\nMs. Maren said no. He waited.\nShe added that rifles came.", "She"
    )
    assert found.span is not None
    assert found.span.text == "Ms. Maren"


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Maren said no. Tom Vell was there.\nShe added that rifles came.",
        "Ilse Maren said no.\nThen she sent rifles.",
        "It rained.\nShe added that rifles came.",
    ],
)
def test_with_two_persons_or_without_speech_nobody_goes_on(text: str) -> None:
    assert resolved(text, "he" if "he sent" in text else "She").span is None


@pytest.mark.parametrize(
    ("text", "filler", "expected"),
    [
        ("Korvian rebels met.\nRifles reached the rebels.", "the rebels", "Korvian rebels"),
        ("The Avernan-backed coalition met.\nThe coalition got rifles.", "The coalition", "Avernan-backed coalition"),
        ("Boko Haram met.\nThe group got rifles.", "The group", "Boko Haram"),
        ("Haaretz told of it.\nThe newspaper said rifles came.", "The newspaper", "Haaretz"),
    ],
)
def test_description_takes_the_only_name_before_it(text: str, filler: str, expected: str) -> None:
    found = resolved(text, filler)
    assert found.span is not None
    assert found.span.text == expected


@pytest.mark.parametrize(
    ("text", "filler"),
    [
        ("Korvian rebels and Avernan rebels met.\nRifles reached the rebels.", "the rebels"),
        ("The anti-Norland coalition met.\nThe coalition got rifles.", "The coalition"),
        ("Boko Haram met Hamas.\nThe group got rifles.", "The group"),
        ("Korvian rebels met." + " It rained." * 200 + "\nRifles reached the rebels.", "the rebels"),
        ("Rifles reached the rebels.", "the rebels"),
        ("Averna met.\nRifles reached the country.", "the country"),
    ],
)
def test_description_with_two_names_or_none_is_left_open(text: str, filler: str) -> None:
    assert resolved(text, filler).span is None
