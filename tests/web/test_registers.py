"""What is typed is answered with rows of the registers, and how many are left out."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_rows_come_with_how_many_there_are(browser: TestClient) -> None:
    found = browser.get("/registers.json", params={"q": "tank", "scheme": "weapon"}).json()
    assert found["rows"][0] == {
        "scheme": "weapon", "code": "armour.tank", "name": "tank", "called": "", "about": "kind of weapon"
    }  # fmt: skip
    assert found["count"] == len(found["rows"]) + found["left_out"]
    assert found["left_out"] > 0


@pytest.mark.parametrize("asked", [{}, {"q": ""}, {"q": "<script>"}, {"q": "\0"}])
def test_what_names_nothing_finds_nothing(browser: TestClient, asked: dict[str, str]) -> None:
    assert browser.get("/registers.json", params={**asked, "scheme": "actor"}).json() == {
        "count": 0, "left_out": 0, "rows": []
    }  # fmt: skip


@pytest.mark.parametrize("asked", [{"q": "x" * 201}, {"scheme": "tank"}, {"words": "x"}])
def test_what_cannot_be_asked_is_refused(browser: TestClient, asked: dict[str, str]) -> None:
    assert browser.get("/registers.json", params=asked).status_code == 422
