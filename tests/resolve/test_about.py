"""An article is about the countries that it names often, and those that act everywhere do not count."""

from __future__ import annotations

import pytest

from enduse.lexicon.places import open_places
from enduse.resolve.about import countries_of


@pytest.mark.parametrize(
    ("text", "named", "about"),
    [
        ("Chad and Chadian towns, Chad again; Peru once.", {"td", "pe"}, {"td"}),
        ("Chad, Chad, Chad. Peru, Peru.", {"td", "pe"}, {"td", "pe"}),
        ("France, France, France and Chad, Chad.", {"fr", "td"}, {"td"}),
        ("It rained in may.", set(), set()),
    ],
)
def test_countries_are_counted(text: str, named: set[str], about: set[str]) -> None:
    found = countries_of(text, open_places())
    assert found.named == named
    assert found.about == about


def test_region_names_its_country() -> None:
    assert "pe" in countries_of("The road to Cajamarca is open.", open_places()).named
