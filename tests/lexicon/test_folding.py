"""A word is found without its accents, also where a letter is one that Unicode does not take apart."""

from __future__ import annotations

import pytest

from enduse.lexicon import actor_names, place_names, weapons
from enduse.lexicon.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Raqqa", "raqqa"),
        ("Şırnak", "sirnak"),
        ("Łask", "lask"),
        ("Əliabad", "aliabad"),
        ("Großwald", "grosswald"),
        ("Séléka", "seleka"),
    ],
)
def test_accents_are_taken_off(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("key", [actor_names.key, place_names.key, weapons.key])
@pytest.mark.parametrize(("accented", "plain"), [("Əmirlik", "Amirlik"), ("Đuro", "Duro"), ("Mödlin", "Modlin")])
def test_all_registers_take_them_off_alike(key: object, accented: str, plain: str) -> None:
    assert callable(key)
    assert key(accented) == key(plain)
