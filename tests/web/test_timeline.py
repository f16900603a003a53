"""Days as a table and as a drawing, a lane for each source."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.views import desk, empty, is_safe, no_holes

from enduse.web import timeline


def test_rows_are_those_that_the_screen_counts(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        for query in ("", "?types=transfer"):
            found = client.get(f"/timeline.json{query}").json()
            page = client.get(f"/timeline{query}").text
            assert (
                found["count"] == len(found["rows"]) == len(client.get(f"/timeline.csv{query}").text.splitlines()) - 1
            )
            assert f"<strong>{found['count']}</strong> dated claims" in page
            assert page.count('<tr class="row">') == found["count"]
            assert is_safe(page)


def test_plans_and_truces_have_lanes_of_their_own(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        figure = client.get("/figures/timeline.json").json()
        kinds = {mark["kind"] for group in figure["groups"] for lane in group["lanes"] for mark in lane["marks"]}
        assert {"event", "plan", "state"} <= kinds
        assert len(figure["groups"]) == 2
        assert no_holes(figure)
        alone = client.get("/figures/timeline.json?types=transfer").json()
        assert len(alone["groups"]) == 1


def test_what_was_not_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "CLAIMS", 2)
    monkeypatch.setattr(timeline, "TRUCES", 0)
    with desk(tmp_path) as client:
        assert "which were not looked at" in client.get("/timeline").text
        reasons = [one["reason"] for one in client.get("/figures/timeline.json").json()["left_out"]]
        assert any("not looked at" in reason for reason in reasons)
        assert len(client.get("/figures/timeline.json").json()["groups"]) == 1


def test_no_day_is_not_no_event(tmp_path: Path) -> None:
    with empty(tmp_path) as client:
        assert "not that nothing happened" in client.get("/timeline").text
        assert client.get("/figures/timeline.json").json()["groups"] == []


def test_no_line_joins_days_between_which_a_source_is_silent(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        lanes = client.get("/figures/timeline.json").json()["groups"][0]["lanes"]
        gaps = [gap for lane in lanes for gap in lane["silences"]]
        assert gaps
        for lane in lanes:
            days = {mark["start"] for mark in lane["marks"]}
            assert all({gap["from"], gap["to"]} <= days for gap in lane["silences"])
