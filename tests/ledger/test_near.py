"""What copies are found by is kept for each text once, and copies fold documents into reports."""

from __future__ import annotations

from tests.service.fakes import reading

from enduse.ledger.content import DocumentFacts
from enduse.ledger.find import ClaimQuery
from enduse.ledger.near import documents_of, reports_of, sharing, sign, texts_without
from enduse.ledger.store import Ledger
from enduse.model import Reading
from enduse.model.copy import CopyKind
from enduse.model.kept import ClaimFilter
from enduse.model.record import CopyRecord


def test_texts_are_signed_in_order_and_found_by_shared_numbers(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        assert [row for row, _ in texts_without(writer.connection, 5)] == [1, 2]
        sign(writer.connection, 1, b"one", [5, -7, 9, 9])
        assert [row for row, _ in texts_without(writer.connection, 5)] == [2]
        sign(writer.connection, 2, b"two", [])
        assert sharing(writer.connection, 2, [5, -7, 1], 2) == [(1, b"one")]
        assert sharing(writer.connection, 2, [5, 1], 2) == []
        assert sharing(writer.connection, 1, [5, -7], 2) == []


def test_documents_come_with_their_texts_and_ids_of_the_ledger(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.reading() as connection:
        found = documents_of(connection, [2])
    assert [(d.id, d.text) for d in found[2]] == [
        (DocumentFacts.of(readings[1].document).id, readings[1].document.text)
    ]


def test_documents_that_are_one_report_count_once(ledger: Ledger, readings: list[Reading]) -> None:
    def counted() -> tuple[int, int]:
        with ledger.reading() as connection:
            return reports_of(connection, ClaimQuery(connection, ClaimFilter()).rows())

    exact = reading("ceasefire agreed stated: {party:Brezova} agreed to a truce.", doc="c.txt")
    twin = Reading(type(exact.document)("d.txt", exact.document.text), exact.extractions)
    with ledger.writing() as writer:
        writer.add_readings([exact, twin], "fake-1")
    assert counted() == (4, 3)
    one, other = (DocumentFacts.of(r.document).id for r in readings)
    with ledger.writing() as writer:
        writer.add([CopyRecord(one, other, CopyKind.QUOTES, 0.2, 0.9, 0.75, "null", "runs-1")])
    assert counted() == (4, 3)
    with ledger.writing() as writer:
        writer.add([CopyRecord(one, other, CopyKind.NEAR, 0.6, 0.9, 0.5, "null", "runs-1")])
    assert counted() == (4, 2)
