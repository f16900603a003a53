"""Contradictions with both sides, neither called right, as pages and as what the command line writes."""

from __future__ import annotations

import json

from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.service.test_linking import place
from tests.web.conftest import PAGE

from enduse.cli.main import cli
from enduse.web.app import create_app
from enduse.web.settings import Settings

__all__ = ["place"]


def test_both_sides_are_shown(place: str) -> None:
    with TestClient(create_app(Settings(place)), base_url="http://localhost", headers=PAGE) as desk:
        page = desk.get("/contradictions").text
        found = desk.get("/contradictions.json").json()
        table = desk.get("/contradictions.csv").text.splitlines()
        assert desk.get("/contradictions.json?types=interdiction").json()["rows"] == []
        assert "not that all agree" in desk.get("/contradictions?types=interdiction").text
    written = CliRunner().invoke(cli, ["contradictions", "--db", place]).stdout.splitlines()
    assert found["rows"] == [json.loads(line) for line in written]
    assert found["count"] == len(table) - 1 == page.count('class="sides"') > 0
    assert "Neither side is called right" in page
