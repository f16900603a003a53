"""The register that ships is sound, and the check says what is wrong with a row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from enduse.lexicon.actor_check import check
from enduse.lexicon.actor_rows import Actor, ActorClass, Holder, Office, Organ, State
from enduse.lexicon.actors import ActorRegister, Rows, open_actors, register_of

STATE = State("av", "Averna", "member", (), ("Avernan",), ("Avernans",), ("Lunt",), (), (), "-", "-", "-", "mine")
FRONT = Actor("front", "Brezova Front", "armed_group", (), ("av",), "2012", "2016", "-", ("BFR",), "mine")
KIND = ActorClass("rebels", "Rebels", ("rebels",), "mine")
ORGAN = Organ("gov", "Government of {state}", "actor", ("government",), "mine")
OFFICE = Office("av-president", "President of Averna", "av-gov", ("president",), "mine")
HOLDER = Holder("av-president", "Ada Lunt", (), "2001-02-03", "-", "mine")


def of(
    *actors: Actor,
    states: tuple[State, ...] = (STATE,),
    classes: tuple[ActorClass, ...] = (KIND,),
    organs: tuple[Organ, ...] = (ORGAN,),
    offices: tuple[Office, ...] = (OFFICE,),
    holders: tuple[Holder, ...] = (HOLDER,),
) -> ActorRegister:
    return register_of(Rows(states, actors, classes, organs, offices, holders))


def test_register_that_ships_is_sound() -> None:
    assert check(open_actors()) == []


def test_sound_rows_are_passed() -> None:
    assert check(of(FRONT)) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(FRONT, id="Front"), "is no id of an actor"),
        (replace(FRONT, id="av-front"), "is no organ of a state"),
        (replace(FRONT, id="xx-front", kind="agency"), "'xx' is no state"),
        (replace(FRONT, kind="gang"), "kind is 'gang'"),
        (replace(FRONT, part_of=("nobody",)), "part_of 'nobody', which is no row"),
        (replace(FRONT, part_of=("front",)), "is part of itself"),
        (replace(FRONT, acts_in=("xx",)), "acts_in 'xx', which is no state"),
        (replace(FRONT, valid_from="May 2012"), "is no date"),
        (replace(FRONT, valid_from="2018"), "is after valid_to"),
        (replace(FRONT, successor="nobody"), "successor 'nobody', which is no row"),
        (replace(FRONT, successor="front"), "is its own successor"),
        (replace(FRONT, basis=""), "must not be empty"),
        (replace(FRONT, aliases=("—",)), "a name has no letter or digit"),
    ],
)
def test_check_names_what_is_wrong_with_an_actor(wrong: Actor, said: str) -> None:
    lines = check(of(wrong))
    assert len(lines) == 1, lines
    assert said in lines[0]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(STATE, id="AV", name="Avernia", capital=()), "is no id of a state"),
        (replace(STATE, kind="country"), "kind is 'country'"),
        (replace(STATE, basis=""), "must not be empty"),
        (replace(STATE, valid_to="1/1/2000"), "is no date"),
        (replace(STATE, successor="+xx"), "successor 'xx', which is no row"),
    ],
)
def test_check_names_what_is_wrong_with_a_state(wrong: State, said: str) -> None:
    lines = check(of(states=(wrong,) if wrong.id == STATE.id else (wrong, STATE)))
    assert len(lines) == 1, lines
    assert said in lines[0]


def test_check_names_what_is_wrong_with_offices_kinds_and_organs() -> None:
    register = of(
        offices=(OFFICE, replace(OFFICE, id="av-king", part_of="xx-gov")),
        holders=(replace(HOLDER, office="av-queen"),),
        classes=(replace(KIND, id="a-b"),),
        organs=(ORGAN, replace(ORGAN, id="mil", name="Armed forces", level="some")),
    )
    assert [line.split(";")[0] for line in check(register)] == [
        "av-king: part_of 'xx-gov', which is no row",
        "Ada Lunt: office 'av-queen' is not in offices.tsv",
        "'a-b' is no id of a class",
        "mil: level is 'some'",
        "mil: name is 'Armed forces'",
    ]


def test_check_finds_a_name_that_two_rows_have_unless_both_mark_it() -> None:
    other = replace(FRONT, id="other", name="Other Front")
    assert "'bfr' stands in front, other" in check(of(FRONT, other))[0]
    shared = [replace(row, aliases=("BFR?",)) for row in (FRONT, other)]
    assert check(of(*shared)) == []
