"""Grades are shown with the evidence they were given on, and given only by who may review."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.testclient import TestClient
from tests.web.views import PLAN_ID, desk


def token(client: TestClient) -> str:
    found = re.search(r'<meta name="csrf" content="(\w+)">', client.get("/claims").text)
    assert found
    return found[1]


def test_a_grade_is_given_and_shown(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        assert "Nobody has graded it" in client.get(f"/grades/{PLAN_ID}").text
        sent = {"reliability": "B", "credibility": "3", "why": "<b>own</b> reporter", "csrf": token(client)}
        assert client.post(f"/grades/{PLAN_ID}", data=sent, follow_redirects=False).status_code == 303
        page = client.get(f"/grades/{PLAN_ID}").text
        found = client.get(f"/grades/{PLAN_ID}.json").json()
        assert "<strong>1</strong> grade given" in page
        assert "&lt;b&gt;own&lt;/b&gt; reporter" in page
        assert (found["count"], found["letters"], len(found["rows"])) == (1, "B3", 1)
        assert len(client.get(f"/grades/{PLAN_ID}.csv").text.splitlines()) == 2


def test_what_is_no_grade_is_refused(tmp_path: Path) -> None:
    with desk(tmp_path) as client:
        sent = {"reliability": "B", "credibility": "3"}
        assert client.post(f"/grades/{PLAN_ID}", data=sent).status_code == 403
        sent["csrf"] = token(client)
        assert client.post(f"/grades/{PLAN_ID}", data=sent | {"reliability": "Z"}).status_code == 400
        assert client.post("/grades/clm-none", data=sent).status_code == 404
        assert client.get("/grades/clm-none").status_code == 404
    with desk(tmp_path, read_only=True) as client:
        assert "Give this grade" not in client.get(f"/grades/{PLAN_ID}").text
        assert client.post(f"/grades/{PLAN_ID}", data=sent | {"csrf": token(client)}).status_code == 403
