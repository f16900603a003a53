"""A claim is one only with what its type needs."""

from __future__ import annotations

import pytest

from enduse.extract.needs import is_met, without_supposed
from enduse.model import Claim, ClaimType, Extraction, Role, Span, Stance, State, Status


def claim(text: str, claim_type: ClaimType, roles: dict[Role, str]) -> Claim:
    spans = {role: (Span.of(text, text.index(words), text.index(words) + len(words)),) for role, words in roles.items()}
    ceasefire = claim_type is ClaimType.CEASEFIRE
    state, status = (State.AGREED, None) if ceasefire else (None, Status.OCCURRED)
    return Claim("0" * 64, claim_type, Stance.STATED, Span.of(text, 0, len(text)), spans, status=status, state=state)


SENT = "Averna sent missiles to Korvia, officials said."


@pytest.mark.parametrize(
    ("roles", "met"),
    [
        ({Role.WEAPON: "missiles"}, True),
        ({Role.RECIPIENT: "Korvia"}, True),
        ({Role.SUPPLIER: "Averna", Role.CLAIMANT: "officials"}, False),
        ({}, False),
    ],
)
def test_a_transfer_needs_a_weapon_or_a_recipient(roles: dict[Role, str], met: bool) -> None:
    assert is_met(claim(SENT, ClaimType.TRANSFER, roles), "") is met


def test_a_holding_needs_a_holder_or_a_weapon() -> None:
    assert is_met(claim(SENT, ClaimType.HOLDING, {Role.HOLDER: "Averna"}), "")
    assert not is_met(claim(SENT, ClaimType.HOLDING, {Role.CLAIMANT: "officials"}), "")


@pytest.mark.parametrize(
    ("text", "before", "met"),
    [
        ("Both sides agreed to a truce.", "", True),
        ("It began at noon in Korvia.", "A cease-fire was agreed.", True),
        ("It began at noon in Korvia.", "The harvest was good.", False),
    ],
)
def test_a_ceasefire_needs_a_word_of_truce_here_or_in_the_sentence_before(text: str, before: str, met: bool) -> None:
    assert is_met(claim(text, ClaimType.CEASEFIRE, {}), before) is met


@pytest.mark.parametrize(
    ("text", "condition", "kept"),
    [
        ("Averna would send missiles if the truce fails.", "the truce fails", 1),
        ("The truce holds, but Averna would send missiles if the ceasefire fails.", "the ceasefire fails", 2),
        ("Averna would send missiles if asked before the truce.", "asked", 2),
    ],
)
def test_a_ceasefire_only_supposed_in_a_condition_is_no_claim(text: str, condition: str, kept: int) -> None:
    transfer = claim(text, ClaimType.TRANSFER, {Role.WEAPON: "missiles", Role.CONDITION: condition})
    found = [Extraction(transfer, 0.9, "x"), Extraction(claim(text, ClaimType.CEASEFIRE, {}), 0.8, "x")]
    assert without_supposed(found) == found[:kept]
