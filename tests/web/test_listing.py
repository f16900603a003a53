"""The pattern gives each view three addresses, and sends long answers in pieces."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.responses import StreamingResponse
from starlette.testclient import TestClient

from enduse.model.kept import ClaimFilter
from enduse.service import linking
from enduse.web.app import create_app
from enduse.web.listing import ROWS_A_PIECE, WHOLE_AT_ONCE, streamed
from enduse.web.settings import Settings


def test_twins_have_their_kind_and_the_table_its_file_name(browser: TestClient) -> None:
    kinds = {suffix: browser.get(f"/claims{suffix}").headers["content-type"] for suffix in ("", ".json", ".csv")}
    assert kinds == {
        "": "text/html; charset=utf-8", ".json": "application/json; charset=utf-8", ".csv": "text/csv; charset=utf-8",
    }  # fmt: skip
    assert browser.get("/claims.csv").headers["content-disposition"] == 'attachment; filename="claims.csv"'


def test_all_addresses_are_in_the_description_of_the_api(browser: TestClient) -> None:
    paths = browser.get("/openapi.json").json()["paths"]
    assert {"/claims", "/claims.json", "/claims.csv", "/documents/{id}"} <= set(paths)
    named = {parameter["name"] for parameter in paths["/claims.json"]["get"]["parameters"]}
    assert {"types", "supplier", "role", "min_score", "as_of", "limit", "after"} <= named


def test_long_answers_are_sent_in_pieces() -> None:
    async def pieces(response: StreamingResponse) -> list[bytes]:
        return [bytes(piece) async for piece in response.body_iterator]  # type: ignore[arg-type]

    response = streamed((f"{n}\n" for n in range(2 * ROWS_A_PIECE)), "text/csv")
    assert isinstance(response, StreamingResponse)
    sent = asyncio.run(pieces(response))
    assert len(sent) == 3
    assert b"".join(sent).split() == [str(n).encode() for n in range(2 * ROWS_A_PIECE)]


def test_what_fails_at_the_start_is_raised_at_once() -> None:
    def failing() -> Iterator[str]:
        raise ValueError("no")
        yield ""

    with pytest.raises(ValueError, match="no"):
        streamed(failing(), "text/csv")


def test_few_are_busy_with_the_whole_ledger_at_once(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    busy: list[int] = []
    most = [0]
    full, counting = threading.Event(), threading.Lock()

    def slow(ledger: str, asked: ClaimFilter, **page: int | None) -> linking.ContradictionPage:
        with counting:
            busy.append(1)
            most[0] = max(most[0], len(busy))
        if len(busy) >= WHOLE_AT_ONCE:
            full.set()
        full.wait(60)
        with counting:
            busy.pop()
        return linking.ContradictionPage((), None)

    monkeypatch.setattr(linking, "contradictions", slow)
    with TestClient(create_app(Settings(where)), base_url="http://localhost") as client, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: client.get("/contradictions.json").status_code, range(8)))
    assert answers == [200] * 8
    assert most[0] == WHOLE_AT_ONCE
