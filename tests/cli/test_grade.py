"""`enduse grade` keeps a grade, and shows those that were given."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from tests.link.dossier import PLAN, RELAY
from tests.service.case import id_of, keep
from tests.service.test_grading import place

from enduse.cli.main import cli
from enduse.service import linking

__all__ = ["place"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_a_grade_is_kept_and_shown_by_grade_show_and_why(place: str) -> None:
    assert "F6 (source reliability cannot be judged" in run("grade", id_of(PLAN), "--db", place).stdout
    kept = run("grade", id_of(PLAN), "--db", place, "--reliability", "B", "--credibility", "2", "--by", "Ida",
               "--why", "known for it").stdout  # fmt: skip
    assert kept.endswith("is B2, says Ida, on 1 claim\n")
    assert "B2 by Ida" in run("grade", id_of(PLAN), "--db", place).stdout
    assert "graded B2 by Ida" in run("show", id_of(PLAN), "--db", place, "--format", "table").stdout
    assert "known for it" in run("why", id_of(PLAN), "--db", place, "--format", "table").stdout
    assert '"reliability": "B"' in run("show", id_of(PLAN), "--db", place).stdout


def test_events_show_the_grades_of_their_claims(place: str) -> None:
    run("grade", id_of(PLAN), "--db", place, "--reliability", "B", "--credibility", "2", "--by", "Ida")
    assert "graded: B2 by Ida" in run("events", "--db", place, "--format", "table").stdout
    assert '"credibility": "2"' in run("events", "--db", place).stdout


def test_what_nobody_has_graded_is_f6_in_why(place: str) -> None:
    assert "F6, by default" in run("why", id_of(PLAN), "--db", place, "--format", "table").stdout


def test_a_grade_on_older_evidence_says_so(place: str) -> None:
    event = linking.event(place, id_of(PLAN)).event.id
    run("grade", event, "--db", place, "--reliability", "B", "--credibility", "2", "--by", "Ida")
    keep(place, [RELAY])
    linking.judge(place, id_of(PLAN), id_of(RELAY), "same", by="Ida")
    shown = run("grade", linking.event(place, id_of(PLAN)).event.id, "--db", place).stdout
    assert "given on older evidence: 1 came since, 0 are there no longer" in shown


@pytest.mark.parametrize(
    "arguments", [["--reliability", "B"], ["--reliability", "B", "--credibility", "2"], ["--credibility", "2"]]
)
def test_half_a_grade_is_none(place: str, arguments: list[str]) -> None:
    result = run("grade", id_of(PLAN), "--db", place, *arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
