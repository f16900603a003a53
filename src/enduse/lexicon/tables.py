"""Reads a register's file as rows with their line numbers, to list, search and check it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from ..errors import SourceError

FOLDER = "registers"


class Row(NamedTuple):
    """One row: the line that it stands in, and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A register's file.

    about: the first sentence of its comment. rows: those with a cell for each column.
    broken: the lines of the others, and what is wrong with each.
    """

    path: Path
    about: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    broken: tuple[tuple[int, str], ...]


def shipped(name: str) -> Path:
    """Where a register that ships with enduse lies."""
    return Path(str(resources.files("enduse"))) / "data" / FOLDER / name


def read_table(path: Path) -> Table:
    """Read a file of tab-separated rows; lines that begin with # are comments, the first other line names the columns.

    Raises SourceError if it cannot be read or names no columns; rows that are broken are kept with their line.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"register {path} cannot be read ({error})") from error
    comment = " ".join(line[2:] for line in takewhile(lambda line: line.startswith("# "), lines))
    about = comment.split(". ")[0].rstrip(".")
    numbered = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if line and line[0] != "#"]
    if not numbered or len(numbered[0][1]) < 2:
        raise SourceError(f"register {path} names no columns; the first row must name them, tabs between")
    columns = tuple(numbered[0][1])
    rows, broken = [], []
    for number, cells in numbered[1:]:
        if len(cells) == len(columns):
            rows.append(Row(number, dict(zip(columns, cells, strict=True))))
        else:
            broken.append((number, f"{len(cells)} cells; write {len(columns)}, tabs between them"))
    return Table(path, about, columns, tuple(rows), tuple(broken))
