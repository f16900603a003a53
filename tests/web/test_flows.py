"""Flows as a list and as a drawing, and the acts of one; statuses are told apart everywhere."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.web.views import desk, empty, is_safe, no_holes


def test_rows_are_those_that_the_screen_counts(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        for query in ("", "?types=transfer&statuses=planned"):
            found = client.get(f"/flows.json{query}").json()
            table = list(csv.DictReader(client.get(f"/flows.csv{query}").text.splitlines()))
            page = client.get(f"/flows{query}").text
            assert found["count"] == len(found["rows"]) == len(table) > 0
            assert f"<strong>{found['count']}</strong> flow" in page
            assert is_safe(page)
        first = client.get("/flows.json?limit=1").json()
        assert client.get("/flows", params={"limit": 1}).text.count('class="row"') == 1
        rest = client.get("/flows.json", params={"limit": 1, "after": first["after"]}).json()
        assert first["rows"] != rest["rows"]


def test_bands_never_mix_statuses_or_stances(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        figure = client.get("/figures/flows.json").json()
        kinds = {(link["status"], link["stance"]) for link in figure["links"]}
        assert {("planned", "stated"), ("occurred", "stated"), ("occurred", "denied")} <= kinds
        assert {link["step"] for link in figure["links"]} == {"supply", "to_via", "from_via", "later"}
        ids = {node["id"] for node in figure["nodes"]}
        assert all(link["from"] in ids and link["to"] in ids for link in figure["links"])
        assert no_holes(figure)
        few = client.get("/figures/flows.json?limit=1").json()
        assert few["left_out"][0]["reason"].startswith("flows on other pages")


def test_one_flow_shows_its_acts_and_leads_on(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        id_ = client.get("/flows.json").json()["rows"][0]["id"]
        found = client.get(f"/flows/{id_}.json").json()
        page = client.get(f"/flows/{id_}").text
        assert found["count"] == len(found["rows"]) == len(client.get(f"/flows/{id_}.csv").text.splitlines()) - 1 > 0
        assert f"<strong>{found['count']}</strong> act" in page
        assert f'href="/checklist/{id_}"' in page
        assert f'href="/trace?what={id_}"' in page
        assert is_safe(page)
        assert client.get(f"/figures/flows/{id_}.json").json()["links"]
        then = "?as_of=2031-05-02"
        assert client.get(f"/flows/{id_}.json{then}").json()["count"] <= found["count"]
        assert f"/checklist/{id_}{then}" in client.get(f"/flows/{id_}{then}").text
        for address in ("/flows/flw-none", "/flows/flw-none.json", "/figures/flows/flw-none.json"):
            assert client.get(address).status_code == 404


def test_no_flow_is_not_said_to_be_no_supply(tmp_path: Path) -> None:
    with empty(tmp_path) as client:
        assert "not that nothing was supplied" in client.get("/flows").text
        assert client.get("/flows.json").json() == {"count": 0, "after": None, "rows": []}
        assert client.get("/figures/flows.json").json()["links"] == []
