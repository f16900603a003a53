"""Claims are classed by what sort of supplier, recipient, weapon and way they tell of."""

from __future__ import annotations

import pytest
from tests.link.told import kept, no_lands

from enduse.link.classes import (
    FIELDS,
    arms,
    codes_of_arms,
    codes_of_sorts,
    likeness,
    profile_of,
    same_side,
    sort_of,
)
from enduse.model.precedent import ActorSort, Alike


@pytest.mark.parametrize(
    ("code", "sort"),
    [
        ("us-cia", "covert agency"), ("us-intel", "covert agency"), ("us-mil", "armed forces or ministry"),
        ("us-mod", "armed forces or ministry"), ("us", "state"), ("us-gov", "state"),
        ("sy-rebels", "many groups under one word"),
        ("vetted_rebels", "vetted or moderate groups"), ("sy-militias", "militia"), ("us-firms", "company or dealer"),
        ("un", "alliance or organisation of states"), ("civilians", "other"), ("no-such-row", "other"),
    ],
)  # fmt: skip
def test_codes_of_the_register_have_a_sort(code: str, sort: str) -> None:
    assert sort_of(code) == sort


def test_codes_are_told_by_sort_and_a_states_forces_stand_for_it_as_takers() -> None:
    codes = ("us-cia", "tr-intel", "ua", "ua-mil", "sy-rebels", "no-such-row")
    assert codes_of_sorts(codes, {ActorSort.COVERT_AGENCY}, taker=False) == {"us-cia", "tr-intel"}
    assert codes_of_sorts(codes, {ActorSort.STATE}, taker=False) == {"ua"}
    assert codes_of_sorts(codes, {ActorSort.STATE}, taker=True) == {"ua", "ua-mil"}


def test_actors_that_no_register_knows_are_classed_by_their_words() -> None:
    claim = kept("transfer occurred stated: {supplier:Averna's External Service} secretly sold {weapon:pikes} to "
                 "{recipient:the Harsa Brigade} via {via:Selin}.")  # fmt: skip
    found = profile_of(claim, no_lands)
    assert dict(zip(FIELDS, map(sorted, found), strict=True)) == {
        "supplier class": ["covert agency"], "recipient class": ["armed group"], "weapon class": ["“pikes”"],
        "channel": ["covert", "sale"], "transit": ["selin"], "region": [],
    }  # fmt: skip


def test_names_that_tell_no_sort_stand_for_themselves_and_small_words_for_nothing() -> None:
    claim = kept("transfer occurred stated: {supplier:Norland} sent {weapon:rifles} to {recipient:them}.")
    assert profile_of(claim, no_lands).supplier == {"“norland”"}
    assert profile_of(claim, no_lands).recipient == frozenset()


def test_of_a_diversion_who_lost_the_arms_stands_for_the_recipient() -> None:
    lost = kept(
        "diversion occurred stated theft: {weapon:rifles} were stolen from {from:the army}.", **{"from": "br-mil"}
    )
    assert profile_of(lost, no_lands).recipient == {"state"}


def test_arms_of_any_kind_have_no_class() -> None:
    assert list(arms(kept("transfer occurred stated: {weapon:weapons} came.", weapon="generic.weapons"))) == []
    assert "air_defence.manpads" in codes_of_arms(frozenset({"air_defence.unspecified"}))
    assert "air_defence.sam" not in codes_of_arms(frozenset({"air_defence.manpads"}))


def test_fields_are_alike_other_or_not_told() -> None:
    plan = kept("transfer planned stated: {supplier:Norland} sends {weapon:air defence} to {recipient:rebels}.",
                weapon="air_defence.unspecified", recipient="rebels|class_actor")  # fmt: skip
    case = kept(
        "transfer occurred stated: {supplier:the army} gave {weapon:MANPADS} away.", weapon="air_defence.manpads"
    )
    found = likeness(profile_of(plan, no_lands), profile_of(case, no_lands))
    assert [one.how for one in found] == [Alike.OTHER, Alike.NOT_TOLD, Alike.ALIKE, *[Alike.NOT_TOLD] * 3]


def test_armed_groups_of_any_sort_are_of_one_side_and_states_of_another() -> None:
    group, vetted, state = map(frozenset, ({"armed group"}, {"vetted or moderate groups"}, {"state"}))
    assert same_side(group, vetted)
    assert not same_side(group, state)
    assert same_side(group, frozenset())
    assert same_side(state, frozenset({"“norland”"}))
