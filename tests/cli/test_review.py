"""A review goes key by key or line by line, and what is decided is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from tests.service.fakes import reading

from enduse.cli import review as door
from enduse.cli.main import cli
from enduse.model.kept import Decision
from enduse.model.record import Verdict
from enduse.model.review import Choice, QueueOrder
from enduse.service import asking
from enduse.service.ledgers import open_ledger
from enduse.service.review import Desk


@pytest.fixture
def place(tmp_path: Path) -> str:
    name = str(tmp_path / "x.db")
    lines = [f"transfer occurred stated: {{supplier:Norland}} sent {{weapon:shell {n}}}." for n in range(3)]
    with open_ledger(name, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading(*lines)], "fake-1")
    return name


def run(place: str, lines: str, *arguments: str, by: str | None = "ana") -> Result:
    name = ("--by", by) if by is not None else ()
    return CliRunner().invoke(cli, ["review", "--db", place, *name, *arguments], input=lines)


def decisions(place: str) -> list[str]:
    kept = asking.claims(place, asking.claim_filter(decision="any")).claims
    return sorted(k.decision.value for k in kept)


def test_lines_decide_with_reasons(place: str) -> None:
    result = run(place, "a\nr not a transfer\nc\nstance denied\nwhy the minister denies it\n\n")
    assert result.exit_code == 0
    assert result.stderr == "enduse: 3 decided, 1 accepted, 1 corrected, 1 rejected\n"
    assert "“[supplier Norland] sent [weapon shell 0].”" in result.stdout
    assert "nothing is left in this queue" in result.stdout
    assert decisions(place) == ["accepted", "corrected", "rejected"]
    corrected = asking.claims(place, asking.claim_filter(decision="corrected")).claims[0]
    assert corrected.decision is Decision.CORRECTED
    assert (corrected.judgements[0].by, corrected.judgements[0].why) == ("ana", "the minister denies it")


def test_undo_and_quit_leave_what_stands(place: str) -> None:
    result = run(place, "z\na\nz\nr\ns\nq\n")
    assert "there is nothing to undo" in result.stdout
    assert result.stderr == "enduse: 1 decided, 1 rejected\n"
    assert decisions(place) == ["open", "open", "rejected"]
    assert run(place, "a\na\na\n", "--limit", "1", by="ben").stderr == "enduse: 1 decided, 1 accepted\n"


def test_what_cannot_be_is_told_and_asked_again(place: str) -> None:
    result = run(place, "b\n?\nc\nstance maybe\ntype ceasefire\n?\nx\na\n")
    for said in (
        "'b' does nothing",
        "a accept",
        "no stance 'maybe'",
        "so far: a ceasefire has a state",
        "supplier=words",
    ):
        assert said in result.stdout
    assert decisions(place) == ["accepted", "open", "open"]


def test_late_decision_is_shown_and_the_review_goes_on(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter(["r", "a"])

    def late(asked: Any) -> str | None:
        line = next(lines, None)
        if line == "r":
            with open_ledger(place) as ledger:
                desk = Desk(ledger, "ben", QueueOrder(), clock=lambda: "2090-01-01T00:00:00.000000Z")
                first = asking.claims(place, asking.claim_filter()).claims[-1].claim.id
                desk.decide(desk.take(first), Choice(Verdict.ACCEPTED))
        return line

    monkeypatch.setattr(door, "_lines", late)
    result = run(place, "")
    assert "was accepted by ben" in result.stdout
    assert "your rejected is not kept" in result.stdout
    assert result.stderr == "enduse: 1 decided, 1 accepted\n"


def test_keys_are_read_one_by_one_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from enduse.service.session import Asked

    monkeypatch.setattr(click, "getchar", lambda: "a")
    monkeypatch.setattr("builtins.input", lambda prompt: f"{prompt}x")
    assert [door._keys(asked) for asked in Asked] == ["a", "why: x", "> x"]

    def end(*_: object) -> str:
        raise EOFError

    monkeypatch.setattr(click, "getchar", end)
    assert door._keys(Asked.KEY) is None


def test_second_reader_does_not_see_the_first_and_the_judge_sees_both(place: str) -> None:
    run(place, "a as it says\n", "--limit", "1")
    second = run(place, "r a plan only\n", "--queue", "second", by="ben")
    assert second.stderr == "enduse: 1 decided, 1 rejected\n"
    assert "as it says" not in second.stdout
    assert "ana" not in second.stdout
    judged = run(place, "2\n", "--queue", "disputed", by="eva")
    assert "1  accepted by ana: as it says" in judged.stdout
    assert "2  rejected by ben: a plan only" in judged.stdout
    assert judged.stderr == "enduse: 1 decided, 1 rejected\n"
    told = CliRunner().invoke(cli, ["agreement", "--db", place])
    assert told.stdout.startswith("ana and ben: 1 claims, 0 with the same verdict")


def test_agreement_without_a_second_reader_tells_how_to_get_one(place: str) -> None:
    assert "enduse review --queue second" in CliRunner().invoke(cli, ["agreement", "--db", place]).stdout


def test_name_is_asked_for_and_read_at_the_door(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(place, "a\n", by=None).exit_code == 2
    assert run(place, "a\n", by=" ").exit_code == 2
    monkeypatch.setenv("ENDUSE_REVIEWER", "eva")
    assert run(place, "a\n", "--limit", "1", by=None).exit_code == 0
    assert asking.claims(place, asking.claim_filter(decision="accepted")).claims[0].judgements[0].by == "eva"


def test_what_was_decided_is_exported_to_train_on(place: str, tmp_path: Path) -> None:
    run(place, "a\nr\n")
    file = tmp_path / "reviewed.jsonl"
    result = CliRunner().invoke(cli, ["export", "bench", "--db", place, "-o", str(file)])
    assert result.stderr == "enduse: 2 sentences\n"
    assert [len(json.loads(line)["claims"]) for line in file.read_text("utf-8").splitlines()] == [1, 0]
