"""Two claims are of the same arms only by a mark, the same words, or a person; all else is compatible at most."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.custodies import (
    BRIGADE,
    CLASS_ONLY,
    DELIVERY,
    FN6,
    FRONT,
    HARSA,
    LOSS,
    NORLAND,
    SEIZURE,
    UNMARKED,
    of_one_sentence,
    told,
)

from enduse.link.held import held_of
from enduse.link.identity import (
    apart_days,
    compatible,
    joining,
    latest_of_arms,
    named,
    passes,
    shared_class,
)
from enduse.model.custody import Holder, Identity
from enduse.model.kept import KeptClaim
from enduse.model.record import Link, Sameness


def judged(left: KeptClaim, right: KeptClaim, verdict: Sameness, at: str = "2031-10-01T00:00:00Z") -> Link:
    one, other = sorted((left.claim.id, right.claim.id))
    return Link("arms", one, other, verdict, "Ida", at, "seen both")


def joined(left: KeptClaim, right: KeptClaim, *links: Link) -> tuple[Identity, str] | None:
    return joining(held_of(left), held_of(right), latest_of_arms(links))


def alike(left: KeptClaim, right: KeptClaim, *links: Link) -> tuple[Identity, str] | None:
    return compatible(held_of(left), held_of(right), latest_of_arms(links))


def test_a_serial_number_joins_and_is_shown() -> None:
    identity, why = joined(DELIVERY, SEIZURE) or (None, "")
    assert identity is Identity.SERIAL
    assert "NB-4471" in why


def test_model_and_holder_are_compatible_and_class_is_nothing() -> None:
    assert joined(DELIVERY, UNMARKED) is None
    assert (alike(DELIVERY, UNMARKED) or (None,))[0] is Identity.MODEL
    assert joined(DELIVERY, CLASS_ONLY) is None
    assert alike(DELIVERY, CLASS_ONLY) is None
    assert shared_class(held_of(DELIVERY).arms, held_of(CLASS_ONLY).arms)


def test_a_model_alone_is_not_compatible_but_with_place_and_month_it_is() -> None:
    line = "interdiction occurred stated: {agent:Averna} seized {weapon:FN-6 missiles} in {place:Harsa}."
    near = told(line, "2031-04-20", agent="av", weapon=FN6, place=HARSA)
    late = told(line, "2031-09-20", agent="av", weapon=FN6, place=HARSA)
    assert (alike(DELIVERY, near) or (None,))[0] is Identity.MODEL_PLACE_MONTH
    assert alike(DELIVERY, late) is None
    assert joined(DELIVERY, near) is None


def test_the_same_number_on_other_arms_joins_nothing() -> None:
    rifle = told("interdiction occurred stated: {agent:Averna} seized {weapon:a TOW}, serial number NB-4471.",
                 agent="av", weapon="tow|designation|TOW")  # fmt: skip
    assert joined(DELIVERY, rifle) is None


def test_one_name_of_a_ship_is_one_shipment_for_a_month_only() -> None:
    sent = (
        "transfer occurred stated: {supplier:Norland} sent {weapon:rifles} on the ship Lady Averna to {recipient:them}."
    )
    found = "interdiction occurred stated: {agent:Averna} found {weapon:rifles} aboard the Lady Averna."
    left = told(sent, "2031-04-01", supplier=NORLAND)
    assert (joined(left, told(found, "2031-04-20", agent="av")) or (None,))[0] is Identity.SHIPMENT
    assert joined(left, told(found, "2031-08-20", agent="av")) is None
    assert joined(left, told(found, None, agent="av")) is None


WORDED = (
    "transfer occurred stated: {weapon:The rifles} that {supplier:Norland} gave {recipient:the men of Harsa} went to "
    "the Brezova Front.",
    "diversion occurred stated leak: {weapon:The rifles} that Norland gave {from:the men of Harsa} went to the "
    "{to:Brezova Front}.",
)  # fmt: skip


def test_the_same_words_of_one_sentence_join_where_the_holder_is_the_same_words_too() -> None:
    left, right = of_one_sentence(*WORDED, codes=[{"supplier": NORLAND}, {"to": FRONT}])
    identity, why = joined(left, right) or (None, "")
    assert identity is Identity.WORDS
    assert "“The rifles”" in why
    elsewhere = replace(right, claim=replace(right.claim, document_sha256="another text"))
    assert joined(left, elsewhere) is None


def test_the_same_words_said_of_two_takers_join_nothing() -> None:
    left, right = of_one_sentence(
        "transfer occurred stated: {supplier:Norland} gave {weapon:rifles} to {recipient:Averna} and to Tessaly.",
        "transfer occurred stated: {supplier:Norland} gave {weapon:rifles} to Averna and to {recipient:Tessaly}.",
        codes=[{"supplier": NORLAND, "recipient": "av"}, {"supplier": NORLAND, "recipient": "te"}],
    )
    assert joined(left, right) is None


def test_a_person_joins_and_parts_and_the_last_word_counts() -> None:
    same = judged(DELIVERY, UNMARKED, Sameness.SAME)
    assert joined(DELIVERY, UNMARKED, same) == (Identity.PERSON, "Ida calls them the same arms: seen both")
    later = judged(DELIVERY, UNMARKED, Sameness.DIFFERENT, "2031-10-02T00:00:00Z")
    assert joined(DELIVERY, UNMARKED, later, same) is None
    assert alike(DELIVERY, UNMARKED, later, same) is None
    assert joined(DELIVERY, LOSS, judged(DELIVERY, LOSS, Sameness.DIFFERENT)) is None
    assert joined(DELIVERY, UNMARKED, replace(same, of="claim")) is None
    assert alike(DELIVERY, UNMARKED, judged(DELIVERY, UNMARKED, Sameness.UNSURE)) is not None


def test_arms_pass_from_who_got_them_to_who_had_them_and_not_back_in_time() -> None:
    assert "“the Red Brigade”" in (passes(held_of(DELIVERY), held_of(LOSS)) or "")
    assert passes(held_of(LOSS), held_of(DELIVERY)) is None
    then = "2031-01-01/2031-01-02"
    lost_before = told(
        "diversion occurred stated sale: {from:The Red Brigade} sold {weapon:FN-6 missiles} {time:in January}.",
        from_=BRIGADE, weapon=FN6, time=then,
    )  # fmt: skip
    got = told("transfer occurred stated: {recipient:the Red Brigade} got {weapon:FN-6 missiles} {time:in May}.",
               recipient=BRIGADE, weapon=FN6, time="2031-05-01/2031-05-31")  # fmt: skip
    assert passes(held_of(got), held_of(lost_before)) is None


@pytest.mark.parametrize(("days", "apart"), [(("2031-04-01", "2031-04-11"), 10), (("2031-04-01", None), None)])
def test_days_apart_are_known_where_both_are(days: tuple[str, str | None], apart: int | None) -> None:
    line = "holding occurred stated: {holder:Averna} has {weapon:rifles}."
    left, right = (held_of(told(line, day, holder="av")) for day in days)
    assert apart_days(left, right) == apart


def test_holders_in_words() -> None:
    assert named([Holder("Averna"), Holder("Averna"), Holder("the Front")]) == "“Averna”, “the Front”"
    assert named([]) == "somebody not told"
