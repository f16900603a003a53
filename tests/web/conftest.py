"""A ledger of two invented documents, and a browser's side of a server that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.service.fakes import reading

from enduse.model import Document, Reading
from enduse.service.ledgers import open_ledger
from enduse.web.app import create_app
from enduse.web.settings import Settings

PAGE = {"accept": "text/html,application/xhtml+xml"}
AT = "2031-04-11T09:30:00.000000Z"

READINGS = [
    reading(
        "transfer promised stated: {supplier:Norland} will send {weapon:anti-tank rockets} to {recipient:Brezova}"
        " if {condition:the truce fails}.",
        "ceasefire agreed stated: {party:Brezova} agreed to a truce.",
        doc="a.txt",
    ),
    reading(
        "transfer occurred denied: {claimant:Ávila} denied that {supplier:Averna} sold {weapon:tanks}.",
        doc="b.txt", title="<script>alert(1)</script>", url="javascript:alert(1)",
    ),
]  # fmt: skip


def keep(where: str, *readings: Reading) -> str:
    """Make a ledger of readings."""
    with open_ledger(where, create=True) as ledger, ledger.writing(at=AT) as writer:
        writer.add_readings(list(readings), "fake-1")
    return where


def with_text_before(read: Reading, before: str) -> Reading:
    """The same article with words before all it said, and all spans moved."""
    document = replace(read.document, text=before + read.document.text)
    moved = []
    for extraction in read.extractions:
        claim = extraction.claim
        sentence = replace(
            claim.sentence, start=claim.sentence.start + len(before), end=claim.sentence.end + len(before)
        )
        roles = {
            role: tuple(replace(s, start=s.start + len(before), end=s.end + len(before)) for s in spans)
            for role, spans in claim.roles.items()
        }
        claim = replace(claim, document_sha256=document.sha256, sentence=sentence, roles=roles)
        moved.append(replace(extraction, claim=claim))
    return Reading(Document(document.id, document.text, title=document.title), tuple(moved))


@pytest.fixture
def where(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), *READINGS)


@pytest.fixture
def browser(where: str) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as client:
        yield client


@pytest.fixture
def document_id(browser: TestClient) -> str:
    """The ledger's id of a.txt."""
    found = browser.get("/claims.json", params={"types": "ceasefire"}).json()
    return str(found["rows"][0]["documents"][0]["id"])
