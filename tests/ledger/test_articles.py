"""A text is found by the id and the name of a document, with what of its claims is live."""

from __future__ import annotations

from enduse.ledger.articles import (
    DocumentFilter,
    claims_of_text,
    copies_of,
    document_rows,
    documents_with,
    listed,
    live_rows,
    text_of_claim,
    text_of_document,
)
from enduse.ledger.store import Ledger
from enduse.model import Reading
from enduse.model.record import Retraction

LATER = "2031-04-12T09:30:00.000000Z"


def test_text_and_live_claims_of_a_document(ledger: Ledger, readings: list[Reading]) -> None:
    gone = readings[0].extractions[1].claim.id
    with ledger.writing(at=LATER) as writer:
        writer.add([Retraction(gone, True, "ana", LATER)])
    with ledger.reading() as connection:
        found = text_of_document(connection, "a.txt")
        assert found is not None
        assert found.text == readings[0].document.text
        rows = claims_of_text(connection, found.row)
        assert live_rows(connection, found.row) == {rows[0]}
        assert live_rows(connection, found.row, "2031-04-11T10:00:00Z") == set(rows)
        assert claims_of_text(connection, found.row, "2031-01-01T00:00:00Z") == []


def test_document_that_is_not_there_or_withdrawn_has_no_text(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert text_of_document(connection, "c.txt") is None
        assert text_of_document(connection, "a.txt", "2031-01-01T00:00:00Z") is None
        assert documents_with(connection, ["doc-none"]) == {}
        assert copies_of(connection, ["doc-none"]) == []


def test_documents_are_listed_with_their_live_claims(ledger: Ledger, readings: list[Reading]) -> None:
    gone = readings[0].extractions[1].claim.id
    with ledger.writing(at=LATER) as writer:
        writer.add([Retraction(gone, True, "ana", LATER)])
    with ledger.reading() as connection:
        rows = document_rows(connection, DocumentFilter())
        assert [(one.document.name, one.claims) for one in listed(connection, rows)] == [("b.txt", 1), ("a.txt", 1)]
        assert document_rows(connection, DocumentFilter(until="2031-04-10")) == []
        assert document_rows(connection, DocumentFilter(outlet="Averna Herald", since="2031-04-11")) == rows
        assert document_rows(connection, DocumentFilter(as_of="2031-01-01T00:00:00Z")) == []


def test_text_of_a_claim_holds_its_sentence(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.reading() as connection:
        found = text_of_document(connection, "a.txt")
        assert found
        assert {text_of_claim(connection, row) for row in claims_of_text(connection, found.row)} == {found.text}
