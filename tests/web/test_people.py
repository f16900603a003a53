"""Only who may decide can, and only from a page of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from enduse.web.app import create_app
from enduse.web.people import Reviewer, Right, User
from enduse.web.settings import Settings


def served(settings: Settings) -> FastAPI:
    app = create_app(settings)

    @app.post("/decide")
    def decide(user: Reviewer) -> str:
        return user.name

    return app


@pytest.fixture
def desk(where: str) -> Iterator[TestClient]:
    with TestClient(served(Settings(where, reviewer="ana")), base_url="http://localhost") as client:
        yield client


def token(client: TestClient) -> str:
    found = re.search(r'<meta name="csrf" content="(\w+)">', client.get("/claims").text)
    assert found
    return found[1]


def test_decision_is_signed_when_it_comes_from_our_page(desk: TestClient) -> None:
    sent = token(desk)
    assert desk.post("/decide", data={"csrf": sent}).json() == "ana"
    assert desk.post("/decide", headers={"x-csrf-token": sent}).json() == "ana"


def test_decision_without_the_token_of_this_visit_is_refused(desk: TestClient) -> None:
    sent = token(desk)
    assert [desk.post("/decide", data=data).status_code for data in ({}, {"csrf": ""}, {"csrf": "ü"})] == [403] * 3
    desk.cookies.clear()
    assert desk.post("/decide", data={"csrf": sent}).status_code == 403


def test_nothing_is_decided_on_a_server_that_only_reads(where: str) -> None:
    with TestClient(served(Settings(where, read_only=True)), base_url="http://localhost") as client:
        answer = client.post("/decide", data={"csrf": token(client)})
        assert (answer.status_code, answer.json()) == (
            403, {"error": "this server is read-only; nothing can be decided here"}
        )  # fmt: skip


def test_rights_include_those_before_them() -> None:
    rights = list(Right)
    assert [[User("a", mine).may(asked) for asked in rights] for mine in rights] == [
        [True, False, False], [True, True, False], [True, True, True],
    ]  # fmt: skip
