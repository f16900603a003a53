"""A check says exactly what is wrong."""

from __future__ import annotations

import random
import re
import sqlite3
from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.ledger.check import problems
from enduse.ledger.store import Ledger


def tamper(place: str, statement: str) -> list[str]:
    """Change a ledger behind its back, as only somebody with the file can, and tell what the check finds."""
    with sqlite3.connect(place) as connection:
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB '*_no_*'"
        triggers = connection.execute(asked).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()
    with Ledger.open(place, read_only=True) as ledger:
        return list(problems(ledger))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE texts SET text = 'X' || substr(text, 2) WHERE row = 1",
            "text .*its text has the sha256 .* was changed",
        ),
        (
            "UPDATE claims SET quote = replace(quote, '.', '!') WHERE row = 3",
            "claim clm-.* its quote is not what its text",
        ),
        ("UPDATE claims SET stance = 'alleged' WHERE row = 2", "claim clm-.*does not fit its content"),
        ("UPDATE documents SET url = 'x' WHERE row = 1", "document doc-.* does not fit its id"),
        ("DELETE FROM claims WHERE row = 2", "claims: row 2 is missing"),
        ("DELETE FROM claims WHERE row = 2", "extractions: row 2 names a row of claims that is missing"),
        ("DELETE FROM extractions WHERE row < 3", "extractions: rows 1 to 2 are missing"),
    ],
)
def test_changed_and_missing_rows_are_told(ledger: Ledger, place: str, statement: str, said: str) -> None:
    ledger.close()
    found = tamper(place, statement)
    assert any(re.match(said, line) for line in found), found


def test_missing_trigger_is_told(ledger: Ledger, place: str) -> None:
    ledger.close()
    with sqlite3.connect(place) as connection:
        connection.execute("DROP TRIGGER claims_quote")
    with Ledger.open(place) as again:
        assert list(problems(again)) == ["the trigger claims_quote is missing: rows could be changed that must not be"]


def test_damaged_pages_are_told(ledger: Ledger, place: str) -> None:
    with ledger.writing() as writer:
        writer.add_readings(
            [reading(f"ceasefire agreed stated: Truce {n} holds.", doc=f"d{n}") for n in range(300)], "f"
        )
    ledger.close()
    content = bytearray(Path(place).read_bytes())
    noise = random.Random(5)
    for page in range(110, len(content) // 4096, 3):
        content[page * 4096 : page * 4096 + 2048] = noise.randbytes(2048)
    Path(place).write_bytes(content)
    with Ledger.open(place) as again:
        found = list(problems(again))
    assert any("damaged" in line for line in found), found


def test_whole_ledger_has_none(ledger: Ledger) -> None:
    assert list(problems(ledger)) == []
