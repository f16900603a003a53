"""A plan's neighbours have a key in common with it, from both sides."""

from __future__ import annotations

import pytest
from tests.link.dossier import AFFAIR, DENIAL, ECHO, PLAN, kept
from tests.link.test_events import NOBODY, OTHER, TANKS
from tests.link.told import no_lands

from enduse.link.outcomes import fits
from enduse.link.signposts import plans_wanted, sign_keys, signs_of, transfers_wanted, truces_wanted
from enduse.model.kept import KeptClaim

TRUCE = kept("ceasefire collapsed stated: The truce in {place:Brezova} is over.", codes={"place": "br"})
NAMELESS = kept("ceasefire collapsed stated: {party:the Front} left the truce.")


def found(plan: KeptClaim, other: KeptClaim) -> bool:
    have = sign_keys(signs_of(other, no_lands))
    return any(have & wanted.one and have & wanted.other for wanted in transfers_wanted(plan, no_lands))


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
    (wanted,) = plans_wanted(signs_of(lost, no_lands))
    assert sign_keys(signs_of(TANKS, no_lands)) & wanted.one
    assert plans_wanted(signs_of(TANKS, no_lands)) == transfers_wanted(TANKS, no_lands)[:1]


MANY_NAMED = kept(
    "transfer planned stated: {supplier:N} will send {weapon:W} to {recipient:rebels} in {place:Brezova}.",
    codes={"supplier": "no", "recipient": "rebels*", "weapon": "air_defence.unspecified", "place": "br"},
)  # fmt: skip
THEIRS = kept(
    "transfer occurred stated: {supplier:N} sent {weapon:W} to {recipient:Brezovan rebels}.", day="2031-05-01",
    codes={"supplier": "no", "recipient": "br-rebels*", "weapon": "air_defence.manpads"},
)  # fmt: skip
TAKEN = kept(
    "diversion occurred stated capture: {to:M} took {weapon:W} from {from:rebels} in {place:Brezova}.",
    day="2031-05-01", codes={"from": "rebels*", "weapon": "air_defence.manpads", "place": "br"},
)  # fmt: skip


def in_brezova(_: str, code: str) -> frozenset[str]:
    return frozenset({code.partition("-")[0]} & {"br"})


@pytest.mark.parametrize("later", [THEIRS, TAKEN])
def test_whatever_fits_is_found_from_both_sides(later: KeptClaim) -> None:
    assert fits(MANY_NAMED, later, in_brezova)
    plan, signs = sign_keys(signs_of(MANY_NAMED, in_brezova)), signs_of(later, in_brezova)
    have = sign_keys(signs)
    assert any(have & wanted.one and have & wanted.other for wanted in transfers_wanted(MANY_NAMED, in_brezova))
    assert any(plan & wanted.one and plan & wanted.other for wanted in plans_wanted(signs))


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
    assert not sign_keys(signs_of(kept("holding occurred stated: {holder:R} has {weapon:W}."), no_lands))
    assert "land nowhere" in signs_of(NAMELESS, no_lands)
