"""A claim is one only with what its type needs, a denial only where something is denied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from enduse.extract.needs import is_met, stance_mended, without_supposed
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
    assert is_met(claim(SENT, ClaimType.TRANSFER, roles)) is met


def test_a_holding_needs_a_holder_or_a_weapon() -> None:
    assert is_met(claim(SENT, ClaimType.HOLDING, {Role.HOLDER: "Averna"}))
    assert not is_met(claim(SENT, ClaimType.HOLDING, {Role.CLAIMANT: "officials"}))


@pytest.mark.parametrize(
    ("text", "met"), [("Both sides agreed to a truce.", True), ("It began at noon in Korvia.", False)]
)
def test_a_ceasefire_needs_a_word_of_truce(text: str, met: bool) -> None:
    assert is_met(claim(text, ClaimType.CEASEFIRE, {})) is met


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


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It would not be the first time that Averna has armed the rebels.", Stance.STATED),
        ("This wasn’t the only time Averna armed the rebels.", Stance.STATED),
        ("It is not the first time that Averna has denied arming the rebels.", Stance.DENIED),
        ("Averna said it had not armed the rebels.", Stance.DENIED),
        ("Averna will not be the first to arm the rebels.", Stance.DENIED),
    ],
)
def test_what_is_not_the_first_time_is_no_denial(text: str, stance: Stance) -> None:
    read = replace(claim(text, ClaimType.TRANSFER, {Role.SUPPLIER: "Averna"}), stance=Stance.DENIED)
    mended = stance_mended(Extraction(read, 0.9, "by-hand"))
    assert mended == Extraction(replace(read, stance=stance), 0.9, "by-hand")


@pytest.mark.parametrize("stance", [Stance.STATED, Stance.ALLEGED])
def test_other_stances_stay(stance: Stance) -> None:
    text = "It would not be the first time that Averna has armed the rebels."
    read = replace(claim(text, ClaimType.TRANSFER, {Role.SUPPLIER: "Averna"}), stance=stance)
    assert stance_mended(Extraction(read, 0.9, "by-hand")).claim is read
