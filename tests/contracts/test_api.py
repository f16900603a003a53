"""No request that fits the description of the API, or breaks it, makes the workbench fail."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from starlette.testclient import TestClient
from tests.service.test_linking import place

from enduse.web.app import create_app
from enduse.web.people import COOKIE
from enduse.web.settings import Settings

__all__ = ["place"]

EXAMPLES = int(os.environ.get("ENDUSE_TEST_EXAMPLES", "3"))
"""Requests tried of each kind at each address: a few in each run of the tests, more when it is looked for failures."""

VISIT = "a" * 32


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    """Somebody who may decide, with a form that is ours."""
    app = create_app(Settings(place))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as made:
        made.cookies.set(COOKIE, VISIT)
        made.headers["X-CSRF-Token"] = hmac.new(app.state.secret, VISIT.encode(), hashlib.sha256).hexdigest()
        yield made


def known_ids(client: TestClient) -> dict[str, dict[str, str]]:
    """Ids that are there, by the first part of the address, so that not every request ends with "no such thing"."""
    claim = client.get("/claims.json?limit=1").json()["rows"][0]
    document = claim["documents"][0]["id"]
    return {
        "documents": {"id": document, "other": document},
        "claims": {"id": claim["id"]},
        "events": {"id": claim["id"]},
        "checklist": {"id": claim["id"]},
        "grades": {"id": claim["id"]},
        "flows": {"id": client.get("/flows.json?limit=1").json()["rows"][0]["id"]},
    }


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
def test_no_request_makes_the_workbench_fail(client: TestClient, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
    operations: list[Any] = [result.ok() for result in schema.get_all_operations()]  # type: ignore[union-attr]
    known, answers = known_ids(client), []
    for operation in operations:
        answers += sent(client, operation.as_strategy(generation_mode=mode))
        if "{id}" in operation.path:
            ids = known.get(operation.path.split("/")[1])
            answers += sent(client, operation.as_strategy(generation_mode=mode, path_parameters=ids))
    assert len(operations) > 30
    assert not [told for status, told in answers if status >= 500]
    assert len({status for status, _ in answers}) > 2


def sent(client: TestClient, strategy: Any) -> list[tuple[int, str]]:
    """Send requests, the same ones in each run; the status of each answer, and what to say if it is a failure."""
    answers: list[tuple[int, str]] = []

    @settings(
        max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=strategy)
    def send(case: Any) -> None:
        asked = case.as_transport_kwargs(base_url="http://localhost")
        given_ = {name: asked[name] for name in ("params", "data", "json") if name in asked}
        answer = client.request(asked["method"], asked["url"], follow_redirects=False, **given_)
        answers.append((answer.status_code, f"{asked['method']} {answer.url}: {answer.text[:300]}"))

    with contextlib.suppress(Unsatisfiable):  # what takes nothing can be asked in no wrong way
        send()
    return answers
