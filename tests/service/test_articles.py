"""An article is shown whole: its copies, what is set aside, and its claims in order."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.errors import MissingError
from enduse.model import Reading
from enduse.model.record import Judgement, Verdict
from enduse.service.articles import (
    article,
    article_claim_lines,
    article_line,
    compared,
    document_lines,
    documents,
    piece_lines,
)
from enduse.service.copies import catch_up
from enduse.service.ledgers import open_ledger

WORDS = " ".join(f"word{n}" for n in range(60))
READ = reading(
    "transfer promised stated: {supplier:Norland} will send {weapon:rockets} to {recipient:Brezova}.",
    "ceasefire agreed stated: {party:Brezova} agreed to a truce " + WORDS + ".",
)


def copied(read: Reading, name: str, more: str = "") -> Reading:
    document = replace(read.document, id=name, text=read.document.text + more, publisher="Selin Courier")
    return Reading(document, read.extractions if not more else ())


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = str(tmp_path / "x.db")
    with open_ledger(where, create=True) as ledger:
        with ledger.writing(at="2031-04-11T09:30:00.000000Z") as writer:
            writer.add_readings([READ, copied(READ, "doc-2"), copied(READ, "doc-3", " More was said.")], "fake-1")
        catch_up(ledger)
        with ledger.writing(at="2031-04-12T09:30:00.000000Z") as writer:
            claim = READ.extractions[1].claim.id
            writer.add([Judgement(claim, Verdict.REJECTED, "ana", "2031-04-12T09:30:00Z")])
    return where


def test_exact_and_near_copies_are_named(place: str) -> None:
    found = article(place, "doc-2")
    assert [document.name for document in found.documents] == ["doc-2", "doc-1"]
    assert {other.document.name for other in found.copies if other.document} == {"doc-3"}
    assert {(other.record.how, other.later) for other in found.copies} <= {("near", True), ("near", False)}


def test_rejected_claims_are_set_aside_and_not_lost(place: str) -> None:
    found = article(place, "doc-1")
    assert [kept.claim.type for kept in found.claims] == ["transfer"]
    assert [kept.decision for kept in found.set_aside] == ["rejected"]
    before = article(place, "doc-1", as_of="2031-04-11")
    assert [len(before.claims), len(before.set_aside)] == [2, 0]


def test_article_as_data_holds_text_and_claims(place: str) -> None:
    found = article(place, "doc-1")
    record = json.loads(article_line(found))
    assert record["text"] == READ.document.text
    assert [json.loads(line) for line in article_claim_lines(found)] == record["claims"]
    assert len(record["set_aside"]) == 1


def test_what_is_not_there_is_told(place: str) -> None:
    with pytest.raises(MissingError, match="no document 'doc-9'"):
        article(place, "doc-9")


def test_documents_are_counted_before_they_are_fetched(place: str) -> None:
    every = documents(place, outlet="Selin Courier")
    assert len(every.rows) == 2
    assert [json.loads(line)["name"] for line in document_lines(every.documents())] == ["doc-3", "doc-2"]
    assert [one.claims for one in documents(place).documents()] == [0, 2, 2]
    assert documents(place, as_of="2030-01-01").rows == ()


def test_what_a_copy_changed_is_shown(place: str) -> None:
    pair = compared(place, "doc-1", "doc-3")
    assert [piece.right for piece in pair.pieces if not piece.same] == [" More was said."]
    assert [json.loads(line)["same"] for line in piece_lines(pair)] == [piece.same for piece in pair.pieces]
