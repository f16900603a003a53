"""Later claims fit a transfer by who gives, who takes and which arms, and say what they report of it."""

from __future__ import annotations

import pytest
from tests.link.told import kept, no_lands

from enduse.link.outcomes import fits, outcome_kind, outcomes_of, takers_of

DEAL = "{{supplier:Norland}} {} {{weapon:Ember launchers}} to {{recipient:Brezova}}."
PLAN = kept("transfer planned stated: " + DEAL.format("will send"), "2031-04-12")


def test_arms_must_be_of_one_kind_and_words_for_any_arms_fit_nothing() -> None:
    def arms(code: str, other: str) -> bool:
        sent = kept("transfer occurred stated: " + DEAL.format("sent"), "2031-06-01", weapon=other)
        planned = kept("transfer planned stated: " + DEAL.format("will send"), weapon=code)
        return fits(planned, sent, no_lands)

    assert arms("artillery.mortar", "artillery.mortar")
    assert arms("artillery.mortar", "artillery.unspecified")
    assert not arms("artillery.mortar", "artillery.mlrs")
    assert not arms("artillery.mortar", "armour.unspecified")
    assert not arms("generic.weapons", "generic.weapons")


def test_words_for_many_fit_only_with_their_country() -> None:
    def taker(code: str) -> bool:
        sent = kept("transfer occurred stated: " + DEAL.format("sent"), "2031-06-01", recipient=code)
        planned = kept("transfer planned stated: " + DEAL.format("will send"), recipient=code)
        return fits(planned, sent, no_lands)

    assert not taker("rebels|class_actor")
    assert taker("br-rebels|class_actor")


def test_word_for_many_fits_with_the_place_that_both_tell() -> None:
    def of(place: str, kind: str = "rebels|class_actor") -> bool:
        line = "transfer planned stated: {supplier:Norland} sends {weapon:guns} to {recipient:rebels} in {place:Selin}."
        lost = "diversion occurred stated capture: {to:the Front} took {weapon:guns} from {from:rebels} in {place:%s}."
        plan = kept(line, recipient="rebels|class_actor", weapon="artillery.mortar")
        return fits(plan, kept(lost % place, "2031-06-01", **{"from": kind, "weapon": "artillery.mortar"}), no_lands)

    assert of("Selin")
    assert not of("Korvia")
    assert not of("Selin", "tribes|class_actor")


def test_one_who_names_a_class_fits_one_who_names_a_weapon_of_it() -> None:
    def arms(code: str, other: str) -> bool:
        sent = kept("transfer occurred stated: " + DEAL.format("sent"), "2031-06-01", weapon=other)
        return fits(kept("transfer planned stated: " + DEAL.format("will send"), weapon=code), sent, no_lands)

    assert arms("air_defence.manpads", "stinger")
    assert arms("air_defence.unspecified", "stinger")
    assert not arms("stinger", "igla")
    assert not arms("air_defence.sam", "stinger")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("transfer occurred stated: Norland sent {weapon:rifles}.", "delivered"),
        ("transfer halted stated: Norland stopped {weapon:rifles}.", "halted"),
        ("transfer planned denied: Norland will not send {weapon:rifles}.", "denied"),
        ("transfer planned stated: Norland will send {weapon:rifles}.", None),
        ("diversion occurred stated theft: {weapon:rifles} were stolen.", "diverted"),
        ("diversion risk stated leak: {weapon:rifles} may leak.", None),
        ("interdiction occurred stated: Police seized {weapon:rifles}.", "seized"),
        ("holding occurred stated: The Front hit {target:a tank} with {weapon:missiles}.", "used"),
        ("holding occurred stated: The Front has {weapon:missiles}.", None),
    ],
)
def test_each_claim_reports_one_thing_or_nothing(line: str, kind: str | None) -> None:
    assert outcome_kind(kept(line)) == kind


def test_seizures_and_uses_fit_by_who_was_to_have_the_arms() -> None:
    seized = kept("interdiction occurred stated: {agent:Police} seized {weapon:Ember launchers} for {to:Brezova}.")
    used = kept("holding occurred stated: {holder:Brezova} hit {target:tanks} with {weapon:Ember launchers}.")
    other = kept("holding occurred stated: {holder:Selin} hit {target:tanks} with {weapon:Ember launchers}.")
    assert [fits(PLAN, found, no_lands) for found in (seized, used, other)] == [True, True, False]
    assert [outcome.kind.value for outcome in outcomes_of([used, seized], {})] == ["seized", "used"]


def test_takers_are_named_or_have_their_country() -> None:
    assert takers_of(PLAN, no_lands) == {"brezova"}
    many = kept("transfer planned stated: Norland arms {recipient:rebels}.", recipient="rebels|class_actor")
    assert takers_of(many, no_lands) == frozenset()
