"""A ledger in a file, with two documents and three claims in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.ledger.store import Ledger
from enduse.model import Reading

READINGS = [
    reading(
        "transfer promised stated: {supplier:Norland} will send {weapon:anti-tank rockets} to {recipient:Brezova}.",
        "ceasefire agreed stated: {party:Brezova} agreed to a truce.",
        doc="a.txt",
    ),
    reading(
        "transfer occurred denied: {claimant:Ávila} denied that {supplier:Averna} sold {weapon:tanks}.", doc="b.txt"
    ),
]


@pytest.fixture
def readings() -> list[Reading]:
    return READINGS


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "ledger.db")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place, create=True) as opened:
        with opened.writing(at="2031-04-11T09:30:00.000000Z") as writer:
            writer.add_readings(READINGS, "fake-1")
        yield opened
