"""The reader shows an article as it is, whatever stands in it, and each claim beside it."""

from __future__ import annotations

import csv
import html
import re
from pathlib import Path

from starlette.testclient import TestClient
from tests.service.fakes import reading
from tests.web.conftest import PAGE, keep, with_text_before

from enduse.web.app import create_app
from enduse.web.settings import Settings

HOSTILE = 'قال 🚀 <img src=x onerror=alert(1)> "quoted" & \r\n <!-- </article> --> '


def text_of(page: str) -> str:
    """What a browser holds as the text of the article."""
    found = re.search(r'<article class="text"[^>]*>(.*?)</article>', page, re.DOTALL)
    assert found
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]).replace("&#13;", "\r"))


def test_article_is_shown_with_its_claims(browser: TestClient, document_id: str) -> None:
    page = browser.get(f"/documents/{document_id}").text
    assert text_of(page).startswith("Norland will send anti-tank rockets")
    assert page.count('class="sentence"') == page.count('<section class="card') == 2
    for said in ("promised", 'data-role="supplier"', "condition", "nobody is named", "fake-1 0.93", "Averna Herald"):
        assert said in page


def test_hostile_article_is_text_and_keeps_its_offsets(tmp_path: Path) -> None:
    read = with_text_before(
        reading("transfer planned stated: {supplier:Norland} will send {weapon:rifles} to Averna."), HOSTILE
    )
    where = keep(str(tmp_path / "x.db"), read)
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as browser:
        page = browser.get("/documents/doc-1").text
    assert "<img" not in page
    shown = text_of(page)
    assert shown == read.document.text
    start, end = (int(re.search(rf'class="sentence"[^>]* data-{edge}="(\d+)"', page)[1]) for edge in ("start", "end"))  # type: ignore[index]
    assert shown.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == read.extractions[0].claim.sentence.text


def test_address_of_a_source_is_a_link_only_if_it_can_be_followed_safely(browser: TestClient) -> None:
    id_ = browser.get("/claims.json?stances=denied").json()["rows"][0]["documents"][0]["id"]
    page = browser.get(f"/documents/{id_}").text
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page
    assert "<script>alert" not in page


def test_twins_hold_the_claims_that_are_marked(browser: TestClient, document_id: str) -> None:
    whole = browser.get(f"/documents/{document_id}.json").json()
    rows = list(csv.DictReader(browser.get(f"/documents/{document_id}.csv").text.splitlines()))
    assert [claim["id"] for claim in whole["claims"]] == [row["id"] for row in rows]
    for claim in whole["claims"]:
        assert whole["text"][claim["start"] : claim["end"]] == claim["quote"]


def test_document_that_is_not_there_is_a_page_with_404(browser: TestClient) -> None:
    answer = browser.get("/documents/doc-none")
    assert (answer.status_code, "no document" in answer.text) == (404, True)


def test_documents_are_listed_and_counted(browser: TestClient) -> None:
    for query, number in (("", 2), ("?outlet=Averna+Herald&since=2031&until=2031-04-11", 2), ("?until=2030", 0)):
        found = browser.get(f"/documents.json{query}").json()
        rows = list(csv.DictReader(browser.get(f"/documents.csv{query}").text.splitlines()))
        assert found["count"] == len(found["rows"]) == len(rows) == number
        assert f"<strong>{number}</strong> document" in browser.get(f"/documents{query}").text
    assert [row["claims"] for row in browser.get("/documents.json").json()["rows"]] == [1, 2]
    page = browser.get("/documents.json?limit=1&after=1").json()
    assert (page["count"], [row["name"] for row in page["rows"]], page["after"]) == (2, ["a.txt"], None)


def test_two_documents_are_compared(browser: TestClient) -> None:
    one, other = (row["id"] for row in browser.get("/documents.json").json()["rows"])
    found = browser.get(f"/documents/{one}/with/{other}.json").json()
    texts = [browser.get(f"/documents/{id_}.json").json()["text"] for id_ in (one, other)]
    assert ["".join(row[side] for row in found["rows"]) for side in ("left", "right")] == texts
    table = list(csv.DictReader(browser.get(f"/documents/{one}/with/{other}.csv").text.splitlines()))
    assert [row["same"] for row in table] == [str(row["same"]).lower() for row in found["rows"]]
    page = browser.get(f"/documents/{one}/with/{other}").text
    assert page.count("<ins") == page.count("<del") > 1
    assert "The two texts are the same" in browser.get(f"/documents/{one}/with/{one}").text
