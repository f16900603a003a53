"""A checklist has the claims that speak to each criterion, says what is blank, and sums nothing up."""

from __future__ import annotations

from dataclasses import fields

import pytest
from tests.link.custodies import BRIGADE, FN6, FRONT, NORLAND, of_one_sentence, told

from enduse.link.checklist import Known, checklist_of, register_line
from enduse.link.held import arms_of
from enduse.model.checklist import Checklist, Criterion, Entry
from enduse.model.custody import Backing
from enduse.model.kept import KeptClaim

REBELS = "sy-rebels|class_actor|Rebels (Syria)"
PLAN = told(
    "transfer planned stated: {supplier:Norland} will give {recipient:the Red Brigade} {weapon:FN-6 missiles} "
    "{purpose:to stop air raids}.", "2031-03-01", supplier=NORLAND, recipient=BRIGADE, weapon=FN6,
)  # fmt: skip
TRAINED = told("transfer occurred stated: {supplier:Norland} gave {recipient:the Red Brigade} {weapon:training}.",
               recipient=BRIGADE, weapon="service.training|class|")  # fmt: skip
HELD = told("holding occurred alleged: {holder:The Red Brigade} is said to have {weapon:MANPADS}.",
            holder=BRIGADE, weapon="air_defence.manpads|class|")  # fmt: skip
LOST = told("diversion occurred stated capture: {to:The Front} took {weapon:rifles} from {from:the Red Brigade}.",
            from_=BRIGADE, to=FRONT)  # fmt: skip
SOLD = told("diversion occurred stated sale: {from:The Red Brigade} sold {weapon:shells} at the market.", from_=BRIGADE)
FEARED = told("diversion risk stated leak: {weapon:The rifles} of {from:the Red Brigade} may come to {to:thieves}.",
              from_=BRIGADE)  # fmt: skip
REFUSED = told("transfer refused stated: {supplier:Averna} refused to give {recipient:the Red Brigade} {weapon:tanks}.",
               supplier="av", recipient=BRIGADE)  # fmt: skip
STOPPED = told("interdiction occurred stated: {agent:Averna} seized {weapon:shells} meant for {to:the Red Brigade}.",
               agent="av", to=BRIGADE)  # fmt: skip
GOT = told("transfer occurred stated: {recipient:The Red Brigade} received {weapon:howitzers}.", recipient=BRIGADE)
DENIED = told("transfer occurred denied: Averna denied that {recipient:the Red Brigade} received {weapon:mortars}.",
              recipient=BRIGADE)  # fmt: skip
PARTS = told("transfer occurred stated: {recipient:The Red Brigade} received {weapon:know-how}.", recipient=BRIGADE,
             weapon="component.technology|class|")  # fmt: skip
OTHERS = told("diversion occurred stated capture: {to:The Front} took {weapon:rifles} from {from:Averna}.", from_="av")
ALL = (TRAINED, HELD, LOST, SOLD, FEARED, REFUSED, STOPPED, GOT, DENIED, PARTS, OTHERS)


def filled(*subject: KeptClaim, claims: tuple[KeptClaim, ...] = ALL) -> Checklist:
    return checklist_of(Known(subject[0].claim.id, subject, claims, [], []))


def ids(found: Checklist, key: str) -> list[str]:
    entries = next(criterion for criterion in found.criteria if criterion.key == key).entries
    return [said.told.claim for entry in entries for said in entry.said]


@pytest.mark.parametrize(
    ("key", "claims"),
    [
        ("need", [PLAN]),
        ("ability", [TRAINED, HELD]),
        ("loss", [LOST, SOLD, FEARED]),
        ("re-export", [SOLD]),
        ("hands", [LOST, FEARED]),
        ("technology", [PARTS]),
        ("att-7", []),
        ("att-11", [REFUSED, STOPPED]),
        ("manpads", [PLAN]),
        ("accumulation", [TRAINED, GOT, PARTS]),
        ("end-use", []),
    ],
)
def test_each_criterion_has_the_claims_that_speak_to_it(key: str, claims: list[KeptClaim]) -> None:
    assert sorted(ids(filled(PLAN), key)) == sorted(kept.claim.id for kept in claims)


def test_statuses_and_stances_stay_beside_each_claim() -> None:
    found = filled(PLAN)
    told_ = {s.told.claim: s.told for c in found.criteria for e in c.entries for s in e.said}
    assert told_[FEARED.claim.id].label == "risk"
    assert told_[HELD.claim.id].stance == "alleged"
    assert all(said.quote for said in told_.values())


