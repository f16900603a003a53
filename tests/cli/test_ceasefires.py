"""`ceasefires` parses, asks the hall, writes and draws."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.service.dossier import keep_dossier

from enduse.cli.main import cli


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_dossier(str(tmp_path_factory.mktemp("dossier") / "x.db"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["ceasefires", *arguments])


def test_truces_are_lines_in_a_pipe_and_drawn_when_asked(place: str) -> None:
    lines = run("--db", place, "--place", "brezova").stdout.splitlines()
    assert [json.loads(line)["places"] for line in lines] == [["Brezova"]] * 2
    assert "violations told: 1" in run("--db", place, "--format", "table").stdout


def test_lengths_are_a_line_or_a_table(place: str) -> None:
    assert json.loads(run("--db", place, "--held").stdout)["median"] == 7
    assert "median: 7 days" in run("--db", place, "--held", "--format", "table").stdout


def test_table_needs_no_ledger_and_can_be_drawn(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("start,end,censored\n2031-01-01,2031-01-11,no\n", encoding="utf-8")
    result = run("--from-table", str(table), "--svg", str(tmp_path / "k.svg"))
    assert json.loads(result.stdout)["median"] == 10
    assert (tmp_path / "k.svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "no ledger is named; give --db LEDGER, or --from-table FILE"),
        (["--from-table", "nothing.csv"], 2, "cannot be read as a table"),
    ],
)
def test_wrong_usage_is_one_line(arguments: list[str], code: int, said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_file_that_cannot_be_drawn_to_is_told(place: str, tmp_path: Path) -> None:
    result = run("--db", place, "--svg", str(tmp_path / "no" / "k.svg"))
    assert (result.exit_code, "choose another file to write to" in result.stderr) == (1, True)
