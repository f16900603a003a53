"""No request comes in by a foreign name or from a foreign page, and no page leaves without its headers."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from enduse.web.app import create_app
from enduse.web.settings import Settings


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:80@evil.example", "[", ""])
def test_foreign_host_is_refused(browser: TestClient, host: str) -> None:
    assert browser.get("/claims", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8417", "127.0.0.1:1", "[::1]:8417"])
def test_this_machine_is_known_by_its_names(browser: TestClient, host: str) -> None:
    assert browser.get("/claims", headers={"host": host}).status_code == 200


def test_other_names_are_let_in_when_they_are_set(where: str) -> None:
    with TestClient(create_app(Settings(where, hosts=("desk.example",))), base_url="https://desk.example") as browser:
        assert browser.get("/claims").status_code == 200


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_what_another_site_sends_is_refused(browser: TestClient, headers: dict[str, str]) -> None:
    assert browser.post("/claims", headers=headers).status_code == 403


def test_pages_forbid_scripts_and_styles_inside_them_and_have_none(browser: TestClient, document_id: str) -> None:
    for address in ("/claims", f"/documents/{document_id}", "/nothing", "/claims.json", "/static/style.css"):
        answer = browser.get(address)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        if answer.headers["content-type"].startswith("text/html"):
            assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", answer.text)


def test_pages_are_not_kept_by_the_browser_but_files_may_be(browser: TestClient) -> None:
    assert browser.get("/claims").headers["cache-control"] == "no-store"
    assert "cache-control" not in browser.get("/static/style.css").headers


def test_visit_has_a_name_that_no_script_sees(browser: TestClient) -> None:
    first = browser.get("/claims")
    assert re.search(r"enduse_visit=[\w-]+; Path=/; HttpOnly; SameSite=Strict", first.headers["set-cookie"])
    assert "set-cookie" not in browser.get("/claims").headers
