"""What a person asks to be traced is understood, or it is said why not."""

from __future__ import annotations

import pytest

from enduse.errors import UsageError
from enduse.service.tracing import understood


@pytest.mark.parametrize(
    ("what", "scheme", "code"),
    [
        ("isis", "actor", "isis"),
        ("actor:isis", "actor", "isis"),
        ("Hezbollah", "actor", "hezbollah"),
        ("fn6", "weapon", "fn6"),
        ("FN-6", "weapon", "fn6"),
        ("weapon:FN-6", "weapon", "fn6"),
        ("air_defence.manpads", "weapon", "air_defence.manpads"),
        ("Liwa al-Nahr", "words", "Liwa al-Nahr"),
        ("clm-12", "id", "clm-12"),
        ("evt-12", "id", "evt-12"),
        (" flw-12 ", "id", "flw-12"),
    ],
)
def test_names_codes_and_ids_are_told_apart(what: str, scheme: str, code: str) -> None:
    found = understood(what)
    assert (found.scheme, found.codes[0]) == (scheme, code)
    assert found.said


def test_a_state_stands_for_its_bodies_and_a_class_for_its_weapons() -> None:
    assert {"us", "us-mil", "us-gov"} <= set(understood("us").codes)
    assert "us-officials" not in understood("us").codes
    assert "fn6" in understood("air_defence.manpads").codes
    assert "nobody in particular" in understood("sy-rebels").said


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (" ", "nothing is named"),
        ("actor:Liwa al-Nahr", "no actor 'Liwa al-Nahr' in the register"),
        ("weapon:zebra", "no weapon 'zebra' in the register"),
    ],
)
def test_what_cannot_be_understood_says_why(what: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        understood(what)


def test_words_that_a_flow_names_are_traced_as_words() -> None:
    traced = understood("actor:=liwa al nahr")
    assert (traced.scheme, traced.codes) == ("words", ("liwa al nahr",))
