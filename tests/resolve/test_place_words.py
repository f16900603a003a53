"""A filler is cut into the places that it names, with the words that say how they lie to each other."""

from __future__ import annotations

import pytest

from enduse.lexicon.place_names import words
from enduse.lexicon.places import open_places
from enduse.resolve.place_words import Part, is_held, match, read


def parts(filler: str) -> list[Part]:
    return read(filler, open_places()).parts


def test_words_for_kinds_go_to_the_place_they_are_said_of() -> None:
    assert [(part.text, part.kinds) for part in parts("the Syrian city of Aleppo")] == [
        ("Syrian", []),
        ("Aleppo", ["city"]),
    ]
    assert [(part.text, part.kinds) for part in parts("Aleppo province")] == [("Aleppo", ["province"])]
    assert [part.kinds for part in parts("Aleppo and Idlib provinces")] == [["provinces"], ["provinces"]]


@pytest.mark.parametrize(
    ("filler", "links"),
    [
        ("Tripoli, Lebanon", ["", ","]),
        ("Iraq and Syria", ["", "and"]),
        ("Israel–Lebanon", ["", "and"]),
        ("Damascus suburb of Douma", ["", "of"]),
        ("Azaz near Turkey", ["", "near"]),
        ("Hmeimim in Syria", ["", "in"]),
    ],
)
def test_joints_between_places_are_read(filler: str, links: list[str]) -> None:
    assert [part.link for part in parts(filler)] == links


def test_sides_and_nearness_are_read() -> None:
    assert [(part.text, part.side) for part in parts("northern Syria")] == [("Syria", "northern")]
    assert [(part.text, part.side) for part in parts("Syria’s southwest")] == [("Syria’s", "southwest")]
    assert [(part.text, part.near) for part in parts("south of Damascus")] == [("Damascus", True)]
    assert [(part.text, part.near) for part in parts("Damascus suburbs")] == [("Damascus", True)]


def test_border_is_told_from_a_place_at_the_border() -> None:
    register = open_places()
    assert read("the Syria-Turkey border", register).border
    assert read("its border with Syria", register).border
    assert not read("Azaz near the border with Turkey", register).border
    assert not read("the border town of Azaz", register).border


def test_name_that_is_not_in_the_register_is_one_part() -> None:
    found = parts("Zor Brezova, Crimea")
    assert [(part.text, bool(part.ids)) for part in found] == [("Zor Brezova", False), ("Crimea", True)]


def test_who_backs_or_holds_is_no_place() -> None:
    assert [part.text for part in parts("Iran-backed forces in Iraq")] == ["Iraq"]
    text = "Iran-backed"
    assert is_held(text, words(text), 1)
    assert not is_held("Iran backed", words("Iran backed"), 1)


@pytest.mark.parametrize("text", ["us", "syria", "the", "northern Ireland"])
def test_what_has_no_capital_is_no_name(text: str) -> None:
    assert match(text, words(text), 0, open_places()) is None


def test_longest_name_is_taken() -> None:
    text = "South Sudan and Sudan"
    part = match(text, words(text), 0, open_places())
    assert part is not None
    assert (part.text, part.ids) == ("South Sudan", ("ss",))
