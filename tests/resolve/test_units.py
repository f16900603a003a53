"""Units are told apart: items, containers, formations, people, money and weight."""

from __future__ import annotations

import pytest

from enduse.model.quantity import Measure
from enduse.resolve.numerals import cut
from enduse.resolve.units import (
    content_after,
    head_of_phrase,
    is_carried,
    is_length,
    is_mass,
    money_at,
    read_unit,
    singular,
    unit_at,
    unit_of_weapon,
    whole_after,
)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("batteries", "battery"), ("F-16s", "F-16"), ("boxes", "box"), ("batches", "batch"), ("caches", "cache"),
        ("tranches", "tranche"), ("torpedoes", "torpedo"), ("aircraft", "aircraft"), ("men", "man"), ("gas", "gas"),
        ("missiles", "missile"), ("munitions", "munition"), ("chassis", "chassis"),
    ],
)  # fmt: skip
def test_plural_gives_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("phrase", "measure", "name", "of"),
    [
        ("Stinger launchers", Measure.ITEM, "launcher", "Stinger launchers"),
        ("surface-to-air missile systems", Measure.ITEM, "system", "surface-to-air missile systems"),
        ("crates of rifles and shells", Measure.CONTAINER, "crate", "rifles"),
        ("batteries of Patriot", Measure.FORMATION, "battery", "Patriot"),
        ("trucks of weapons", Measure.CONTAINER, "truck", "weapons"),
        ("trucks", Measure.ITEM, "truck", None),
        ("metric tons of explosives", Measure.WEIGHT, "tonne", "explosives"),
        ("CF-18 fighters", Measure.ITEM, "fighter", "CF-18 fighters"),
        ("fighters killed", Measure.PEOPLE, "fighter", None),
        ("", Measure.UNKNOWN, None, None),
    ],
)
def test_noun_phrase_gives_its_unit(phrase: str, measure: Measure, name: str | None, of: str | None) -> None:
    assert read_unit(*cut(phrase), 0)[:3] == (measure, name, of)


@pytest.mark.parametrize(
    ("weapon", "unit"),
    [
        ("TOW missiles", (Measure.ITEM, "missile")),
        ("military aid", (Measure.UNKNOWN, None)),
        ("F-35 squadrons", (Measure.FORMATION, "squadron")),
        ("fighters", (Measure.ITEM, "fighter")),
    ],
)
def test_weapon_tells_the_unit_of_a_bare_number(weapon: str, unit: tuple[Measure, str | None]) -> None:
    assert unit_of_weapon(weapon) == unit


@pytest.mark.parametrize(
    ("phrase", "code"),
    [("euros", "EUR"), ("US dollars", "USD"), ("Australian dollars", "AUD"), ("rupees", "rupee"), ("pounds", "pound")],
)
def test_words_of_money_give_a_currency(phrase: str, code: str) -> None:
    found = money_at(cut(phrase)[1], 0)
    assert found is not None
    assert found[0] == code


def test_words_that_are_no_money_give_none() -> None:
    assert money_at(cut("rifles worth dollars")[1], 0) is None


def test_what_belongs_to_money_and_shares_is_kept() -> None:
    assert content_after(*cut("worth of small arms"), 0)[0] == "small arms"
    assert whole_after(*cut("of their equipment"), 0)[0] == "their equipment"
    assert whole_after(*cut("quickly"), 0)[0] == "quickly"


def test_unit_behind_a_hyphen_is_one_word() -> None:
    assert unit_at(*cut("tank brigade"), 0)[:2] == (Measure.ITEM, "tank")


def test_head_is_the_last_noun_before_the_phrase_ends() -> None:
    assert head_of_phrase(cut("anti-tank missile launchers for the army")[1], 0) == (4, 5)


def test_sorts_of_nouns_are_known() -> None:
    assert is_length("km")
    assert is_length("years")
    assert is_mass("Aid")
    assert is_carried("weapons")
    assert not is_carried("trucks")
