"""Who is not logged in sees nothing; who is, is let in by a name that was not known before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import PAGE

from enduse.web.app import create_app
from enduse.web.login import local
from enduse.web.people import COOKIE, Right
from enduse.web.sessions import FAILURES
from enduse.web.settings import Settings
from enduse.web.users import drop_user, keep_user

PASSWORD = "a long password"


@pytest.fixture
def users(tmp_path: Path) -> Path:
    file = tmp_path / "users"
    keep_user(file, "ana", Right.REVIEW, PASSWORD)
    return file


@pytest.fixture
def team(where: str, users: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(where, users=users)), base_url="http://localhost", headers=PAGE) as client:
        yield client


def log_in(client: TestClient, password: str = PASSWORD, **given: str) -> tuple[int, str]:
    token = re.search(r'<meta name="csrf" content="(\w+)">', client.get("/login").text)
    assert token
    data = {"csrf": token[1], "name": "ana", "password": password, **given}
    answer = client.post("/login", data=data, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", answer.text)


def test_nothing_is_shown_before_the_login(team: TestClient) -> None:
    for address in ("/claims.json", "/claims.csv", "/documents/doc-1.json", "/search.json?words=x"):
        assert team.get(address).status_code == 401
    sent = team.get("/claims?types=transfer", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/login?next=%2Fclaims%3Ftypes%3Dtransfer")


def test_every_address_needs_a_user_but_a_few(where: str, users: Path) -> None:
    app = create_app(Settings(where, users=users))
    with TestClient(app, base_url="http://localhost") as client:
        paths = client.get("/openapi.json").json()["paths"]
        opened = {path for path, methods in paths.items() if "get" in methods and client.get(path).status_code != 401}
    assert opened == {"/login"}


def test_login_leads_where_one_was_going_and_gives_the_visit_a_new_name(team: TestClient) -> None:
    team.get("/login")
    before = team.cookies[COOKIE]
    assert log_in(team, next="/claims?types=transfer") == (303, "/claims?types=transfer")
    assert team.cookies[COOKIE] != before
    assert "ana" in team.get("/claims").text
    team.cookies.clear()
    team.cookies.set(COOKIE, before)
    assert team.get("/claims.json").status_code == 401


def test_wrong_password_says_no_more_than_that(team: TestClient) -> None:
    wrong = log_in(team, "wrong"), log_in(team, name="ben")
    assert [status for status, _ in wrong] == [401, 401]
    assert all("no user has this name and this password" in said for _, said in wrong)


def test_wrong_passwords_are_limited(team: TestClient) -> None:
    assert [log_in(team, "wrong")[0] for _ in range(FAILURES)] == [401] * FAILURES
    assert log_in(team)[0] == 429


def test_login_needs_a_form_of_ours(team: TestClient) -> None:
    assert team.post("/login", data={"name": "ana", "password": PASSWORD}).status_code == 403


def test_who_is_taken_out_of_the_file_is_out_at_once(team: TestClient, users: Path) -> None:
    log_in(team)
    assert team.get("/claims.json").status_code == 200
    drop_user(users, "ana")
    assert team.get("/claims.json").status_code == 401


def test_logout_ends_the_session_for_good(team: TestClient) -> None:
    log_in(team)
    kept = team.cookies[COOKIE]
    token = re.search(r'<meta name="csrf" content="(\w+)">', team.get("/claims").text)
    assert token
    assert team.post("/logout").status_code == 403
    assert team.post("/logout", data={"csrf": token[1]}, follow_redirects=False).status_code == 303
    team.cookies.clear()
    team.cookies.set(COOKIE, kept)
    assert team.get("/claims.json").status_code == 401


@pytest.mark.parametrize(
    "address", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "", None, "/a\r\nx: y"]
)
def test_login_leads_to_no_other_site(address: str | None) -> None:
    assert local(address) == "/"


def test_without_a_file_of_users_nobody_logs_in(browser: TestClient) -> None:
    assert browser.get("/login", follow_redirects=False).headers["location"] == "/"
    token = re.search(r'<meta name="csrf" content="(\w+)">', browser.get("/claims").text)
    assert token
    assert browser.post("/login", data={"csrf": token[1]}).status_code == 404
