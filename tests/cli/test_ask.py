"""`claims`, `search`, `show` and `why` parse, ask the hall and write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.service.fakes import reading

from enduse.cli.main import cli
from enduse.service.ledgers import open_ledger

READ = reading(
    "transfer promised stated: {supplier:Norland} will send {weapon:rockets} to {recipient:Brezova}.",
    "ceasefire agreed stated: {party:Brezova} agreed to a truce.",
)
CLAIM = READ.extractions[0].claim


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = str(tmp_path / "x.db")
    with open_ledger(where, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([READ], "fake-1")
    return where


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_claims_come_as_lines_in_a_pipe(place: str) -> None:
    result = run("claims", "--db", place, "--supplier", "norland", "--role", "recipient=brezova", "--types", "transfer")
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [CLAIM.id]


def test_claims_are_drawn_when_asked(place: str) -> None:
    result = run("claims", "--db", place, "--format", "table", "--limit", "1")
    assert "A plan in Averna" in result.stdout
    assert "CEASEFIRE agreed" in result.stdout
    assert "go on with: --after 2" in result.stderr


def test_count_says_what_it_counts(place: str) -> None:
    assert run("claims", "--db", place, "--count").stdout == ("2 claims in 1 document, from 1 independent report\n")


def test_ledger_may_be_named_by_the_environment(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENDUSE_DB", place)
    assert json.loads(run("search", "truce").stdout)["passage"]["text"].endswith("truce.")


def test_show_and_why_give_the_claim(place: str) -> None:
    assert json.loads(run("show", CLAIM.id, "--db", place).stdout)["id"] == CLAIM.id
    drawn = run("why", CLAIM.id, "--db", place, "--format", "table").stdout
    assert all(part in drawn for part in ("in context", "printed by", "read by", "fake-1, score 0.931"))
    assert json.loads(run("why", CLAIM.id, "--db", place).stdout)["after"].endswith("truce.")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["claims", "--types", "trade"], 2, "no 'trade' among the types"),
        (["search", '"open'], 2, "quotation mark"),
        (["show", "clm-0"], 2, "no claim or document"),
    ],
)
def test_wrong_usage_is_one_line(place: str, arguments: list[str], code: int, said: str) -> None:
    result = run(*arguments, "--db", place)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_missing_ledger_is_one_line(tmp_path: Path) -> None:
    result = run("claims", "--db", str(tmp_path / "none.db"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "there is no ledger" in result.stderr
