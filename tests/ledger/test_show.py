"""Rows become claims again, and a passage shows the words that were asked for."""

from __future__ import annotations

import pytest

from enduse.ledger.show import AROUND, evidence, kept_claims, kept_documents, passage
from enduse.ledger.store import Ledger
from enduse.ledger.words import parse
from enduse.model import Reading


def test_claims_come_back_as_they_were_read_in_the_order_asked_for(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.reading() as connection:
        kept = kept_claims(connection, [3, 1])
    assert [k.claim for k in kept] == [readings[1].extractions[0].claim, readings[0].extractions[0].claim]
    assert [(s.reader, s.score) for s in kept[0].scores] == [("fake-1", 0.9312)]


def test_documents_tell_when_they_were_added(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        found = kept_documents(connection, [1, 2])
    assert [(d.name, d.added_at) for d in found[2]] == [("b.txt", "2031-04-11T09:30:00.000000Z")]


def test_context_is_the_text_around_the_sentence(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.reading() as connection:
        known = evidence(connection, 2)
    assert known.before == "Norland will send anti-tank rockets to Brezova. "
    assert known.after == ""


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("Ávila", "Ávila"),
        ("avil*", "Ávila"),
        ('"30 rockets"', "30 rockets"),
        ("nothing OR rockets", "rockets"),
        ("zebra", "Far"),
    ],
)
def test_passage_holds_the_words_and_is_cut_between_words(asked: str, shown: str) -> None:
    text = "Far " * 300 + "away, Ávila said 30 rockets 🚀 came. " + "near " * 300
    found = passage(text, parse(asked))
    assert text[found.start : found.end] == found.text
    assert shown in found.text
    assert len(found.text) <= 2 * AROUND + len(shown) + 20
    assert found.start == 0 or not text[found.start - 1].isalnum()
