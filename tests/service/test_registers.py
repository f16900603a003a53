"""Registers are listed, searched by name and by how a name begins, and checked with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceError, UsageError
from enduse.service.registers import MOST_HITS, REGISTERS, Hit, check, listed, search, shown

COLUMNS = "id\tname\tclass\taliases\tdesign_origin\tunroca\twatch_out\tbasis"
GOOD = "nord_1\tNord-1\tair_defence.manpads\tNord-1; Nordfire\t-\tVIIb\t-\town"


def own(folder: Path, *rows: str) -> Path:
    path = folder / "weapons.tsv"
    path.write_text("\n".join((COLUMNS, *rows)) + "\n")
    return path


def test_all_registers_are_listed_with_what_they_hold() -> None:
    rows = {row.name: row for row in listed()}
    assert set(rows) == set(REGISTERS)
    assert rows["weapons"].rows > 450
    assert all(row.about and row.own == 0 for row in rows.values())


def test_rows_of_ones_own_are_counted(tmp_path: Path) -> None:
    own(tmp_path, GOOD)
    assert {row.name: row.own for row in listed(tmp_path)}["weapons"] == 1


def test_search_gives_the_exact_name_first_then_what_begins_so() -> None:
    hits = search("sa 7")
    assert (hits[0].code, hits[0].alias, hits[0].exact) == ("strela2", "SA-7", True)
    assert [hit.exact for hit in hits] == sorted((hit.exact for hit in hits), reverse=True)
    assert all(hit.where.partition(":")[2].isdigit() for hit in hits)


def test_search_finds_rows_of_ones_own_and_hides_ours_under_them(tmp_path: Path) -> None:
    own(tmp_path, GOOD, "strela2\tOurs\tair_defence.manpads\tSA-7\tSU\tVIIb\t-\town")
    assert [hit.code for hit in search("nordfire", tmp_path)] == ["nord_1"]
    assert [hit.name for hit in search("SA-7", tmp_path) if hit.code == "strela2"] == ["Ours"]


def test_nothing_to_search_for_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no letter or digit"):
        search(" - ")
    assert search("no such thing anywhere") == []


def test_only_the_first_hits_are_shown() -> None:
    hits = [Hit("weapons", str(n), "x", "x", True, "f:1") for n in range(MOST_HITS + 3)]
    assert shown(hits) == (hits[:MOST_HITS], 3)
    assert shown(hits[:2]) == (hits[:2], 0)


def test_what_ships_has_no_fault() -> None:
    assert check() == []


def test_file_of_ones_own_that_is_good_has_no_fault(tmp_path: Path) -> None:
    assert check(own(tmp_path, GOOD)) == []
    assert check(own=tmp_path) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("nord_2\tNord-2", "2 cells; write 8"),
        ("\tNord-2\tair_defence.manpads\tNord-2\t-\tVIIb\t-\town", "id must not be empty"),
        (GOOD, "stands in line 2 too"),
        ("nord_2\tNord-2\tair_defence.none\tNord-2\t-\tVIIb\t-\town", "is not in weapon_classes.tsv"),
        ("nord_2\tNord-2\tair_defence.manpads\tSA-7\t-\tVIIb\t-\town", "mark it '?' in each"),
    ],
)
def test_fault_is_told_with_file_and_line(tmp_path: Path, row: str, fault: str) -> None:
    path = own(tmp_path, GOOD, row)
    (found,) = check(path)
    assert found.startswith(f"{path}:3: ")
    assert fault in found
    assert check(own=tmp_path) == [found]


def test_file_with_other_columns_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text("colour\tshape\n")
    with pytest.raises(UsageError, match="the columns of no register"):
        check(path)


def test_gazetteer_of_ones_own_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "gazetteer.sqlite").write_text("no database")
    with pytest.raises(SourceError, match=r"gazetteer\.sqlite"):
        check(own=tmp_path)
