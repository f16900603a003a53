"""`flows` parses, asks the hall and writes in three forms."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from tests.service.test_linking import place

from enduse.cli.main import cli

__all__ = ["place"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["flows", *arguments])


def test_flows_are_written_in_three_forms(place: str) -> None:
    record = json.loads(run("--db", place).stdout)
    assert [count["status"] for count in record["counts"]] == ["occurred", "planned", "promised", "promised"]
    assert len(run("--db", place, "--format", "csv").stdout.splitlines()) == 5
    drawn = run("--db", place, "--format", "table").stdout
    assert "man-portable air-defence system, 2031" in drawn
    assert "denied: promised" in drawn


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--stances", "denied"], 0), (["--stances", "zebra"], 2), (["--after", "0"], 0)]
)
def test_filters_are_those_of_claims(place: str, arguments: list[str], code: int) -> None:
    assert run("--db", place, *arguments).exit_code == code
