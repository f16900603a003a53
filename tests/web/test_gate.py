"""No request comes in by a foreign name or from a foreign page, and no page leaves without its headers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from enduse.web.app import create_app
from enduse.web.gate import LONGEST
from enduse.web.people import Right
from enduse.web.settings import Settings
from enduse.web.users import keep_user


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
    "headers",
    [
        {"origin": "https://evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "null"},
        {"origin": "http://localhost:3000"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_what_another_site_sends_is_refused(browser: TestClient, headers: dict[str, str]) -> None:
    assert browser.post("/claims", headers=headers).status_code == 403


def test_what_is_sent_is_not_endless(browser: TestClient) -> None:
    assert browser.post("/login", content=b"x" * (LONGEST + 1)).status_code == 413
    assert browser.post("/login", content=iter([b"x"])).status_code == 411
    assert browser.post("/login", content=b"x", headers={"content-length": "-1"}).status_code == 411
    assert browser.post("/login", headers={"origin": "http://LOCALHOST"}).status_code == 403  # no token, so no more


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


def proxied(where: str, **given: object) -> TestClient:
    settings = Settings(where, proxy_header="X-Forwarded-User", **given)  # type: ignore[arg-type]
    return TestClient(create_app(settings), base_url="http://localhost", client=("127.0.0.1", 4000))


def test_proxy_names_the_user(where: str) -> None:
    with proxied(where) as client:
        assert client.get("/claims.json").status_code == 401
        shown = client.get("/claims", headers={"x-forwarded-user": "ana@selin.example"})
        assert (shown.status_code, "ana@selin.example" in shown.text, "/logout" in shown.text) == (200, True, False)
        for name in ("", "a:b", "<b>"):
            assert client.get("/claims.json", headers={"x-forwarded-user": name}).status_code == 401
        twice = [("x-forwarded-user", "ana"), ("x-forwarded-user", "ben")]
        assert client.get("/claims.json", headers=twice).status_code == 401


def test_nobody_but_the_proxy_names_a_user(where: str) -> None:
    with proxied(where, proxies=("10.0.0.7",)) as client:
        assert client.get("/claims.json", headers={"x-forwarded-user": "ana"}).status_code == 401


def test_file_of_users_that_breaks_meanwhile_is_told(where: str, tmp_path: Path) -> None:
    file = tmp_path / "users"
    keep_user(file, "ana", Right.READ, "a long password")
    with proxied(where, users=file) as client:
        file.write_text("broken")
        answer = client.get("/claims.json", headers={"x-forwarded-user": "ana"})
    assert (answer.status_code, "is no user" in answer.text) == (503, True)


def test_cookie_is_for_https_alone_when_visitors_come_so(where: str) -> None:
    with TestClient(create_app(Settings(where, https=True)), base_url="https://localhost") as client:
        assert client.get("/claims").headers["set-cookie"].endswith("; Secure")


def test_head_is_answered_as_get_without_the_body(where: str) -> None:
    with TestClient(create_app(Settings(where)), base_url="http://localhost") as client:
        for path in ("/claims", "/claims.csv", "/documents/none", "/static/style.css"):
            got, asked = client.get(path), client.head(path)
            assert (asked.status_code, asked.content) == (got.status_code, b"")
            assert asked.headers["content-type"] == got.headers["content-type"]
