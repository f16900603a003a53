"""`precedents` parses, asks the hall and writes, as lines, as a table of values, or drawn."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from tests.fixtures.april import claim_of, keep_april

from enduse.cli.main import cli

PLAN = claim_of("plan")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_april(str(tmp_path_factory.mktemp("april") / "x.db"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["precedents", *arguments])


def test_each_format_is_written(place: str) -> None:
    assert json.loads(run(PLAN, "--db", place).stdout.splitlines()[0])["kind"] == "plan"
    assert run(PLAN, "--db", place, "--format", "csv").stdout.startswith("plan,day,basis,alike_in,")
    assert "These are cases, not a rate." in run(PLAN, "--db", place, "--format", "table").stdout


def test_options_are_passed_on(place: str) -> None:
    lines = run(PLAN, "--db", place, "--limit", "1", "--horizon", "30").stdout.splitlines()
    assert json.loads(lines[0])["horizon"] == 30
    assert [json.loads(line)["kind"] for line in lines] == ["plan", "case", "named"]


def test_wrong_usage_is_one_line_and_code_two(place: str) -> None:
    result = run("clm-0", "--db", place)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
