"""A claim of custody is read into holders and arms as its words and the registers have them."""

from __future__ import annotations

import pytest
from tests.link.custodies import BRIGADE, DELIVERY, LOSS, NORLAND, PLAN, SEIZURE, told

from enduse.link.held import A_SERVICE, NO_ARMS, NO_HOLDER, held_of, key_of, said_of, same_holder
from enduse.model.custody import Arms, Holder, Identity

SENT = "transfer occurred stated: {supplier:Norland} sent {weapon:rifles} to {recipient:REST}."


def test_a_delivery_has_giver_taker_arms_and_marks() -> None:
    held = held_of(DELIVERY)
    assert held.before == (Holder("Norland", "no", "Norland", False),)
    assert held.after == (Holder("the Red Brigade", "red_brigade", "Red Brigade", False),)
    assert held.arms == (Arms("FN-6 missiles", "fn6", "FN-6", "air_defence.manpads", "VIIb"),)
    assert [(mark.identity, mark.value) for mark in held.marks] == [(Identity.SERIAL, "nb-4471")]
    assert (held.done, held.objection) == (True, None)
    assert not held_of(PLAN).done


def test_a_seizure_has_the_agent_after_and_keeps_for_whom_it_was_apart() -> None:
    line = ("interdiction occurred stated: {agent:Averna} seized {weapon:rifles} from {from:Norland} on their way to "
            "{to:the Red Brigade}.")  # fmt: skip
    held = held_of(told(line, agent="av", from_=NORLAND, to=BRIGADE))
    assert [[h.code for h in side] for side in (held.before, held.after, held.intended)] == [
        ["no"], ["av"], ["red_brigade"],
    ]  # fmt: skip
    assert held_of(SEIZURE).before == ()


@pytest.mark.parametrize(
    ("words", "code", "vague"),
    [
        ("Liwa al-Nahr", "", False),
        ("the rebels", "", True),
        ("fighters", "", True),
        ("they", "", True),
        ("Brezovan rebels", "br-rebels|class_actor|Rebels (Brezova)", True),
        ("the Red Brigade", BRIGADE, False),
    ],
)
def test_only_who_is_named_can_be_the_same(words: str, code: str, vague: bool) -> None:
    codes = {"recipient": code} if code else {}
    (holder,) = held_of(told(SENT.replace("REST", words), **codes)).after
    assert holder.vague is vague
    assert same_holder(holder, holder) is not vague
    assert (key_of(holder) is None) is vague


def test_bodies_of_one_state_are_one_holder_and_umbrella_words_are_none() -> None:
    army, state = Holder("the army", "av-mil", None, False), Holder("Averna", "av", None, False)
    rebels = Holder("rebels", "av-rebels", None, True)
    assert same_holder(army, state)
    assert key_of(army) == key_of(state) == "av"
    assert not same_holder(rebels, state)
    assert not same_holder(rebels, rebels)
    assert not same_holder(Holder("Averna", None, None, False), state)


@pytest.mark.parametrize(
    ("line", "codes", "why"),
    [
        ("diversion occurred stated capture: {to:Rebels} captured two villages.", {}, NO_ARMS),
        ("transfer occurred stated: {weapon:Rifles} arrived.", {}, NO_HOLDER),
        (
            "transfer occurred stated: {supplier:Norland} gave {weapon:training}.", {"weapon": "service.training"},
            A_SERVICE,
        ),
    ],
)  # fmt: skip
def test_what_tells_of_no_custody_says_why(line: str, codes: dict[str, str], why: str) -> None:
    assert held_of(told(line, **codes)).objection == why


def test_a_claim_is_shown_with_its_quote_roles_and_documents() -> None:
    said = said_of(LOSS)
    assert said.told.quote == LOSS.claim.sentence.text
    assert said.roles["from"] == ("the Red Brigade",)
    assert said.documents == LOSS.documents
    assert said_of(PLAN).roles["condition"] == ("the truce fails",)
