"""Reads the file of a register: as rows, or with the line numbers that listing, searching and checking need."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from ..errors import SourceError

FOLDER = "registers"

GAZETTEER = "gazetteer.sqlite"
"""The name of a user's gazetteer in the folder of their registers."""


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


def own_file(folder: Path | None, name: str) -> Path | None:
    """A user's file of that name, if there is one; what is there and is no file is told when it is read."""
    path = folder / name if folder is not None else None
    return path if path is not None and os.path.lexists(path) else None


def read_lines(path: Path) -> list[str]:
    """The lines of a register's file; SourceError if it cannot be read as UTF-8."""
    try:
        return path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        what = f"{error.strerror}; correct it, or install enduse again"
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not UTF-8; save it as UTF-8"
    raise SourceError(f"register {path} cannot be read: {what}")


def read_rows(path: Path, columns: tuple[str, ...]) -> list[list[str]]:
    """The cells of a register's rows, lines that begin with # left out; the first other line names the columns.

    Raises SourceError if it cannot be read, names other columns, or a row has not a cell for each.
    """
    rows = [(number, line.split("\t")) for number, line in enumerate(read_lines(path), 1) if line and line[0] != "#"]
    if not rows or tuple(rows[0][1]) != columns:
        raise SourceError(f"{path}: the first row must name the columns {', '.join(columns)}, tabs between them")
    for number, cells in rows[1:]:
        if len(cells) != len(columns):
            raise SourceError(f"{path}:{number}: {len(cells)} cells; write {len(columns)}, tabs between them")
    return [cells for _, cells in rows[1:]]


def read_table(path: Path) -> Table:
    """Read a file of tab-separated rows; lines that begin with # are comments, the first other line names the columns.

    Raises SourceError if it cannot be read or names no columns; rows that are broken are kept with their line.
    """
    lines = read_lines(path)
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
