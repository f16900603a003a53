"""Rows go in and are looked up many at once."""

from __future__ import annotations

from sqlalchemy import text

from enduse.ledger import schema
from enduse.ledger.insert import Inserter
from enduse.ledger.store import Ledger
from enduse.model import Reading


def test_numbers_go_on_from_the_last_row(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        into = Inserter(connection)
        assert into.numbers(schema.claims, 2) == range(4, 6)
        assert into.numbers(schema.claims, 0) == range(6, 6)
        assert into.numbers(schema.copies, 3) == range(1, 4)


def test_known_gives_rows_of_what_is_there(ledger: Ledger, readings: list[Reading]) -> None:
    there = readings[1].document.sha256
    with ledger.reading() as connection:
        into = Inserter(connection)
        assert into.known(schema.texts, "sha256", [there, "no", "it's"]) == {there: 2}
        assert into.known(schema.texts, "sha256", []) == {}
        assert into.pairs(schema.extractions, "claim", [1, 9], "reader", "score") == {(1, "fake-1"): 0.9312}


def test_words_of_roles_are_in_their_columns(ledger: Ledger) -> None:
    asked = ("weapon: rockets", "supplier: rockets", "claimant: avila", "sentence: avila", "party: brezova")
    matching = text("SELECT rowid FROM claim_words WHERE claim_words MATCH :asked")
    with ledger.reading() as connection:
        found = [connection.execute(matching, {"asked": words}).scalars().all() for words in asked]
    assert found == [[1], [], [3], [3], [2]]
