"""`enduse trace` parses, asks the hall and writes."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from tests.link.custodies import DELIVERY, UNMARKED
from tests.service.case import id_of
from tests.service.test_custody import place

from enduse.cli.main import cli

__all__ = ["place"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_trace_is_written_as_lines_csv_and_drawn(place: str) -> None:
    lines = run("trace", "actor:no", "--db", place).stdout.splitlines()
    assert json.loads(lines[0])["record"] == "custody"
    rows = run("trace", "actor:no", "--db", place, "--format", "csv").stdout.splitlines()
    assert rows[0].startswith("link,chain,place_in_chain,kind")
    drawn = run("trace", id_of(DELIVERY), "--db", place, "--format", "table").stdout
    assert "chain 1: links of the same arms" in drawn


def test_trace_keeps_to_the_days_asked_for(place: str) -> None:
    lines = run("trace", "fn6", "--db", place, "--since", "2031-09-01", "--until", "2031-09").stdout.splitlines()
    assert json.loads(lines[0])["found"] == 1


def test_judge_keeps_what_is_said_of_the_arms(place: str) -> None:
    result = run("judge", id_of(DELIVERY), id_of(UNMARKED), "same", "--arms", "--db", place, "--by", "Ida")
    assert result.stdout.endswith("are same arms, says Ida\n")
    lines = [json.loads(line) for line in run("trace", id_of(DELIVERY), "--db", place).stdout.splitlines()]
    joints = [joint["identity"] for line in lines if line["record"] == "chain" for joint in line["joints"]]
    assert "person" in joints


@pytest.mark.parametrize("what", ["actor:zebra herd", "clm-none", "evt-none"])
def test_wrong_usage_is_one_line(place: str, what: str) -> None:
    result = run("trace", what, "--db", place)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
