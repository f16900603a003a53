"""A recipient is a state, none, or open, as the register or its words tell."""

from __future__ import annotations

import pytest

from enduse.lexicon.actors import open_actors
from enduse.link.recipients import _NON_STATE_WORDS, Statehood, statehood
from enduse.model.custody import Holder


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        ("Turkey", "tr", Statehood.STATE),
        ("the army", "tr-mil", Statehood.STATE),
        ("US Air Force", "us-air", Statehood.STATE),
        ("ISIS", "isis", Statehood.NON_STATE),
        ("Syrian rebels", "sy-rebels", Statehood.NON_STATE),
        ("Gulf states", "gulf_states", Statehood.OPEN),
        ("the UN", "un", Statehood.OPEN),
        ("vetted rebel groups", None, Statehood.NON_STATE),
        ("Liwa al-Nahr", None, Statehood.OPEN),
        ("them", None, Statehood.OPEN),
        ("Averna", "no such code", Statehood.OPEN),
    ],
)
def test_statehood(words: str, code: str | None, expected: Statehood) -> None:
    found, why = statehood(Holder(words, code))
    assert found is expected
    assert why


def test_words_for_those_who_are_no_state_are_in_the_register() -> None:
    assert set(open_actors().classes) >= _NON_STATE_WORDS
