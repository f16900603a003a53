"""A plan's neighbours have a key in common with it, from both sides."""

from __future__ import annotations

from tests.link.dossier import AFFAIR, DENIAL, ECHO, PLAN, kept
from tests.link.test_events import NOBODY, OTHER, TANKS
from tests.link.told import no_lands

from enduse.link.blocks import keys
from enduse.link.fact import fact_of
from enduse.link.signposts import plans_wanted, sign_keys, signs_of, transfers_wanted, truces_wanted
from enduse.model.kept import KeptClaim

TRUCE = kept("ceasefire collapsed stated: The truce in {place:Brezova} is over.", codes={"place": "br"})
NAMELESS = kept("ceasefire collapsed stated: {party:the Front} left the truce.")


def found(plan: KeptClaim, other: KeptClaim) -> bool:
    have = set(keys(fact_of(other)))
    return any(have & wanted.one and have & wanted.other for wanted in transfers_wanted(fact_of(plan)))


def test_transfer_of_the_same_supplier_recipient_and_arms_is_found() -> None:
    assert found(ECHO, AFFAIR[1])
    assert found(PLAN, DENIAL)
    assert found(TANKS, TANKS)
    assert not found(TANKS, OTHER)
    assert not found(TANKS, NOBODY)


def test_diversion_is_found_by_who_lost_the_arms() -> None:
    line = "diversion occurred stated capture: {to:M} took {weapon:W} from {from:R}."
    codes = {"from": "br", "weapon": "armour.tank", "to": "militia"}
    lost = kept(line, codes=codes)
    assert found(TANKS, lost)
    assert not found(ECHO, lost)
    (wanted,) = plans_wanted(fact_of(lost))
    assert set(keys(fact_of(TANKS))) & wanted.one
    assert plans_wanted(fact_of(TANKS)) == transfers_wanted(fact_of(TANKS))[:1]


def test_truce_is_found_by_land_party_and_name() -> None:
    plan = kept(
        "transfer planned stated: {supplier:N} will send arms to {recipient:R} if {condition:the Front's truce ends}.",
        codes={"supplier": "no", "recipient": "br"},
    )  # fmt: skip
    wanted = truces_wanted(plan, (), no_lands)
    assert wanted & sign_keys(signs_of(TRUCE, no_lands))
    assert wanted & sign_keys(signs_of(NAMELESS, no_lands))
    assert wanted == sign_keys(sign.removeprefix("if ") for sign in signs_of(plan, no_lands))


def test_claims_about_nothing_of_the_kind_have_no_signs() -> None:
    assert signs_of(TANKS, no_lands) == ()
    assert "land nowhere" in signs_of(NAMELESS, no_lands)
