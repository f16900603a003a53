"""Places as a table and as a drawing, no more exact than they are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.views import desk, empty, is_safe, no_holes

from enduse.web import map as map_page


def test_rows_are_those_that_the_screen_counts(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        found = client.get("/map.json").json()
        page = client.get("/map").text
        assert found["count"] == len(found["rows"]) == len(client.get("/map.csv").text.splitlines()) - 1 > 0
        assert f"<strong>{found['count']}</strong> row" in page
        assert "not found in the register, not drawn" in page
        assert is_safe(page)


def test_places_that_are_not_known_are_sent_without_a_point(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        figure = client.get("/figures/map.json").json()
        assert {place["lat"] for place in figure["places"] if place["label"] == "<i>Nowhere</i>"} == {None}
        assert figure["left_out"][0]["reason"] == "events that name no place"
        assert no_holes(figure)


def test_more_events_than_are_looked_at_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_page, "EVENTS", 1)
    with desk(tmp_path) as client:
        assert "there are more events" in client.get("/map").text


def test_no_place_is_not_no_event(tmp_path: Path) -> None:
    with empty(tmp_path) as client:
        assert "not that nothing happened" in client.get("/map").text
