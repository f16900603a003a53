"""Chains hold joined links in order, show gaps, and name a point of diversion only between supported links."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.custodies import (
    BRIGADE,
    CASE,
    DELIVERY,
    DENIAL,
    FN6,
    LOSS,
    SEIZURE,
    UNMARKED,
    custody,
    link_of,
    told,
)
from tests.link.test_identity import judged

from enduse.model import Stance
from enduse.model.custody import Identity
from enduse.model.kept import KeptClaim
from enduse.model.record import Sameness

FOUND = custody(*CASE)


def test_a_chain_goes_from_holder_to_holder_and_shows_its_gaps() -> None:
    (chain,) = FOUND.chains
    assert chain.links == (link_of(FOUND, DELIVERY), link_of(FOUND, LOSS), link_of(FOUND, SEIZURE))
    assert chain.gaps == (
        "how “Norland” came to have them is not found", "",
        "how they came from “The Brezova Front” to “Averna” is not found",
        "what became of them after 2031-09-01 is not found",
    )  # fmt: skip
    assert {joint.identity for joint in chain.joints} == {Identity.SERIAL}
    assert [joint.continuous for joint in chain.joints if joint.left == chain.links[0]] == [True, False]


def test_the_point_of_diversion_is_named_between_two_supported_links_only() -> None:
    points = {point.link: point for point in FOUND.points}
    assert points[link_of(FOUND, LOSS)].holder == "Red Brigade"
    other = points[link_of(FOUND, UNMARKED)]
    assert (other.holder, "no link by which" in other.why) == (None, True)


def alleged(kept: KeptClaim) -> KeptClaim:
    claim = replace(kept.claim, stance=Stance.ALLEGED)
    return replace(kept, claim=claim, resolutions=tuple(replace(found, claim=claim.id) for found in kept.resolutions))


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ((DELIVERY, DENIAL, LOSS), "the link into their hands is denied by somebody"),
        ((alleged(DELIVERY), LOSS), "the link into their hands is only alleged"),
        ((DELIVERY, alleged(LOSS)), "the diversion is only alleged"),
        ((LOSS,), "no link by which “the Red Brigade” got the same arms is found"),
        ((told("diversion occurred stated capture: {to:They} took {weapon:rifles}."),), "who had them is not told"),
        (
            (told("diversion occurred stated capture: {to:They} took {weapon:rifles} from {from:rebels}."),),
            "only a kind is named that had them",
        ),
    ],
)
def test_otherwise_it_is_not_named_and_why_is_said(claims: tuple[KeptClaim, ...], why: str) -> None:
    (point,) = custody(*claims).points
    assert (point.holder, point.why) == (None, why)


def test_compatible_links_stay_apart() -> None:
    (pair,) = [pair for pair in FOUND.compatible if pair.left == link_of(FOUND, DELIVERY)]
    assert (pair.right, pair.identity) == (link_of(FOUND, UNMARKED), Identity.MODEL)
    assert all(link_of(FOUND, UNMARKED) not in chain.links for chain in FOUND.chains)
    assert FOUND.class_only == 1


def test_a_person_joins_what_is_only_compatible_and_parts_what_a_number_joins() -> None:
    found = custody(*CASE, judgements=[judged(DELIVERY, UNMARKED, Sameness.SAME)])
    assert any(link_of(found, UNMARKED) in chain.links for chain in found.chains)
    apart = [judged(DELIVERY, LOSS, Sameness.DIFFERENT), judged(DELIVERY, SEIZURE, Sameness.DIFFERENT)]
    found = custody(*CASE, judgements=apart)
    assert [set(chain.links) for chain in found.chains] == [{link_of(found, LOSS), link_of(found, SEIZURE)}]


def test_a_holding_follows_whoever_got_the_arms() -> None:
    seen = told("holding occurred stated: {holder:The Red Brigade} shows {weapon:an FN-6}, serial number NB-4471.",
                "2031-05-01", holder=BRIGADE, weapon=FN6)  # fmt: skip
    found = custody(DELIVERY, seen, LOSS)
    (chain,) = found.chains
    assert chain.links == (link_of(found, DELIVERY), link_of(found, seen), link_of(found, LOSS))
    assert chain.gaps[1:3] == ("", "")


def test_two_holdings_are_not_compared() -> None:
    line = "holding occurred stated: {holder:The Red Brigade} shows {weapon:an FN-6}."
    both = [told(line, day, holder=BRIGADE, weapon=FN6) for day in ("2031-05-01", "2033-05-01")]
    found = custody(*both)
    assert found.compatible == ()
