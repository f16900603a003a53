"""Precedents of a plan as a page: cases with quotes, "no outcome" as its own line, and no rates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.fixtures.april import claim_of, keep_april
from tests.web.conftest import PAGE

from enduse.web.app import create_app
from enduse.web.settings import Settings

PLAN = claim_of("plan")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    where = keep_april(str(tmp_path_factory.mktemp("april") / "x.db"))
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as made:
        yield made


def test_cases_are_counted_and_those_of_the_twins(client: TestClient) -> None:
    for query in ("", "?limit=1"):
        found = client.get(f"/precedents/{PLAN}.json{query}").json()
        page = client.get(f"/precedents/{PLAN}{query}").text
        table = client.get(f"/precedents/{PLAN}.csv{query}").text.splitlines()
        assert found["count"] == len(found["rows"]) == len(table) - 1 > 0
        assert f"<strong>{found['count']}</strong> case" in page
        assert all(f'id="{case["claims"][0]["claim"]}"' in page for case in found["rows"])
    assert found["plan"]["claim"] == PLAN


def test_no_rate_is_shown_and_likeness_is_told_by_field(client: TestClient) -> None:
    page = client.get(f"/precedents/{PLAN}").text
    assert "%" not in page.partition("<main")[2].replace("%3A", "")
    assert "supplier class" in page
    assert "No rate is made of these" in page


def test_what_is_no_plan_is_refused(client: TestClient) -> None:
    assert client.get("/precedents/clm-none").status_code in (400, 404)
    assert client.get(f"/precedents/{PLAN}?horizon=0").status_code == 422
