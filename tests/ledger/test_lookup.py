"""Small questions have short answers."""

from __future__ import annotations

import pytest

from enduse.errors import UsageError
from enduse.ledger.lookup import (
    claims_of_document,
    open_failures,
    row_of_claim,
    texts_read,
    withdrawn_among,
)
from enduse.ledger.store import Ledger
from enduse.model import Reading
from enduse.model.record import Failure, Retraction

AT = "2031-04-11T09:30:00Z"


def test_texts_read_are_those_of_one_reader(ledger: Ledger, readings: list[Reading]) -> None:
    there = readings[0].document.sha256
    with ledger.reading() as connection:
        assert texts_read(connection, [there, "0"], "fake-1") == {there}
        assert texts_read(connection, [there], "fake-2") == set()


def test_failures_are_open_until_they_are_withdrawn(ledger: Ledger) -> None:
    failures = [Failure("a:1", "x", "a"), Failure("b", "y", "b")]
    with ledger.writing() as writer:
        writer.add([*failures, Retraction(failures[0].id, True, "enduse", AT)])
    with ledger.reading() as connection:
        assert open_failures(connection) == failures[1:]
        assert withdrawn_among(connection, [failure.id for failure in failures]) == {failures[0].id}
        assert withdrawn_among(connection, []) == set()


def test_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger, readings: list[Reading]) -> None:
    id_ = readings[0].extractions[1].claim.id
    with ledger.reading() as connection:
        assert row_of_claim(connection, id_) == row_of_claim(connection, id_[:20]) == 2
        assert row_of_claim(connection, "clm-0000") is None
        with pytest.raises(UsageError, match=r"several claims begin with .clm-.: clm-.*; write more of the id"):
            row_of_claim(connection, "clm-")


def test_claims_of_a_document_come_by_its_name(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert claims_of_document(connection, "a.txt") == [1, 2]
        assert claims_of_document(connection, "z.txt") is None