def test_a_blank_says_whether_anything_was_looked_for() -> None:
    blanks = {criterion.key: criterion.blank for criterion in filled(PLAN, claims=()).criteria}
    assert blanks["loss"] == "nothing in this ledger"
    assert blanks["end-use"] == "not asked of this ledger"
    assert blanks["need"] == ""
    nobody = told("transfer planned stated: {supplier:Norland} will send {weapon:rifles}.")
    assert "is not told" in {c.key: c.blank for c in filled(nobody).criteria}["loss"]
    them = told("transfer planned stated: {supplier:Norland} will send {weapon:rifles} to {recipient:them}.")
    assert "“them” names nobody" in {c.key: c.blank for c in filled(them).criteria}["loss"]


def test_there_is_no_score_and_no_total() -> None:
    names = {field.name for shape in (Checklist, Criterion, Entry) for field in fields(shape)}
    assert not names & {"score", "total", "level", "risk", "rating"}
    with pytest.raises(ValueError, match="neither; give one"):
        Criterion("x", "x", "x", (), (), "", "")
    with pytest.raises(ValueError, match="stands on claims"):
        Entry((), Backing(0, 0, (0, 0)))


SENT = "transfer considered stated: {supplier:Norland} may send {weapon:WHAT} to {recipient:WHOM}."


@pytest.mark.parametrize(
    ("arms", "whom", "code", "flag"),
    [
        ("FN-6", "the Red Brigade", BRIGADE, "not known to be a state"),
        ("FN-6", "Syrian rebels", REBELS, "MANPADS for a non-state recipient"),
        ("FN-6", "ISIS", "isis|actor|ISIS", "MANPADS for a non-state recipient"),
        ("FN-6", "Turkey", "tr|actor|Turkey", None),
        ("S-300", "ISIS", "isis|actor|ISIS", None),
        ("anti-aircraft weapons", "ISIS", "isis|actor|ISIS", None),
    ],
)
def test_manpads_are_flagged_unless_the_recipient_is_a_state(arms: str, whom: str, code: str, flag: str | None) -> None:
    weapon = {"FN-6": FN6, "S-300": "s300|designation|", "anti-aircraft weapons": "air_defence.unspecified|class|"}[
        arms
    ]
    plan = told(SENT.replace("WHAT", arms).replace("WHOM", whom), recipient=code, weapon=weapon)
    flags = filled(plan).flags
    assert len(flags) == (flag is not None)
    assert flag is None or flag in flags[0]


def test_manpads_without_a_recipient_are_flagged() -> None:
    plan = told("transfer planned stated: {supplier:Norland} will send {weapon:FN-6 missiles}.", weapon=FN6)
    assert "no recipient is told" in filled(plan).flags[0]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (FN6, "category VIIb of the UN Register, man-portable air-defence systems"),
        ("s300|designation|", "outside the UN Register"),
        ("tow|designation|", "voluntary row LW5"),
        ("generic.weapons|class|", "do not say which type"),
        ("air_defence.unspecified|class|", "MANPADS may be called so too"),
        ("", "is not known"),
    ],
)
def test_the_register_says_its_category_or_that_it_lies_outside(code: str, said: str) -> None:
    codes = {"weapon": code} if code else {}
    (arms,) = arms_of(told("holding occurred stated: {holder:Averna} has {weapon:these arms}.", **codes))
    assert said in register_line(arms)


def test_a_kind_counts_with_its_country_and_says_so_and_without_one_in_the_article_alone() -> None:
    plan = told(SENT.replace("WHAT", "rifles").replace("WHOM", "Syrian rebels"), recipient=REBELS)
    lost = told("diversion occurred stated theft: {weapon:Shells} of {from:Syrian rebels} were stolen.", from_=REBELS)
    (entry,) = next(c for c in filled(plan, claims=(lost,)).criteria if c.key == "loss").entries
    assert "need not be this recipient" in entry.note
    rebels = "rebels|class_actor|Rebels"
    plan = told(SENT.replace("WHAT", "rifles").replace("WHOM", "rebels"), recipient=rebels)
    lost = told("diversion occurred stated theft: {weapon:Shells} of {from:rebels} were stolen.", from_=rebels)
    assert ids(filled(plan, claims=(lost,)), "loss") == []


def test_a_warning_in_the_sentence_of_the_transfer_speaks_to_it() -> None:
    plan, warning = of_one_sentence(
        "transfer planned stated: {supplier:Norland} will send {weapon:rifles} to {recipient:the Red Brigade}, which "
        "may come to thieves.",
        "diversion risk stated leak: Norland will send {weapon:rifles} to the Red Brigade, which may come to "
        "{to:thieves}.",
        codes=[{"supplier": NORLAND, "recipient": BRIGADE}, {}],
    )  # fmt: skip
    assert ids(filled(plan, claims=(warning,)), "hands") == [warning.claim.id]


def test_the_order_of_the_claims_changes_nothing() -> None:
    assert filled(PLAN) == filled(PLAN, claims=tuple(reversed(ALL)))
