"""The twelve questions of docs/questions.md are asked of an invented dossier, as the page says them."""

from __future__ import annotations

import csv
import json
import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fixtures.april import claim_of, keep_april

from enduse.cli.main import cli

QUESTION = re.compile(r"^## (\d+)\. (.*?)(?=^## )", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(text|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_april(str(tmp_path_factory.mktemp("april") / "x.db"))


@pytest.fixture(scope="module")
def asked(root: Path) -> Mapping[int, Sequence[str]]:
    """The blocks of each question."""
    page = (root / "docs" / "questions.md").read_text("utf-8")
    return {int(match[1]): [body for _, body in BLOCK.findall(match[2])] for match in QUESTION.finditer(page)}


def lines(place: str, blocks: Sequence[str]) -> list[str]:
    """What the commands of a question print, those that name no format as JSON Lines, as in a pipe."""
    shown = []
    for command in "".join(blocks).splitlines():
        words = shlex.split(command.replace("PLAN", claim_of("plan")))
        assert words[0] == "enduse"
        result = CliRunner().invoke(cli, [*words[1:], "--db", place])
        assert result.exit_code == 0, (command, result.output)
        shown += result.stdout.splitlines()
    return shown


def records(place: str, blocks: Sequence[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines(place, blocks)]


def test_there_are_twelve_and_each_has_its_query(asked: Mapping[int, Sequence[str]]) -> None:
    assert list(asked) == list(range(1, 13))
    assert all(asked.values())


def test_plans_on_a_truce_with_the_level_of_their_condition(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    found = {plan["told"]["claim"]: plan for plan in records(place, asked[1])}  # type: ignore[index]
    assert set(found) == {claim_of("plan"), claim_of("relay")}
    history = found[claim_of("plan")]["conditions"][0]["history"]  # type: ignore[index]
    assert [change["level"] for change in history] == ["1", "3", "4", "R"]


def test_denials_and_who_says_otherwise(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    found = records(place, asked[2])
    assert found[0]["id"] == claim_of("second denial")
    sides = [{claim["id"] for claim in (*one["left"], *one["right"])} for one in found if one.get("left")]  # type: ignore[misc]
    assert any(claim_of("delivery") in side for side in sides)


def test_diversions_with_their_way_holder_and_roots(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    found = {one["claims"][0]["id"]: one for one in records(place, asked[3])}  # type: ignore[index]
    assert set(found) == {claim_of("past lost"), claim_of("diversion")}
    assert found[claim_of("diversion")]["roots"] == [1, 1]
    assert found[claim_of("diversion")]["claims"][0]["mode"] == "capture"  # type: ignore[index]


def test_claims_that_rest_on_one_root(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    (found,) = records(place, asked[4])
    assert (found["documents"], found["roots"]) == (3, [1, 1])


def test_admission_after_a_denial(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    (found,) = [one for one in records(place, asked[5]) if one["kind"] == "admission"]
    assert found["left"][0]["id"] == claim_of("second denial")  # type: ignore[index]


def test_controls_before_a_diversion(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    rows = list(csv.DictReader(lines(place, asked[6])))
    (past,) = [row for row in rows if row["claims"] == claim_of("past")]
    assert "return of used parts: " in past["controls"]
    assert past["outcomes"].startswith("diverted")


def test_warnings_are_asked_up_to_a_day(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    assert [record["id"] for record in records(place, asked[7])] == [claim_of("warning")]


def test_pledged_and_delivered_are_counted_apart(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    assert lines(place, asked[8]) == [
        "1 claim in 1 document, from 1 independent report",
        "6 claims in 6 documents, from 6 independent reports",
    ]


def test_monitors_that_may_mean_one_incident(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    overlaps = [overlap for truce in records(place, asked[9]) for overlap in truce["overlaps"]]  # type: ignore[attr-defined]
    assert [overlap["sources"] for overlap in overlaps] == [["the Brezova Observatory", "the Selin Monitor"]]


def test_what_changed_names_its_documents(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    found = records(place, asked[10])
    assert {one["what"] for one in found} >= {"diverted", "delivered"}
    assert all(told["outlet"] for one in found for told in one["by"])  # type: ignore[attr-defined]


def test_weapons_of_an_article_by_category(
    place: str, asked: Mapping[int, Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    exec(asked[11][0], {"where": place, "document": "relay-loses"})
    assert capsys.readouterr().out.startswith("{'shoulder-fired missiles': 'VIIb'}")


def test_precedents_with_and_without_an_outcome(place: str, asked: Mapping[int, Sequence[str]]) -> None:
    cases = [record for record in records(place, asked[12]) if record["kind"] == "case"]
    assert {case["no_outcome"] is None for case in cases} == {True, False}
