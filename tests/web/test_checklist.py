"""A checklist as a page: entries with quotes, blanks that say so, flags, and no score."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.web.views import HOSTILE_ID, PLAN_ID, desk, is_safe

from enduse.web.render import STATIC


def test_page_shows_all_criteria_and_flags(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        found = client.get(f"/checklist/{PLAN_ID}.json").json()
        rows = list(csv.DictReader(client.get(f"/checklist/{PLAN_ID}.csv").text.splitlines()))
        page = client.get(f"/checklist/{PLAN_ID}").text
        assert found["flags"]
        assert "MANPADS, and the recipient is not known to be a state" in page
        assert {row["key"] for row in rows} == {one["key"] for one in found["criteria"]}
        assert all(f'id="{one["key"]}"' in page for one in found["criteria"])
        assert page.count("Blank: ") == sum(bool(one["blank"]) for one in found["criteria"]) > 0
        assert "score" not in page.replace("There is no score", "")
        assert is_safe(client.get(f"/checklist/{HOSTILE_ID}").text)
        assert client.get("/checklist/evt-none").status_code == 404


def test_it_is_made_to_be_printed() -> None:
    assert "@media print" in (STATIC / "views.css").read_text(encoding="utf-8")
