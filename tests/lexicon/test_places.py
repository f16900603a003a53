"""The register of places is sound, opens fast, and says what is wrong with a row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from enduse.errors import SourceError
from enduse.lexicon.place_names import key
from enduse.lexicon.places import EXTRA_COLUMNS, PlaceRegister, check, open_places


def ids(register: PlaceRegister, name: str) -> tuple[str, ...]:
    named = register.named(key(name))
    return named.ids if named else ()


def own(path: Path, *rows: tuple[str, ...]) -> Path:
    path.write_text("\n".join("\t".join(row) for row in (EXTRA_COLUMNS, *rows)), "utf-8")
    return path


def test_register_that_ships_is_sound() -> None:
    assert check(open_places()) == []


def test_register_holds_countries_regions_and_towns() -> None:
    register = open_places()
    levels = [level for level, _ in register.rows.values()]
    assert levels.count("country") == 254
    assert levels.count("region") > 5_000
    assert levels.count("town") > 9_000
    assert levels.count("site") > 150


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "sy"),
        ("Côte d’Ivoire", "ci"),
        ("the", None),
        ("Kobane", "geonames:172256"),
        ("Kyiv", "geonames:703448"),
        ("Eastern Ghouta", "sy:eastern_ghouta"),
        ("Donbas", "ua:donbas"),
        ("Tigray", "et.53"),
        ("Gaza Strip", "ps.gz"),
        ("Darfur", "sd:darfur"),
        ("Golan Heights", "sy:golan"),
        ("Bab al-Hawa", "sy:bab_al_hawa"),
        ("Hmeimim", "sy:hmeimim"),
    ],
)
def test_names_of_news_are_found(name: str, code: str | None) -> None:
    assert ids(open_places(), name) == ((code,) if code else ())


def test_name_of_a_town_and_its_region_stands_for_both() -> None:
    assert set(ids(open_places(), "Idlib")) == {"sy.12", "geonames:169389"}
    assert ids(open_places(), "Baghdad") == ("geonames:98182",)


def test_other_spelling_counts_where_nothing_else_is_called_so() -> None:
    named = open_places().named(key("Halab"))
    assert named is not None
    assert named.only_also
    assert named.ids == ("geonames:170063",)


def test_place_knows_where_it_lies() -> None:
    register = open_places()
    aleppo = register.place("geonames:170063")
    assert (aleppo.name, aleppo.level, aleppo.within) == ("Aleppo", "town", "sy.09")
    assert aleppo.lat is not None
    assert 36 < aleppo.lat < 37
    assert register.country_of("sy:yarmouk") == register.country_of("geonames:170063") == "sy"
    assert register.country_of("world:red_sea") == "world"
    assert register.lies_in("sy:yarmouk", "geonames:170654")
    assert not register.lies_in("geonames:170654", "sy.09")
    with pytest.raises(KeyError):
        register.place("av")


def test_register_is_opened_once() -> None:
    assert open_places() is open_places()


def test_own_row_takes_the_place_of_ours(tmp_path: Path) -> None:
    path = own(
        tmp_path / "own.tsv",
        ("sy:hmeimim", "Hmeimim renamed", "site", "sy.02", "Averna Base", "-", "mine"),
        ("sy:brezova", "Brezova", "town", "sy.12", "-", "Brzowa", "mine"),
    )
    register = open_places(path)
    assert register.place("sy:hmeimim").name == "Hmeimim renamed"
    assert ids(register, "Averna Base") == ("sy:hmeimim",)
    assert ids(register, "Khmeimim") == ()
    assert register.place("sy:brezova").lat is None
    assert ids(register, "Brzowa") == ("sy:brezova",)
    assert check(register) == []
    assert ids(open_places(), "Khmeimim") == ("sy:hmeimim",)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("Brezova", "Brezova", "town", "sy", "-", "-", "mine"), "is no id of a place"),
        (("sy:brezova", "Brezova", "village", "sy", "-", "-", "mine"), "level is 'village'"),
        (("sy:brezova", "Brezova", "town", "sy.99", "-", "-", "mine"), "which is no row"),
        (("sy:brezova", "Brezova", "town", "iq", "-", "-", "mine"), "in another country than its id says"),
        (("sy:brezova", "—", "town", "sy", "-", "-", "mine"), "has no letter or digit"),
        (("sy:brezova", "", "town", "sy", "Brezova", "-", "mine"), "name must not be empty"),
    ],
)
def test_check_names_what_is_wrong_with_a_row(tmp_path: Path, row: tuple[str, ...], said: str) -> None:
    lines = check(open_places(own(tmp_path / "own.tsv", row)))
    assert said in lines[0], lines


def test_check_finds_spellings_and_adjectives_of_no_row() -> None:
    register = replace(open_places(), index={"brezova": "av.01"}, adjectives={"avernan": "av"})
    assert check(register) == [
        "'brezova' is a spelling of av.01, which is no row",
        "'avernan' is the adjective of av, which is no row",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("id\tname\n", "the first row must name the columns id, name, level"),
        ("\t".join(EXTRA_COLUMNS) + "\nsy:brezova\tBrezova\n", ":2: 2 cells; write 7"),
    ],
)
def test_file_of_the_wrong_form_is_refused(tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "own.tsv"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(SourceError) as caught:
        open_places(path)
    assert said in str(caught.value)
