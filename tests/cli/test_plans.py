"""`plans` and `watch` parse, ask the hall and write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.service.dossier import keep_dossier, noon, run_of
from tests.service.fakes import reading

from enduse.cli.main import cli
from enduse.service.ledgers import open_ledger


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_dossier(str(tmp_path_factory.mktemp("dossier") / "x.db"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_plans_are_lines_in_a_pipe_and_drawn_when_asked(place: str) -> None:
    assert json.loads(run("plans", "--db", place, "--conditional").stdout)["type"] == "transfer"
    drawn = run("plans", "--db", place, "--format", "table", "--as-of", noon(4)).stdout
    assert "TRANSFER planned, condition reported met" in drawn
    assert "level 4: reported met by 2 independent reports" in drawn


def test_more_than_the_limit_is_told(tmp_path: Path) -> None:
    where = keep_dossier(str(tmp_path / "x.db"), 1)
    other = reading("transfer promised stated: {supplier:Tessaly} will send {weapon:rifles}.", doc="other")
    with open_ledger(where) as ledger, ledger.writing() as writer:
        writer.add_readings([other], "fake-1")
    assert run("plans", "--db", where).stderr == ""
    result = run("plans", "--db", where, "--limit", "1")
    assert (result.stdout.count("\n"), result.stderr) == (1, "enduse: there are more; go on with: --after 2\n")
    assert run("plans", "--db", where, "--after", "2").stdout.count("\n") == 1


def test_watch_tells_changes_as_text_and_as_lines(place: str) -> None:
    asked = ("watch", "--db", place, "--since", run_of(3).id, "--as-of", noon(3))
    text = run(*asked)
    assert (text.exit_code, "condition met" in text.stdout, "level 1 → 3" in text.stdout) == (0, True, True)
    assert json.loads(run(*asked, "--format", "jsonl").stdout)["what"] == "condition met"


def test_nothing_changed_says_so_unless_quiet(place: str) -> None:
    asked = ("watch", "--db", place, "--since", "2031-12-31", "--as-of", "2032-01-01")
    said = run(*asked)
    assert (said.exit_code, said.stdout) == (0, "nothing changed about plans since 2031-12-31\n")
    assert run(*asked, "--quiet").stdout == ""
    assert run(*asked, "--format", "jsonl").stdout == ""


def test_wrong_usage_is_one_line_and_code_two(place: str) -> None:
    result = run("watch", "--db", place, "--since", "spring")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
