"""Copies are found once, whatever the order in which documents come."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from enduse.ledger.store import Ledger
from enduse.model import Document, Reading
from enduse.service import copies

SENDERS = ("navy", "army", "guard", "envoy", "minister", "broker", "pilot", "clerk")
STORY = " ".join(f"The {who} of Averna sent {9 * n} crates to Brezova on day {n}." for n, who in enumerate(SENDERS, 2))


def documents() -> list[Document]:
    first = Document("a", STORY, publisher="Averna Herald", published_on="2031-04-11")
    later = Document("b", "By our desk. " + STORY, publisher="Selin Courier", published_on="2031-04-12")
    other = Document("c", "Rain fell on Nordby all day, and the harvest fair was put off until the week after next.")
    return [first, later, other]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_near_copies_are_found_in_whatever_order_they_come(tmp_path: Path, order: tuple[int, ...]) -> None:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        found = 0
        for number in order:
            with ledger.writing() as writer:
                writer.add_readings([Reading(documents()[number], ())], "fake-1")
            found += copies.catch_up(ledger)
        assert found == 1
        assert copies.catch_up(ledger) == 0
        with ledger.reading() as connection:
            pair = connection.execute(
                text(
                    "SELECT one.name, other.name, how FROM copies JOIN documents one ON one.id = later "
                    "JOIN documents other ON other.id = earlier"
                )
            ).all()
    assert [tuple(row) for row in pair] == [("b", "a", "near")]
