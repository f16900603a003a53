"""The register of weapons is sound, spells names as one however they are written, and says what is wrong with a row."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from enduse.errors import SourceError
from enduse.lexicon.weapons import (
    CLASS_COLUMNS,
    WEAPON_COLUMNS,
    Weapon,
    WeaponClass,
    WeaponRegister,
    check,
    key,
    open_weapons,
    register_of,
    words,
)

GUN = WeaponClass("artillery.gun", "gun", "III", True, ("field gun",), (), "-", "own knowledge")
ROW = Weapon("d30", "D-30", "artillery.gun", ("D-30",), "SU", "III", "-", "own knowledge")


def of(*rows: Weapon) -> WeaponRegister:
    return register_of(rows, [GUN])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("T-72", "T72"),
        ("Strela-2", "strela 2"),
        ("anti-aircraft missiles", "antiaircraft missile"),
        ("air-defense batteries", "air defence battery"),
        ("armored vehicles", "armoured vehicle"),
        ("105-millimeter", "105 mm"),
        ("Leopard II", "Leopard-2"),
        ("Škorpion", "Skorpion"),
        ("Kızılelma", "Kizilelma"),
        ("poison gases", "poison gas"),
        ("weapon caches", "weapons cache"),
        ("RPG’s", "RPGs"),
        ("David's Sling", "David’s sling"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("T-72", "T-62"), ("arms", "arm"), ("Igla", "Igla-1"), ("gas", "gauge")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_words_know_where_they_stand_past_an_emoji() -> None:
    text = "💥 Assad’s T-72s"
    found = words(text)
    assert [text[word.start : word.end] for word in found] == ["Assad", "T", "72s"]
    assert [word.capital for word in found] == [True, True, True]


def test_register_that_ships_is_sound() -> None:
    assert check(open_weapons()) == []


def test_register_holds_the_designations_that_news_names() -> None:
    register = open_weapons()
    assert len(register.weapons) >= 450
    counted = Counter(row.weapon_class for row in register.weapons.values())
    for needed in ("air_defence.manpads", "anti_armour.atgm", "artillery.mlrs", "armour.tank", "uav.loitering"):
        assert counted[needed] >= 20, needed


def test_register_is_opened_once() -> None:
    assert open_weapons() is open_weapons()


def test_words_for_air_defence_cover_manpads_and_never_the_other_way_round() -> None:
    register = open_weapons()
    assert register.covers("air_defence.unspecified", "air_defence.manpads")
    assert not register.covers("air_defence.manpads", "air_defence.unspecified")
    assert [entry.code for entry in register.entries(key("anti-aircraft weapons"))] == ["air_defence.unspecified"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(ROW, id="D30"), "is no id of a weapon"),
        (replace(ROW, weapon_class="artillery.canon"), "is not in weapon_classes.tsv"),
        (replace(ROW, unroca=""), "write a category or 'outside'"),
        (replace(ROW, unroca="depends"), "write a category or 'outside'"),
        (replace(ROW, design_origin="Russia"), "write state codes"),
        (replace(ROW, aliases=()), "must not be empty"),
        (replace(ROW, aliases=("D-30?",)), "no other row has it"),
        (replace(ROW, aliases=("—",)), "has no letter or digit"),
    ],
)
def test_check_names_what_is_wrong_with_a_row(wrong: Weapon, said: str) -> None:
    lines = check(of(wrong))
    assert len(lines) == 1, lines
    assert said in lines[0]


def test_check_finds_a_name_that_two_rows_have_unless_both_mark_it() -> None:
    other = replace(ROW, id="d30m", name="D-30M")
    assert "'d30' stands in d30, d30m" in check(of(ROW, other))[0]
    shared = [replace(row, aliases=("D-30?",)) for row in (ROW, other)]
    assert check(of(*shared)) == []


def test_check_names_what_is_wrong_with_a_class() -> None:
    wrong = replace(GUN, id="gun", unroca="IX", covers=("armour.*",))
    lines = check(register_of([], [wrong]))
    assert [line.split(";")[0] for line in lines] == [
        "'gun' is no id of a class",
        "gun: unroca is 'IX'",
        "gun: covers 'armour.*', which is no class",
    ]


def test_own_row_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    rows = [
        WEAPON_COLUMNS,
        ("tow", "Slingshot", "anti_armour.atgm", "Slingshot", "US", "LW5", "-", "mine"),
        ("norland_1", "Norland 1", "armour.tank", "Norland 1", "-", "I", "-", "mine"),
    ]
    own.write_text("\n".join("\t".join(row) for row in rows), "utf-8")
    register = open_weapons(own)
    assert register.weapons["tow"].name == "Slingshot"
    assert register.entries(key("TOW")) == ()
    assert register.entries(key("Norland-1"))[0].code == "norland_1"
    assert open_weapons().weapons["tow"].name == "BGM-71 TOW"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("id\tname\n", "the first row must name the columns id, name, class"),
        ("\t".join(WEAPON_COLUMNS) + "\ntow\tTOW\n", ":2: 2 cells; write 8"),
    ],
)
def test_broken_file_is_a_source_error(tmp_path: Path, content: str | None, said: str) -> None:
    own = tmp_path / "own.tsv"
    if content is not None:
        own.write_text(content, "utf-8")
    with pytest.raises(SourceError, match=said):
        open_weapons(own)


def test_both_files_name_their_columns() -> None:
    folder = Path(__file__).parents[2] / "src/enduse/data/registers"
    for name, columns in (("weapons.tsv", WEAPON_COLUMNS), ("weapon_classes.tsv", CLASS_COLUMNS)):
        lines = (folder / name).read_text("utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        assert all(any(line.startswith(f"# {column} ") for line in head) for column in columns), name
