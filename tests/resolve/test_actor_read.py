"""Words are read from left to right: whose, which organ, which kind."""

from __future__ import annotations

import pytest

from enduse.lexicon.actors import CLASS, ORGAN, open_actors
from enduse.resolve.actor_choice import Scene
from enduse.resolve.actor_items import cut
from enduse.resolve.actor_read import Read, codes_of, read_head, step


@pytest.mark.parametrize(
    ("filler", "codes", "sort"),
    [
        ("Syrian", ("sy",), "adjective"),
        ("Syrian government", ("sy-gov",), "organ"),
        ("Syrian government officials", ("sy-officials",), "organ"),
        ("Syrian government forces", ("sy-mil",), "organ"),
        ("Hamas officials", ("hamas-officials",), "class"),
        ("Hamas fighters", ("hamas",), "actor"),
        ("Egyptian Hezbollah", ("hezbollah",), "foreign"),
        ("Lebanese Hezbollah", ("hezbollah",), "actor"),
        ("army", (), ""),
        ("moderate Syrian rebels", ("sy-moderate_rebels",), "class"),
        ("Korean army", ("kp", "kr"), "open"),
        ("German dictator", ("de-gov",), "thing"),
        ("Turkish president", ("tr-president",), "office"),
    ],
)
def test_phrases_are_read(filler: str, codes: tuple[str, ...], sort: str) -> None:
    register = open_actors()
    read = read_head(Scene(filler, "", None, register), cut(filler, register).items)
    assert (read.codes, read.sort) == (codes, sort)


def test_a_word_that_changes_nothing_leaves_what_was_read() -> None:
    register = open_actors()
    scene = Scene("", "", None, register)
    read = Read(("sy",), "state", "sy", "x")
    assert step(scene, read, cut("strange", register).items[0]) is read


def test_codes_are_those_of_the_kinds_asked_for() -> None:
    item = cut("forces", open_actors()).items[0]
    assert codes_of(item, ORGAN) == ("mil",)
    assert codes_of(item, CLASS) == ("armed_groups",)
    assert codes_of(item) == ()


def test_a_modifier_that_was_set_aside_narrows_a_kind() -> None:
    register = open_actors()
    items = cut("militias", register).items
    assert read_head(Scene("", "", None, register), items, ["Iranian-backed"]).codes == ("iran_backed",)
