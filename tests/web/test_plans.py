"""Plans with their conditions, never drawn like events, as pages and as what the command line writes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.service.dossier import keep_dossier
from tests.service.fakes import reading
from tests.web.conftest import PAGE, keep

from enduse.cli.main import cli
from enduse.web.app import create_app
from enduse.web.settings import Settings


def test_plans_show_condition_level_and_outcome(tmp_path: Path) -> None:
    where = keep_dossier(str(tmp_path / "x.db"))
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as desk:
        page = desk.get("/plans?day=2032-01-01").text
        found = desk.get("/plans.json?day=2032-01-01").json()
        table = list(csv.DictReader(desk.get("/plans.csv?day=2032-01-01").text.splitlines()))
        assert desk.get("/plans.json?conditional=true&words=zebra").json()["count"] == 0
        assert "not that nobody plans" in desk.get("/plans?words=zebra").text
        assert desk.get("/plans.json?day=tomorrow").status_code == 400
        rest = desk.get("/plans.json?limit=5&after=0").json()
    written = CliRunner().invoke(cli, ["plans", "--db", where, "--day", "2032-01-01"]).stdout.splitlines()
    assert found["rows"] == [json.loads(line) for line in written]
    assert found["count"] == len(table) == len(found["rows"]) == 1
    assert (rest["count"], rest["rows"], rest["after"]) == (1, [], None)
    for said in ("the truce in Brezova collapses", "level ", "reported afterwards: delivered", "sign-open", "denied"):
        assert said in page
    assert "sign-done" not in page
    assert table[0]["condition"] == '["the truce in Brezova collapses"]'


def test_pages_of_plans_hold_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "transfer planned stated: {{supplier:Averna}} plans to send {{weapon:{0}}} to {{recipient:Brezova}}."
    claims = [said.format(arms) for arms in ("tanks", "rifles", "mortars")]
    where = keep(str(tmp_path / "y.db"), *(reading(claim, doc=f"{n}.txt") for n, claim in enumerate(claims)))
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as desk:
        whole = desk.get("/plans.json").json()
        first = desk.get("/plans.json?limit=1").json()
        rest = desk.get("/plans.json", params={"limit": 9, "after": first["after"]}).json()
        assert first["rows"] + rest["rows"] == whole["rows"]
        assert first["count"] == rest["count"] == whole["count"] == 3
        assert "<strong>3</strong> plans; 1 on this page" in desk.get("/plans?limit=1").text
        monkeypatch.setattr("enduse.web.plans.COUNTED", 2)
        assert "more than <strong>2</strong> plans" in desk.get("/plans").text
