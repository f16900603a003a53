"""A register's file is read with the lines of its rows, those that are broken kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceError
from enduse.lexicon.tables import own_file, read_lines, read_rows, read_table, shipped


def table_of(folder: Path, text: str) -> Path:
    path = folder / "things.tsv"
    path.write_text(text)
    return path


def test_rows_have_their_lines_and_comments_are_left_out(tmp_path: Path) -> None:
    table = read_table(
        table_of(tmp_path, "# Things that\n# are. One a row.\n#\nid\tname\na\tAnvil\n\n# more\nb\tBell\n")
    )
    assert table.about == "Things that are"
    assert table.columns == ("id", "name")
    assert [(row.line, row.cells["name"]) for row in table.rows] == [(5, "Anvil"), (8, "Bell")]


def test_broken_rows_are_kept_apart_with_their_line(tmp_path: Path) -> None:
    table = read_table(table_of(tmp_path, "id\tname\na\nb\tBell\n"))
    assert table.broken == ((2, "1 cells; write 2, tabs between them"),)
    assert len(table.rows) == 1


@pytest.mark.parametrize("text", ["", "# only a comment\n", "no columns\n"])
def test_file_without_columns_is_a_source_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="names no columns"):
        read_table(table_of(tmp_path, text))


def test_file_that_is_not_there_is_a_source_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_table(tmp_path / "none.tsv")


def test_shipped_registers_are_readable() -> None:
    assert len(read_table(shipped("weapons.tsv")).rows) > 450


def test_what_spreadsheets_write_is_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "things.tsv"
    path.write_bytes("\ufeffid\tname\r\na\tAnvil\r\n".encode())
    assert read_rows(path, ("id", "name")) == [["a", "Anvil"]]
    assert read_table(path).columns == ("id", "name")


def test_what_is_not_utf8_is_a_source_error_that_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "things.tsv"
    path.write_bytes("id\tname\na\tCafé\n".encode("latin-1"))
    with pytest.raises(SourceError, match=r"byte 13 is not UTF-8; save it as UTF-8"):
        read_lines(path)


def test_row_with_too_few_cells_is_a_source_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"things\.tsv:3: 1 cells; write 2"):
        read_rows(table_of(tmp_path, "id\tname\n# more\na\n"), ("id", "name"))


def test_file_of_ones_own_is_taken_where_anything_is_there(tmp_path: Path) -> None:
    (tmp_path / "weapons.tsv").touch()
    (tmp_path / "actors.tsv").mkdir()
    assert own_file(tmp_path, "weapons.tsv") == tmp_path / "weapons.tsv"
    assert own_file(tmp_path, "actors.tsv") == tmp_path / "actors.tsv"
    assert own_file(tmp_path, "places_extra.tsv") is None
    assert own_file(None, "weapons.tsv") is None
