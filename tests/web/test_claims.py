"""The list of claims: the filters of the command line, and twins with exactly the rows that are counted."""

from __future__ import annotations

import csv
import json
import re

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from enduse.cli.main import cli
from enduse.web import claims
from enduse.web.claims import COLUMNS


def test_page_counts_what_its_twins_hold(browser: TestClient) -> None:
    for query in ("", "?types=transfer", "?statuses=promised&supplier=norland", "?words=nothing"):
        shown = browser.get(f"/claims{query}").text
        rows = browser.get(f"/claims.json{query}").json()
        table = list(csv.DictReader(browser.get(f"/claims.csv{query}").text.splitlines()))
        assert rows["count"] == len(rows["rows"]) == len(table)
        assert f"<strong>{rows['count']}</strong> claim" in shown
        assert shown.count('class="row-quote"') == rows["count"]
        assert [row["id"] for row in rows["rows"]] == [row["id"] for row in table]


def test_rows_are_those_of_the_command_line(browser: TestClient, where: str) -> None:
    lines = CliRunner().invoke(cli, ["claims", "--db", where, "--types", "transfer"]).stdout.splitlines()
    assert browser.get("/claims.json?types=transfer").json()["rows"] == [json.loads(line) for line in lines]


def test_pages_follow_each_other(browser: TestClient) -> None:
    first = browser.get("/claims.json?limit=2").json()
    rest = browser.get("/claims.json", params={"limit": 2, "after": first["after"]}).json()
    assert (first["count"], len(first["rows"]), len(rest["rows"]), rest["after"]) == (3, 2, 1, None)
    shown = browser.get("/claims?limit=2&types=").text
    assert f'href="/claims?limit=2&amp;after={first["after"]}" rel="next"' in shown
    assert 'href="/claims.csv"' in shown


def test_what_stands_beside_a_claim_is_never_lost(browser: TestClient) -> None:
    shown = browser.get("/claims?types=transfer").text
    assert all(word in shown for word in ("promised", "denied", 'data-role="condition"', 'data-role="claimant"'))
    assert [row["condition"] for row in csv.DictReader(browser.get("/claims.csv").text.splitlines())] == [
        "", "", '["the truce fails"]',
    ]  # fmt: skip


def test_wrong_questions_are_told(browser: TestClient) -> None:
    told = {
        "types=zebra": (400, "no 'zebra' among the types"), "zebra=1": (422, "zebra"), "limit=0": (422, "limit"),
        "since=3/4/2031": (400, "write a day"), "words=%22open": (400, "quotation mark"),
    }  # fmt: skip
    for query, (status, said) in told.items():
        answer = browser.get(f"/claims.json?{query}")
        assert (answer.status_code, said in answer.json()["error"]) == (status, True), query


def test_no_claim_is_not_said_to_be_no_event(browser: TestClient) -> None:
    assert "not that nothing happened" in browser.get("/claims?words=nothing").text


def test_every_column_is_found_somewhere(browser: TestClient) -> None:
    rows = list(csv.DictReader(browser.get("/claims.csv").text.splitlines()))
    assert list(rows[0]) == list(COLUMNS)
    unfilled = {"mode", "decided_by", "agent", "holder", "broker", "from", "to", "origin", "quantity", "target", "via",
                "place", "time", "purpose"}  # fmt: skip
    assert {name for name in COLUMNS if not any(row[name] for row in rows)} == unfilled


def test_claim_leads_to_its_place_in_its_article(browser: TestClient, document_id: str) -> None:
    claim = browser.get("/claims.json?types=ceasefire").json()["rows"][0]["id"]
    sent = browser.get(f"/claims/{claim}?as_of=2031-05-01", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (
        303, f"/documents/{document_id}?as_of=2031-05-01&claim={claim}#{claim}"
    )  # fmt: skip
    assert f'id="{claim}"' in browser.get(f"/claims/{claim}").text
    assert browser.get(f"/claims/{claim}.json").json()["id"] == claim
    assert browser.get("/claims/clm-none").status_code == 404


def test_many_claims_are_counted_after_the_page_is_there(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "FEW", 2)
    page = browser.get("/claims?limit=1").text
    assert "More than <strong>2</strong> claims" in page
    assert 'hx-get="/claims/count" hx-trigger="load"' in page
    assert "<strong>3</strong> claims in" in browser.get("/claims/count").text
    assert "<strong>1</strong> claim in" in browser.get("/claims?types=ceasefire").text


def test_links_lead_to_the_time_that_was_asked_for(browser: TestClient) -> None:
    for address in ("/claims?", "/documents?", "/events?", "/search?words=truce&"):
        assert 'href="/documents/doc-' in (page := browser.get(f"{address}as_of=2031-05-01").text)
        assert all("as_of=2031-05-01" in link for link in re.findall(r'href="(/(?:documents|events)/.*?)"', page))
