"""Truces of a ledger, and how long truces held, from the ledger or from a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.dossier import keep_dossier, noon

from enduse.errors import InputError, UsageError
from enduse.service.truces import ceasefires, curve, held, held_of_table


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_dossier(str(tmp_path_factory.mktemp("dossier") / "x.db"))


def table(folder: Path, *lines: str) -> Path:
    path = folder / "truces.csv"
    path.write_text("\n".join(["start,end,censored", *lines]) + "\n", encoding="utf-8")
    return path


def test_truces_are_those_of_the_dossier(place: str) -> None:
    first, second = ceasefires(place)
    assert [line.source for line in first.lines] == ["Averna Herald", "Nordby Times", "the Selin Monitor", "the army"]
    assert second.name.endswith("reported 2031-12-30 to 2031-12-30")
    assert len(ceasefires(place, as_of=noon(5))) == 1


def test_place_narrows_truces_and_spells(place: str) -> None:
    assert (len(ceasefires(place, place="BREZ")), ceasefires(place, place="selin")) == (2, [])
    assert (len(held(place, place="brezova").spells), held(place, place="selin").spells) == (1, ())


def test_ledger_gives_lengths_and_says_what_it_left_out(place: str) -> None:
    found = held(place)
    assert [(spell.days, spell.censored) for spell in found.spells] == [(7, False)]
    assert found.median == 7
    assert len(found.left_out) == 1


def test_table_gives_lengths(tmp_path: Path) -> None:
    found = held_of_table(table(tmp_path, "2031-01-01,2031-01-11,no", "2031-01-01,2031-01-21,yes"))
    assert [(spell.days, spell.censored) for spell in found.spells] == [(10, False), (20, True)]
    assert [step.share for step in found.steps] == [0.5, 0.5]
    assert curve(found).startswith("<svg")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2031-01-01,,no", "truces.csv:2: Invalid isoformat"),
        ("2031-01-01,2031-01-02,perhaps", "censored is 'perhaps'; write yes or no"),
        ("2031-01-02,2031-01-01,no", "end must not lie before start"),
        ("2031-01-02", "truces.csv:2"),
    ],
)
def test_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        held_of_table(table(tmp_path, line))


def test_table_that_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("from,to\n", encoding="utf-8")
    with pytest.raises(UsageError, match="has no column 'start'"):
        held_of_table(tmp_path / "x.csv")
    with pytest.raises(UsageError, match="cannot be read as a table"):
        held_of_table(tmp_path / "nothing.csv")


def test_nothing_to_draw_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to draw"):
        curve(held_of_table(table(tmp_path)))
