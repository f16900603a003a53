"""Truces source by source, as pages and as what the command line writes."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.service.dossier import keep_dossier
from tests.web.conftest import PAGE

from enduse.cli.main import cli
from enduse.web.app import create_app
from enduse.web.settings import Settings


def test_truces_show_each_source_apart(tmp_path: Path) -> None:
    where = keep_dossier(str(tmp_path / "x.db"))
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as desk:
        page = desk.get("/ceasefires").text
        found = desk.get("/ceasefires.json").json()
        table = desk.get("/ceasefires.csv").text.splitlines()
        assert "Silence is not peace" in desk.get("/ceasefires?place=zebra").text
        assert desk.get("/ceasefires.json?as_of=x").status_code == 400
    written = CliRunner().invoke(cli, ["ceasefires", "--db", where]).stdout.splitlines()
    assert found["rows"] == [json.loads(line) for line in written]
    assert found["count"] == len(table) - 1 > 0
    sources = [line["source"] for truce in found["rows"] for line in truce["lines"]]
    assert all(source in page for source in sources)
    assert "1 of violations" in page
