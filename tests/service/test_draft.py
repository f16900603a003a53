"""A draft is corrected line by line, and says what cannot be."""

from __future__ import annotations

from functools import reduce

import pytest
from tests.service.fakes import reading

from enduse.model import Claim, ClaimType, Role, Stance, Status
from enduse.model.record import Verdict
from enduse.model.review import NamedReferent
from enduse.service.draft import HELP, Draft

CLAIM = reading(
    "transfer occurred stated: The guns: {supplier:Norland} sent {weapon:guns} to Brezova and to {recipient:Averna}."
).extractions[0].claim  # fmt: skip


def after(*lines: str, claim: Claim = CLAIM) -> Draft:
    return reduce(Draft.edited, lines, Draft.of(claim))


def corrected(*lines: str) -> Claim:
    choice = after(*lines).choice()
    assert choice.claim is not None
    return choice.claim


def words(claim: Claim, role: Role) -> list[str]:
    return [span.text for span in claim.roles.get(role, ())]


def test_labels_are_corrected() -> None:
    claim = corrected("stance denied", "status promised")
    assert (claim.stance, claim.status, claim.roles) == (Stance.DENIED, Status.PROMISED, CLAIM.roles)


def test_another_type_drops_what_it_cannot_have() -> None:
    claim = corrected("type ceasefire", "state agreed", "party=Norland | Averna")
    assert (claim.type, claim.status, words(claim, Role.PARTY)) == (ClaimType.CEASEFIRE, None, ["Norland", "Averna"])
    assert words(claim, Role.SUPPLIER) == []
    assert words(corrected("type diversion", "mode theft", "from=Norland"), Role.WEAPON) == ["guns"]


def test_words_of_a_role_are_corrected() -> None:
    assert words(corrected("recipient=Averna|Brezova"), Role.RECIPIENT) == ["Brezova", "Averna"]
    assert words(corrected("recipient="), Role.RECIPIENT) == []
    first, second = (corrected(f"weapon = {words}", "stance denied").roles[Role.WEAPON] for words in ("guns", "guns#2"))
    assert first[0].start < second[0].start == CLAIM.roles[Role.WEAPON][0].start


def test_referents_and_the_reason_are_kept() -> None:
    choice = after(
        "supplier->actor:nor", "recipient 1 -> actor: ".replace(" 1", "1"), "why known from the text"
    ).choice()
    assert choice.referents == (
        NamedReferent(Role.SUPPLIER, 0, "actor", "nor"), NamedReferent(Role.RECIPIENT, 0, "actor", None),
    )  # fmt: skip
    assert (choice.verdict, choice.why, choice.claim) == (Verdict.CORRECTED, "known from the text", CLAIM)
    assert after("supplier->actor:nor", "supplier=Averna").named == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("stance maybe", "no stance 'maybe'; there are: stated"),
        ("supplier=Selin", "'Selin' does not stand in the sentence"),
        ("weapon=guns#3", "'guns#3' does not stand"),
        ("weapon=guns|", "words are missing"),
        ("gun=guns", "no role 'gun'; there are: supplier"),
        ("supplier2->actor:x", "there is no supplier 2"),
        ("hello", "'hello' is no correction; [?]"),
    ],
)
def test_line_that_cannot_be_is_told(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        after(line)


def test_claim_that_cannot_be_is_told() -> None:
    with pytest.raises(ValueError, match="nothing is corrected"):
        after().choice()
    with pytest.raises(ValueError, match="has a state and no status"):
        after("type ceasefire").choice()
    with pytest.raises(ValueError, match="has no role party"):
        after("party=Norland").choice()
    assert all(f"  {word}" in HELP for word in ("type", "supplier", "why"))
