"""The application opens its ledger once, serves what ships and nothing else, and needs no other machine."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.service.fakes import reading

from enduse.errors import LedgerError
from enduse.service.ledgers import open_ledger
from enduse.web.app import create_app
from enduse.web.render import STATIC
from enduse.web.settings import Settings


def test_bare_address_leads_to_a_page(browser: TestClient) -> None:
    assert browser.get("/").url.path == "/overview"


def test_ledger_that_is_not_there_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"), TestClient(create_app(Settings(str(tmp_path / "n")))):
        pass


def test_no_file_but_what_ships_is_served(browser: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/..%2fapp.py"):
        assert browser.get(path).status_code == 404, path


def test_nothing_is_fetched_from_elsewhere(browser: TestClient, document_id: str) -> None:
    pages = [browser.get(address).text for address in ("/claims", f"/documents/{document_id}")]
    named = {url for page in pages for url in re.findall(r'(?:src|href)="(.*?)"', page)}
    assert not [url for url in named if not url.startswith(("/", "#", "?"))]
    sheet = (STATIC / "style.css").read_text("utf-8")
    assert not re.search(r"url\(|@import|https?:", sheet)


def test_many_ask_at_once_while_somebody_adds(browser: TestClient, where: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(browser.get, "/claims.json") for _ in range(20)]
        with open_ledger(where) as ledger, ledger.writing() as writer:
            writer.add_readings([reading("ceasefire agreed stated: {party:Selin} agreed.", doc="c.txt")], "fake-1")
        counts = {answer.result().json()["count"] for answer in asked}
    assert counts <= {3, 4}
    assert browser.get("/claims.json").json()["count"] == 4
