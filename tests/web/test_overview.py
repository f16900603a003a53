"""The first page: every number opens its rows, and nothing read is not nothing happened."""

from __future__ import annotations

from pathlib import Path

from tests.web.views import HOSTILE_ID, PLAN_ID, desk, empty, is_safe, no_holes


def test_parts_are_those_of_the_twin(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        assert client.get("/", follow_redirects=False).headers["location"] == "/overview"
        found = client.get("/overview.json").json()
        page = client.get("/overview").text
        assert {one["claim"]["id"] for one in found["flagged"]} >= {PLAN_ID, HOSTILE_ID}
        assert f"<strong>{len(found['flagged'])}</strong> flagged of {found['flagged_read']} read" in page
        assert all(f"/claims/{plan['told']['claim']}" in page for plan in found["plans"])
        assert len(client.get("/overview.csv").text.splitlines()) - 1 == len(found["coverage"]["rows"])
        assert found["changed"] is None
        assert is_safe(page)


def test_a_time_in_the_address_shows_what_changed(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        found = client.get("/overview.json?since=2031-01-01").json()["changed"]
        page = client.get("/overview?since=2031-01-01").text
        assert f'<strong>{found["claims"]}</strong> <a href="/claims">' in page
        assert found["claims"] == 9
        assert client.get("/overview?since=soon").status_code == 400


def test_weeks_without_articles_stay_gaps(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        figure = client.get("/figures/coverage.json").json()
        assert no_holes(figure)
        assert all(cell["count"] > 0 for outlet in figure["outlets"] for cell in outlet["cells"])


def test_an_empty_ledger_says_what_that_means(tmp_path: Path) -> None:
    with empty(tmp_path) as client:
        page = client.get("/overview?since=2031-01-01").text
        for said in ("not that nothing happened", "not that nobody plans", "not that all is agreed"):
            assert said in page
        assert client.get("/figures/coverage.json").json()["outlets"] == []
