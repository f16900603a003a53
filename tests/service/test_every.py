"""Every claim that is counted is given, some at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.model.kept import ClaimFilter
from enduse.service import asking, every
from enduse.service.ledgers import open_ledger


def test_all_claims_come_in_the_order_of_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every, "CLAIMS_AT_ONCE", 2)
    where = str(tmp_path / "x.db")
    read = reading(*(f"ceasefire agreed stated: {{party:Brezova {n}}} agreed to a truce." for n in range(5)))
    with open_ledger(where, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([read], "fake-1")
    found = every.every_claim(where, ClaimFilter())
    with open_ledger(where) as ledger, ledger.writing() as writer:  # what comes later is not among them
        writer.add_readings([reading("ceasefire agreed stated: {party:Selin} agreed.", doc="b")], "fake-1")
    page = asking.claims(where, ClaimFilter(), limit=6)
    assert [kept.row for kept in found.claims()] == list(found.rows) == [kept.row for kept in page.claims[1:]]


def test_all_texts_with_words_come_in_the_order_of_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every, "TEXTS_AT_ONCE", 2)
    where = str(tmp_path / "x.db")
    texts = [reading(f"ceasefire agreed stated: {{party:Brezova {n}}} agreed.", doc=f"d{n}") for n in range(5)]
    with open_ledger(where, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings(texts, "fake-1")
    found = every.every_text(where, "agreed NOT 3")
    assert [hit.documents[0].name for hit in found.hits()] == ["d4", "d2", "d1", "d0"]
    assert [hit.documents[0].name for hit in found.hits(found.rows[1:2])] == ["d2"]
