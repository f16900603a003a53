"""Fillers are cut into the longest names, and what names nobody by itself is set aside."""

from __future__ import annotations

import pytest

from enduse.lexicon.actors import open_actors
from enduse.resolve.actor_items import cut


@pytest.mark.parametrize(
    ("filler", "texts"),
    [
        ("the Free Syrian Army", ["Free Syrian Army"]),
        ("two senior US officials", ["US", "officials"]),
        ("Russian-backed Syrian rebels", ["Syrian", "rebels"]),
        ("the Saudi-led coalition", ["Saudi-led coalition"]),
        ("London-based activists", ["activists"]),
        ("anti-Assad fighters", ["fighters"]),
        ("Gen. Qassem Soleimani", ["Qassem Soleimani"]),
        ("A US warship", ["US", "warship"]),
        ("Islamic State of Iraq and Syria", ["Islamic State of Iraq and Syria"]),
        ("Iraq, Syria", ["Iraq", "Syria"]),
        ("", []),
    ],
)
def test_names_are_found_and_the_rest_set_aside(filler: str, texts: list[str]) -> None:
    assert [item.text for item in cut(filler, open_actors()).items] == texts


def test_capitals_count() -> None:
    register = open_actors()
    assert cut("IS", register).items[0].entries
    assert not cut("is", register).items[0].entries
    assert not cut("Is", register).items[0].entries


def test_what_was_set_aside_is_told() -> None:
    found = cut("Russian-made", open_actors())
    assert (found.items, found.linked, found.making) == ((), ("Russian-made",), True)
    assert cut("Iran-backed group", open_actors()).linked == ("Iran-backed",)


def test_a_comma_before_an_article_is_kept() -> None:
    items = cut("Iraq, the US", open_actors()).items
    assert items[1].before.strip() == ","
