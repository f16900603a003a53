"""Whose word a claim is."""

from __future__ import annotations

import pytest
from tests.link.dossier import ADMISSION, DENIAL, ECHO, PLAN, RELAY, kept

from enduse.link.source import folded, is_unsaid, own_name, same_outlet, voice_of
from enduse.model.kept import KeptClaim


@pytest.mark.parametrize(
    ("claim", "source"),
    [(DENIAL, "actor no"), (ADMISSION, "actor no-mod"), (ECHO, "outlet tessaly times"), (PLAN, None)],
)
def test_source_is_the_claimant_else_the_outlet_and_of_the_unnamed_nobody(claim: KeptClaim, source: str | None) -> None:
    assert voice_of(claim).source == source


def test_named_claimant_outside_the_registers_is_a_source_by_words() -> None:
    claim = kept("holding occurred alleged: {claimant:Ms Ávila} saw {weapon:tanks}.", claimant="person")
    assert voice_of(claim).source == "claimant ms ávila"


def test_two_bodies_of_one_state_are_one_party() -> None:
    assert voice_of(DENIAL).party == voice_of(ADMISSION).party == "no"


def test_outlet_that_is_credited_is_not_the_one_that_printed_it() -> None:
    assert voice_of(RELAY).credited == "the Averna Post"
    own = kept(
        "transfer planned stated: {supplier:Norland} plans it.",
        chain=[("Averna Post", "outlet", "publisher"), ("The Averna Post", "outlet", "told")],
    )
    assert voice_of(own).credited is None


@pytest.mark.parametrize(
    ("credited", "outlet", "same"),
    [("the Averna Post", "Averna Post", True), ("ANA", "ANA (Web News)", True), ("Averna", None, False),
     ("Averna Post", "Averna Herald", False)],
)  # fmt: skip
def test_outlets_are_one_when_one_name_begins_with_the_other(credited: str, outlet: str | None, same: bool) -> None:
    assert same_outlet(credited, outlet) is same


def test_folded_keeps_words_only() -> None:
    assert folded("“Averna’s” MANPADS, 12!") == "averna s manpads 12"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Norland", "norland"), ("the Front", "front"), ("Averna's External Service", "averna"),
        ("Liwa al-Nahr", "liwa al nahr"), ("the rebels", None), ("It", None), ("Kurdish fighters", None),
        ("Norland's enemies", None), ("rebel groups", None),
    ],
)  # fmt: skip
def test_name_is_told_from_a_description(words: str, name: str | None) -> None:
    assert own_name(words) == name
    assert is_unsaid(words) == (words in {"the rebels", "It"})
