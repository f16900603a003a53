"""Rows of the registers of actors are read as written, and a broken file says where it is broken."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from enduse.errors import SourceError
from enduse.lexicon.actor_rows import (
    ACTOR_COLUMNS,
    CLASS_COLUMNS,
    HOLDER_COLUMNS,
    OFFICE_COLUMNS,
    ORGAN_COLUMNS,
    STATE_COLUMNS,
    bounds,
    read_actors,
    read_states,
)

REGISTERS = Path(__file__).parents[2] / "src/enduse/data/registers"


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "first", "last"),
    [
        ("2012-01-23", "2016-07-28", date(2012, 1, 23), date(2016, 7, 28)),
        ("2012", "2016", date(2012, 1, 1), date(2016, 12, 31)),
        ("2012-02", "2016-02", date(2012, 2, 1), date(2016, 2, 29)),
        ("2012-12", "2015-12", date(2012, 12, 1), date(2015, 12, 31)),
        ("-", "-", date.min, date.max),
    ],
)
def test_cells_are_bounds(valid_from: str, valid_to: str, first: date, last: date) -> None:
    assert bounds(valid_from, valid_to) == (first, last)


@pytest.mark.parametrize("cell", ["2012-13", "soon", "2012-02-30", "12.1.2012"])
def test_what_is_no_date_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bounds(cell, "-")


def test_lists_and_ids_are_cut(tmp_path: Path) -> None:
    row = ("front", "Brezova Front", "armed_group", "-", "av+bz", "2012", "-", "+other", "BF?^; the Front", "mine")
    path = written(tmp_path, ACTOR_COLUMNS, row)
    (actor,) = read_actors(path)
    assert actor.aliases == ("BF?^", "the Front")
    assert actor.part_of == ()
    assert actor.acts_in == ("av", "bz")
    assert actor.successor == "+other"


def test_people_follow_from_the_adjective(tmp_path: Path) -> None:
    cells = ("av", "Averna", "member", "-", "Avernan", "=", "Lunt; Port Lunt", "-", "-", "-", "-", "-", "mine")
    (state,) = read_states(written(tmp_path, STATE_COLUMNS, cells))
    assert state.people == ("Avernans",)
    assert state.capital == ("Lunt", "Port Lunt")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("id\tname\n", "the first row must name the columns id, name, kind"),
        ("\t".join(ACTOR_COLUMNS) + "\nfront\tFront\n", ":2: 2 cells; write 10"),
    ],
)
def test_broken_file_is_a_source_error(tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "own.tsv"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(SourceError, match=said):
        list(read_actors(path))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("states.tsv", STATE_COLUMNS),
        ("actors.tsv", ACTOR_COLUMNS),
        ("actor_classes.tsv", CLASS_COLUMNS),
        ("state_organs.tsv", ORGAN_COLUMNS),
        ("offices.tsv", OFFICE_COLUMNS),
        ("office_holders.tsv", HOLDER_COLUMNS),
    ],
)
def test_each_file_explains_its_columns(name: str, columns: tuple[str, ...]) -> None:
    head = "\n".join(line for line in (REGISTERS / name).read_text("utf-8").splitlines() if line.startswith("#"))
    explained = set(re.findall(r"^# (\w+)(?:, (\w+))?  ?", head, re.MULTILINE))
    assert set(columns) <= {column for pair in explained for column in pair}


def written(folder: Path, columns: tuple[str, ...], *rows: tuple[str, ...]) -> Path:
    path = folder / "own.tsv"
    path.write_text("\n".join("\t".join(row) for row in (columns, *rows)) + "\n", "utf-8")
    return path
