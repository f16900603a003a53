"""A gazetteer is built from a dump whole or not at all, and is then asked beside the register that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import InputError, UsageError
from enduse.lexicon.place_names import key
from enduse.lexicon.places import open_places
from enduse.service.gazetteer import build_gazetteer


def line(number: int, name: str, kind: str, country: str = "SY", names: str = "") -> str:
    group, _, code = kind.partition(".")
    cells = [
        number,
        name,
        name,
        names,
        "36.0",
        "37.0",
        group,
        code,
        country,
        "",
        "09",
        "",
        "",
        "",
        900,
        "",
        "",
        "",
        "2031-01-01",
    ]
    return "\t".join(map(str, cells))


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "SY.txt"
    rows = [
        line(1, "Al Brzowat", "P.PPL", names="Brezowat,Брезова"),
        line(2, "Averna Air Base", "S.AIRB"),
        line(3, "Averna Creek", "H.STM"),
        line(4, "Old Averna", "P.PPL", country=""),
    ]
    path.write_text("\n".join(rows), "utf-8")
    return path


def test_report_counts_what_is_kept_and_what_is_left_out(dump: Path, tmp_path: Path) -> None:
    report = build_gazetteer(dump, tmp_path / "own.gazetteer")
    assert (report.places, report.names) == (2, 5)
    assert report.left_out == {"feature H.STM is no place to look up": 1, "of no country": 1}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["SY.txt", "own.gazetteer"]


def test_places_are_found_beside_those_that_ship(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.gazetteer"
    build_gazetteer(dump, out)
    register = open_places(None, out)
    named = register.named(key("Brzowat"))
    assert named is not None
    assert named.ids == ("geonames:1",)
    place = register.place("geonames:1")
    assert (place.level, place.name, place.within, place.population) == ("town", "Al Brzowat", "sy.09", 900)
    assert register.country_of("geonames:1") == "sy"
    assert register.place("geonames:2").level == "site"
    assert register.named(key("Syria")) == open_places().named(key("Syria"))
    spelled = register.named(key("Brezowat"))
    assert spelled is not None
    assert spelled.only_also


def test_what_was_there_stays_when_the_dump_is_bad(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.gazetteer"
    build_gazetteer(dump, out)
    before = out.read_bytes()
    dump.write_text("no\tdump\n", "utf-8")
    with pytest.raises(InputError, match=r"SY\.txt:1"):
        build_gazetteer(dump, out)
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["SY.txt", "own.gazetteer"]


def test_dump_without_places_is_refused(dump: Path, tmp_path: Path) -> None:
    dump.write_text(line(3, "Averna Creek", "H.STM"), "utf-8")
    with pytest.raises(InputError, match="has no town, region or site to keep"):
        build_gazetteer(dump, tmp_path / "own.gazetteer")


def test_place_to_write_that_does_not_do_is_refused(dump: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        build_gazetteer(dump, tmp_path)
    with pytest.raises(UsageError, match="the dump itself"):
        build_gazetteer(dump, dump)
    with pytest.raises(UsageError, match="cannot be written"):
        build_gazetteer(dump, tmp_path / "none" / "own.gazetteer")
