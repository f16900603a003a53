"""Custody as a page: the sentence on wrongdoing, chains with gaps, and plans and denials apart."""

from __future__ import annotations

from pathlib import Path

from tests.web.views import HOSTILE_ID, PLAN_ID, desk, empty, is_safe, no_holes

from enduse.model.custody import NOTICE


def test_page_shows_what_its_twins_hold(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        found = client.get("/trace.json?what=FN-6").json()
        rows = client.get("/trace.csv?what=FN-6").text.splitlines()[1:]
        page = client.get("/trace?what=FN-6").text
        assert f"<strong>{len(found['links'])}</strong> links of custody" in page
        assert f"told of or denied by <strong>{len(rows)}</strong> claims" in page
        assert len(rows) == sum(len(link["said"]) + len(link["denied"]) for link in found["links"])
        assert NOTICE in page
        assert found["chains"]
        assert "Chain 1" in page
        assert is_safe(page)


def test_plans_are_drawn_apart_and_links_by_their_chains(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        figure = client.get("/figures/custody.json?what=FN-6").json()
        assert {PLAN_ID, HOSTILE_ID} <= {one["id"] for one in figure["apart"]}
        assert figure["notice"] == NOTICE
        chain = figure["groups"][0]
        assert len(chain["joints"]) == len(chain["links"]) - 1
        assert {link["status"] for group in figure["groups"] for link in group["links"]} == {"occurred"}
        assert no_holes(figure)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        assert client.get("/trace?what=evt-none").status_code == 404
        assert client.get("/trace?colour=red").status_code == 422
    with empty(tmp_path) as client:
        assert "Name an actor" in client.get("/trace").text
        assert "not that nobody holds such arms" in client.get("/trace?what=FN-6").text
