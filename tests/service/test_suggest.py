"""What is typed finds the rows that a person means, whatever the spelling."""

from __future__ import annotations

import pytest

from enduse.model.referent import Scheme
from enduse.service.suggest import MOST, suggest


@pytest.mark.parametrize(
    ("typed", "scheme", "code"),
    [
        ("ukra", Scheme.ACTOR, "ua"), ("forces ukra", Scheme.ACTOR, "ua-mil"), ("T72", Scheme.WEAPON, "t72"),
        ("t-72", Scheme.WEAPON, "t72"), ("ALEPPO", Scheme.PLACE, "geonames:170063"), ("uae", Scheme.PLACE, "ae"),
        ("cote divoire", Scheme.ACTOR, "ci"),
    ],
)  # fmt: skip
def test_beginnings_of_words_find_a_row(typed: str, scheme: Scheme, code: str) -> None:
    assert code in [row.code for row in suggest(typed, (scheme,)).rows]


def test_whole_name_comes_first_and_all_are_counted() -> None:
    found = suggest("tank", (Scheme.WEAPON,))
    assert found.rows[0].code == "armour.tank"
    assert len(found.rows) == MOST < found.total


@pytest.mark.parametrize("typed", ["", " ", "-", "?!", "qqqqzzz"])
def test_what_fits_nothing_finds_nothing(typed: str) -> None:
    found = suggest(typed)
    assert (found.total, tuple(found.rows)) == (0, ())
