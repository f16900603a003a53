"""Events, each with its sources, as pages and as what the command line writes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.link.dossier import PLAN, RELAY
from tests.service.test_linking import id_of, place
from tests.web.conftest import PAGE

from enduse.cli.main import cli
from enduse.service import linking
from enduse.web.app import create_app
from enduse.web.settings import Settings

__all__ = ["place"]


@pytest.fixture
def desk(place: str) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(place)), base_url="http://localhost", headers=PAGE) as client:
        yield client


def lines(*arguments: str) -> list[object]:
    return [json.loads(line) for line in CliRunner().invoke(cli, arguments).stdout.splitlines()]


def test_rows_are_counted_and_those_of_the_command_line(desk: TestClient, place: str) -> None:
    for query, options in (("", []), ("?types=transfer&min_claims=2", ["--types", "transfer", "--min-claims", "2"])):
        found = desk.get(f"/events.json{query}").json()
        assert found["rows"] == lines("events", "--db", place, "--limit", "100", *options)
        assert found["count"] == len(found["rows"]) == len(desk.get(f"/events.csv{query}").text.splitlines()) - 1
        assert f"<strong>{found['count']}</strong> act" in desk.get(f"/events{query}").text


def test_pages_follow_each_other(desk: TestClient, place: str) -> None:
    linking.judge(place, id_of(PLAN), id_of(RELAY), "different", by="Ida")
    first = desk.get("/events.json?limit=1").json()
    second = desk.get("/events.json", params={"limit": 1, "after": first["after"]}).json()
    assert first["count"] == second["count"] > 1
    assert first["rows"] != second["rows"]


def test_event_shows_its_claims_and_its_sources(desk: TestClient, place: str) -> None:
    page = desk.get(f"/events/{id_of(RELAY)}").text
    event = desk.get(f"/events/{id_of(RELAY)}.json").json()
    assert event == lines("sources", id_of(RELAY), "--db", place)[0]
    rows = list(csv.DictReader(desk.get(f"/events/{event['id']}.csv").text.splitlines()))
    assert [row["id"] for row in rows] == [one["id"] for one in event["claims"]]
    assert all(f'id="{one["id"]}"' in page for one in event["claims"])
    told = ("condition lost", "Denied by", "nobody has graded it", "Why these claims stand together")
    for said in (*told, "the truce fails", "promised"):
        assert said in page


def test_event_that_is_not_there_is_told(desk: TestClient) -> None:
    assert desk.get("/events/evt-none").status_code == 404


def test_no_event_is_not_said_to_be_no_act(desk: TestClient) -> None:
    assert "not that nothing happened" in desk.get("/events?words=nothing").text


def test_number_of_acts_is_not_taken_for_all_where_there_are_more(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = desk.get("/events.json").json()
    assert whole["count"] == len(whole["rows"]) == 1
    monkeypatch.setattr("enduse.service.linking.COUNTED", 0)
    assert "More than <strong>0</strong> acts" in desk.get("/events").text
    assert desk.get("/events.json").json() == whole
    assert desk.get("/events.json?limit=1").json()["count"] == whole["count"]
