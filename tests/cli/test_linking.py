"""`events`, `sources`, `contradictions` and `judge` parse, ask the hall and write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.link.dossier import PLAN, RELAY
from tests.service.test_linking import id_of, place

from enduse.cli.main import cli

__all__ = ["place"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_events_come_as_lines_with_three_numbers_beside(place: str) -> None:
    result = run("events", "--db", place, "--stances", "denied")
    assert [len(json.loads(line)["claims"]) for line in result.stdout.splitlines()] == [5]
    assert (
        result.stderr == "enduse: 5 documents, 5 independent reports, "
        "1 acts told of, as done, planned, called for, refused or denied\n"
    )


def test_events_are_drawn_a_page_at_a_time(place: str) -> None:
    run("judge", id_of(PLAN), id_of(RELAY), "different", "--db", place, "--by", "Ida")
    result = run("events", "--db", place, "--format", "table", "--limit", "1")
    assert "TRANSFER promised / promised denied / occurred  3 documents" in result.stdout
    assert "there are more; go on with: --after" in result.stderr


def test_sources_take_a_claim(place: str) -> None:
    drawn = run("sources", id_of(RELAY), "--db", place, "--format", "table").stdout
    assert "changed: condition lost: the truce fails" in drawn
    assert json.loads(run("sources", id_of(RELAY), "--db", place).stdout)["roots"] == [3, 3]


def test_contradictions_are_drawn_and_written(place: str) -> None:
    assert "EXISTENCE" in run("contradictions", "--db", place, "--format", "table").stdout
    lines = run("contradictions", "--db", place, "--as-of", "2031-04-14").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["existence"]


def test_judge_says_what_was_kept(place: str) -> None:
    result = run("judge", id_of(PLAN), id_of(RELAY), "unsure", "--db", place, "--by", "Ida", "--why", "no date")
    assert result.stdout.endswith("are unsure, says Ida\n")
    record = json.loads(run("events", "--db", place).stdout)
    assert any("Ida is unsure whether" in note for note in record["notes"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sources", "evt-none"], "no event and no live claim"),
        (["events", "--types", "trade"], "no 'trade' among the types"),
        (["judge", "clm-0", "clm-1", "same", "--by", "Ida"], "no claim 'clm-0'"),
    ],
)
def test_wrong_usage_is_one_line(place: str, arguments: list[str], said: str) -> None:
    result = run(*arguments, "--db", place)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr


def test_missing_ledger_is_one_line(tmp_path: Path) -> None:
    result = run("events", "--db", str(tmp_path / "none.db"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
