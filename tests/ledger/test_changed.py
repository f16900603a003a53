"""What is new about a claim is found, by whichever record it came."""

from __future__ import annotations

import pytest
from tests.service.fakes import reading

from enduse.ledger import changed, schema
from enduse.ledger.content import DocumentFacts
from enduse.ledger.find import ClaimQuery
from enduse.ledger.store import Ledger
from enduse.model import Reading, Role
from enduse.model.copy import CopyKind
from enduse.model.kept import ClaimFilter
from enduse.model.record import CopyRecord, Judgement, Link, Record, Resolution, Retraction, Sameness, Verdict

AT = "2031-04-12T09:30:00Z"


def ids(readings: list[Reading]) -> list[str]:
    return [extraction.claim.id for one in readings for extraction in one.extractions]


def records(readings: list[Reading]) -> dict[str, tuple[Record, set[int]]]:
    first, second, third = ids(readings)
    left, right = sorted((first, third))
    document = DocumentFacts.of(readings[0].document).id
    return {
        "resolution": (Resolution(second, Role.PARTY, 0, "actor", "br", "actor", "by name", "test-1"), {2}),
        "judgement": (Judgement(third, Verdict.ACCEPTED, "Ida", AT), {3}),
        "withdrawn claim": (Retraction(first, True, "Ida", AT), {1}),
        "withdrawn document": (Retraction(document, True, "Ida", AT), {1, 2}),
        "link": (Link("claim", left, right, Sameness.SAME, "Ida", AT), {1, 3}),
    }


@pytest.mark.parametrize("what", ["resolution", "judgement", "withdrawn claim", "withdrawn document", "link"])
def test_record_changes_the_claims_that_it_is_about(ledger: Ledger, readings: list[Reading], what: str) -> None:
    record, rows = records(readings)[what]
    with ledger.writing() as writer:
        before = changed.last_rows(writer.connection)
        assert changed.changed_claims(writer.connection, before) == set()
        writer.add([record])
        assert changed.changed_claims(writer.connection, before) == rows
        assert changed.last_rows(writer.connection) != before


def test_new_document_of_a_text_changes_its_claims(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.writing() as writer:
        before = changed.last_rows(writer.connection)
        writer.keep([reading(*[], doc="again.txt").document, readings[1].document])
        other = readings[1].document
        writer.keep([type(other)("c.txt", other.text, publisher="Elsewhere")])
        assert changed.changed_claims(writer.connection, before) == {3}


def test_everything_is_new_at_first_and_so_many_are_given(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert changed.changed_claims(connection, {}) == {1, 2, 3}
        assert len(changed.changed_claims(connection, {}, 1)) < 3
        assert {table.name for table in changed.LOOKED_AT} == set(changed.last_rows(connection))


def test_claims_added_about_after_a_moment(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.writing(at=AT) as writer:
        writer.add([Judgement(ids(readings)[2], Verdict.ACCEPTED, "Ida", AT)])
    with ledger.reading() as connection:
        assert changed.rows_since(connection, "2031-04-11T12:00:00Z", 9) == {3}
        assert changed.rows_since(connection, "2031-04-11T00:00:00Z", 9) == {1, 2, 3}
        assert changed.rows_since(connection, "2031-05-01T00:00:00Z", 9) == set()


def test_live_rows_and_copies(ledger: Ledger, readings: list[Reading]) -> None:
    one, other = (DocumentFacts.of(r.document).id for r in readings)
    copy = CopyRecord(one, other, CopyKind.NEAR, 0.6, 0.8, 0.5, "null", "runs-1")
    with ledger.writing() as writer:
        writer.add([copy, Retraction(ids(readings)[0], True, "Ida", AT)])
        live = ClaimQuery(writer.connection, ClaimFilter()).rows()
        assert changed.live_rows(writer.connection, {1, 2, 3}, live) == [2, 3]
        assert changed.new_copies(writer.connection, {}) == [(1, 2)]
        assert changed.new_copies(writer.connection, {schema.copies.name: 1}) == []
