"""The page of agreement shows what `enduse agreement` says, and its twins hold the same pairs."""

from __future__ import annotations

from starlette.testclient import TestClient

from enduse.model.record import Judgement, Verdict
from enduse.service.ledgers import open_ledger


def test_page_says_when_nobody_read_twice(browser: TestClient) -> None:
    assert "No claim was judged by two people" in browser.get("/agreement").text
    assert browser.get("/agreement.json").json() == {"count": 0, "after": None, "rows": []}


def test_pair_is_shown_with_its_interval(browser: TestClient, where: str) -> None:
    ids = [row["id"] for row in browser.get("/claims.json").json()["rows"]]
    with open_ledger(where) as ledger, ledger.writing() as writer:
        for second, verdict in enumerate((Verdict.ACCEPTED, Verdict.REJECTED)):
            at = f"2031-04-11T09:30:0{second}Z"
            writer.add([Judgement(ids[second], verdict, by, at) for by in ("ana", "<b>ben</b>")])
    page = browser.get("/agreement").text
    assert "<b>ben" not in page
    assert "1.00" in page
    assert "rough: fewer than 30 claims" in page
    (row,) = browser.get("/agreement.json").json()["rows"]
    assert (row["claims"], row["same"], row["kappa"]) == (2, 2, 1.0)
    assert browser.get("/agreement.csv").text.count("\r\n") == 2


def test_a_name_that_is_not_known_is_refused_here_too(browser: TestClient) -> None:
    for path in ("/agreement", "/agreement.json", "/agreement.csv", "/review.json", "/review.csv"):
        assert browser.get(path, params={"by": "ana"}).status_code == 422
