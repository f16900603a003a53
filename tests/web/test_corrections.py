"""The form of a correction holds the claim as it was read, and gives back what a person made of it."""

from __future__ import annotations

import pytest
from tests.service.fakes import reading

from enduse.model import ClaimType, Role, State, Status
from enduse.model.record import Verdict
from enduse.model.review import NamedReferent
from enduse.web.corrections import KEYS, SCHEMES, UNNAMED, Sent, corrected, form_again, form_of

READ = reading("transfer planned stated: 🚀 {supplier:Norland} will send {weapon:rifles} and {weapon:tanks}.")
CLAIM, TEXT = READ.extractions[0].claim, READ.document.text
VALUES = ["supplier:3-10", "weapon:21-27", "weapon:32-37"]


def test_form_counts_as_browsers_do() -> None:
    form = form_of(CLAIM, TEXT)
    assert [filler.value for filler in form.fillers] == VALUES
    assert [filler.text for filler in form.of(Role.WEAPON)] == ["rifles", "tanks"]
    assert (form.type, form.status, form.state, form.mode) == (ClaimType.TRANSFER, Status.PLANNED, None, None)


def test_fillers_that_are_left_are_the_new_claim() -> None:
    choice = corrected(CLAIM, TEXT, Sent(span=VALUES[:2], why="one thing"))
    assert (choice.verdict, choice.why) == (Verdict.CORRECTED, "one thing")
    assert choice.claim is not None
    assert [span.text for span in choice.claim.roles[Role.WEAPON]] == ["rifles"]
    assert TEXT[choice.claim.roles[Role.SUPPLIER][0].start :].startswith("Norland will")


def test_name_goes_to_the_filler_it_was_given_for() -> None:
    sent = Sent(span=VALUES, of=VALUES, named=["", "", "weapon:armour.tank"])
    assert corrected(CLAIM, TEXT, sent).referents == (NamedReferent(Role.WEAPON, 1, "weapon", "armour.tank"),)
    sent = Sent(span=VALUES, of=VALUES, named=["actor:", "", ""])
    assert corrected(CLAIM, TEXT, sent).referents == (NamedReferent(Role.SUPPLIER, 0, "actor", None),)


@pytest.mark.parametrize("named", ["Norland", "weapon:x", "place:x", "actor"])
def test_name_of_another_register_is_refused(named: str) -> None:
    with pytest.raises(ValueError, match="write actor:CODE"):
        corrected(CLAIM, TEXT, Sent(span=VALUES, of=VALUES[:1], named=[named]))


def test_ceasefire_takes_its_state_and_leaves_what_it_cannot_have() -> None:
    sent = Sent(type=ClaimType.CEASEFIRE, state=State.AGREED, span=[*VALUES, "party:3-10"])
    made = corrected(CLAIM, TEXT, sent).claim
    assert made is not None
    assert (made.status, made.state, set(made.roles)) == (None, State.AGREED, {Role.PARTY})


def test_form_that_is_refused_holds_all_that_was_sent() -> None:
    sent = Sent(
        status=Status.PROMISED, span=[VALUES[0], "time:11-15", "nonsense"], of=["time:11-15"], named=["x"],
        add_role=[Role.PLACE, Role.VIA], add_words=["Selin", ""],
    )  # fmt: skip
    form = form_again(CLAIM, TEXT, sent, "no")
    assert [(f.value, f.kept) for f in form.fillers] == [
        (VALUES[0], True), (VALUES[1], False), (VALUES[2], False), ("time:11-15", True)
    ]  # fmt: skip
    assert (form.status, form.said, form.add) == (Status.PROMISED, "no", {Role.PLACE: "Selin"})
    assert form.of(Role.TIME)[0].named == "x"


def test_every_role_has_a_key_of_its_own_and_a_register_or_none() -> None:
    assert set(KEYS) == set(Role)
    assert len(set(KEYS.values())) == len(Role)
    assert not set(KEYS.values()) & {"x", "l"}
    assert set(SCHEMES) | UNNAMED == set(Role)
