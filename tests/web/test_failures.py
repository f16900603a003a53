"""What goes wrong is one line, as a page for a person and as JSON for a program."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from enduse.errors import EnduseError, StaleError


def test_error_is_a_page_for_a_browser_and_json_for_others(browser: TestClient) -> None:
    page = browser.get("/claims?types=zebra")
    assert (page.status_code, "This cannot be asked" in page.text) == (400, True)
    assert browser.get("/claims?types=zebra", headers={"accept": "*/*"}).json()["error"].startswith("no 'zebra'")


def test_unknown_address_is_told(browser: TestClient) -> None:
    assert browser.get("/zebra", headers={"accept": "*/*"}).json() == {"error": "no page has this address"}


def test_status_is_that_of_the_error(browser: TestClient) -> None:
    @browser.app.get("/late")  # type: ignore[attr-defined,untyped-decorator]
    def late() -> None:
        raise StaleError("ana decided it \ud800 meanwhile")

    answer = browser.get("/late")
    assert (answer.status_code, "ana decided it \ufffd meanwhile" in answer.text) == (409, True)


def test_ledger_that_is_damaged_is_told(browser: TestClient, where: str) -> None:
    Path(where).write_bytes(b"\0" * 4096)
    for name in (f"{where}-wal", f"{where}-shm"):
        Path(name).unlink(missing_ok=True)
    answer = browser.get("/claims.json")
    assert (answer.status_code, where in answer.json()["error"]) == (503, True)


def test_every_error_has_a_status_of_http() -> None:
    kinds: list[type[EnduseError]] = [EnduseError, *EnduseError.__subclasses__()]
    assert all(400 <= kind.http_status < 600 for kind in kinds)
