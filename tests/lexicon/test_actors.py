"""The register of actors opens fast, holds what conflict news names, and lays a user's file over ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from enduse.lexicon.actor_names import key
from enduse.lexicon.actor_rows import ACTOR_COLUMNS, NO_STATE_ID
from enduse.lexicon.actors import open_actors

ISO = """
af al dz ad ao ag ar am au at az bs bh bd bb by be bz bj bt bo ba bw br bn bg bf bi kh cm ca cv cf td cl cn co km cg cd
cr ci hr cu cy cz dk dj dm do ec eg sv gq er ee sz et fj fi fr ga gm ge de gh gr gd gt gn gw gy ht hn hu is in id ir iq
ie il it jm jp jo kz ke ki kp kr kw kg la lv lb ls lr ly li lt lu mg mw my mv ml mt mh mr mu mx fm md mc mn me ma mz mm
na nr np nl nz ni ne ng mk no om pk pw pa pg py pe ph pl pt qa ro ru rw kn lc vc ws sm st sa sn rs sc sl sg sk si sb so
za ss es lk sd sr se ch sy tj tz th tl tg to tt tn tr tm tv ug ua ae gb us uy uz vu ve vn ye zm zw
"""


def test_register_holds_every_member_of_the_united_nations() -> None:
    states = open_actors().states
    assert {row.id for row in states.values() if row.kind == "member"} == set(ISO.split())
    assert len(ISO.split()) == 193
    assert {row.id for row in states.values() if row.kind == "observer"} == {"va", "ps"}


def test_register_holds_the_actors_that_news_names() -> None:
    register = open_actors()
    assert len(register.actors) >= 1000
    acting = Counter(state for row in register.actors.values() for state in row.acts_in if row.kind in NO_STATE_ID)
    wars = {
        "sy",
        "iq",
        "ye",
        "ly",
        "ua",
        "ps",
        "lb",
        "sd",
        "ss",
        "ml",
        "ng",
        "so",
        "et",
        "cd",
        "af",
        "pk",
        "mm",
        "co",
        "mx",
    }
    few = {state: acting[state] for state in wars if acting[state] < 6}
    assert not few


def test_an_armed_group_has_no_state_for_an_id() -> None:
    register = open_actors()
    assert not [row.id for row in register.actors.values() if row.id in register.states]
    assert not [row.id for row in register.actors.values() if row.kind in NO_STATE_ID and "-" in row.id]


def test_persons_are_there_as_holders_of_an_office_only() -> None:
    register = open_actors()
    assert {holder.office for holder in register.holders} <= set(register.offices)
    assert all(holder.valid_from != "-" for holder in register.holders)


def test_register_is_opened_once() -> None:
    assert open_actors() is open_actors()


@pytest.mark.parametrize(
    ("code", "name", "is_class"),
    [
        ("sy", "Syria", False),
        ("sy-gov", "Government of Syria", False),
        ("sy-mil", "Syrian Armed Forces", False),
        ("td-mil", "Armed forces of Chad", False),
        ("sy-rebels", "Rebels (Syria)", True),
        ("us-officials", "Officials of United States, unnamed", True),
        ("isis-officials", "Officials of Islamic State, unnamed", True),
        ("us-president", "President of the United States", False),
        ("rebels", "Rebels", True),
        ("fsa", "Free Syrian Army", True),
        ("hts", "Hay'at Tahrir al-Sham", False),
    ],
)
def test_ids_that_follow_from_two_rows_have_names(code: str, name: str, is_class: bool) -> None:
    register = open_actors()
    assert register.known(code)
    assert register.name_of(code) == name
    assert register.is_class(code) is is_class


@pytest.mark.parametrize("code", ["xx", "xx-gov", "sy-unknown", "isis-mil", "isis-rebels", "-gov", "sy-"])
def test_ids_that_follow_from_nothing_are_not_known(code: str) -> None:
    assert not open_actors().known(code)


def test_states_of_a_row_follow_what_it_is_part_of() -> None:
    register = open_actors()
    assert register.states_of("us-navy") == {"us"}
    assert register.states_of("us-fifth_fleet") == {"us"}
    assert {"sy", "iq"} <= register.states_of("isis")
    assert register.states_of("sy-rebels") == {"sy"}


def test_names_that_several_rows_have_give_all() -> None:
    register = open_actors()
    assert {entry.code for entry in register.entries(key("SDF"))} == {"sdf", "jp-mil"}
    assert all(entry.shared for entry in register.entries(key("SDF")))
    assert register.entries("nosuchname") == ()


def test_own_row_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    rows = [
        ACTOR_COLUMNS,
        ("hts", "The Levant Body", "armed_group", "-", "sy", "2017-01-28", "-", "-", "-", "mine"),
        ("brezova_front", "Brezova Front", "armed_group", "-", "sy", "-", "-", "-", "BFR", "mine"),
    ]
    own.write_text("\n".join("\t".join(row) for row in rows), "utf-8")
    register = open_actors(own)
    assert register.actors["hts"].name == "The Levant Body"
    assert register.entries(key("HTS")) == ()
    assert register.entries(key("Brezova Front"))[0].code == "brezova_front"
    assert open_actors().actors["hts"].name == "Hay'at Tahrir al-Sham"
