"""Names of actors have one key however they are written, and different names have different ones."""

from __future__ import annotations

import pytest

from enduse.lexicon.actor_names import key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jabhat al-Nusra", "Jabhat an-Nusra"),
        ("Hezbollah", "Hizballah"),
        ("al-Qaeda", "Al Qaida"),
        ("al-Qa'ida", "al Qaeda"),
        ("Hay'at Tahrir al-Sham", "Hay’at Tahrir al Sham"),
        ("Jaish al-Islam", "Jaysh al-Islam"),
        ("Hezb-e Islami", "Hezb Islami"),
        ("Türkiye", "Turkiye"),
        ("U.S.", "US"),
        ("the Kremlin", "Kremlin"),
        ("Defense Department", "defence department"),
        ("Iran's Revolutionary Guards", "Iran Revolutionary Guards"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Iran", "Iraq"), ("MNF-I", "MNF"), ("PLA", "PLO"), ("an army", "army")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_words_know_where_they_stand_past_an_emoji() -> None:
    text = "💥 Averna’s army, the rebels' arms"
    found = words(text)
    assert [text[word.start : word.end] for word in found] == ["Averna", "army", "the", "rebels", "arms"]
    assert [word.written for word in found if word.owner] == ["Averna", "rebels"]
    assert [word.capital for word in found] == [True, False, False, False, False]
    assert found[2].key == ""


def test_capitals_are_told_from_a_capital() -> None:
    assert [word.upper for word in words("IS Isis is 23")] == [True, False, False, True]
