"""Texts are found by words, and all that are counted are in the twins."""

from __future__ import annotations

import csv
import json

from click.testing import CliRunner
from starlette.testclient import TestClient

from enduse.cli.main import cli


def test_texts_are_counted_and_those_of_the_command_line(browser: TestClient, where: str) -> None:
    found = browser.get("/search.json?words=truce").json()
    written = CliRunner().invoke(cli, ["search", "truce", "--db", where]).stdout.splitlines()
    assert found["rows"] == [json.loads(line) for line in written]
    rows = list(csv.DictReader(browser.get("/search.csv?words=truce").text.splitlines()))
    assert found["count"] == len(rows) == 1
    assert "<strong>1</strong> text" in browser.get("/search?words=truce").text


def test_pages_follow_each_other(browser: TestClient) -> None:
    first = browser.get("/search.json?words=Norland+OR+Averna&limit=1").json()
    second = browser.get("/search.json?words=Norland+OR+Averna&limit=1&after=1").json()
    assert (first["count"], first["after"], second["after"]) == (2, 1, None)
    assert first["rows"] != second["rows"]


def test_nothing_to_search_for_is_a_form_and_no_twin(browser: TestClient) -> None:
    assert 'role="status"' not in browser.get("/search").text
    assert browser.get("/search.json").status_code == 400
    assert "stand in no text" in browser.get("/search?words=zebra").text
    assert browser.get('/search?words="open').status_code == 400
