"""A register's file is read with the lines of its rows, those that are broken kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceError
from enduse.lexicon.tables import read_table, shipped


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
