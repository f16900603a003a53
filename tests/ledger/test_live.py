"""What is live is a question with a time."""

from __future__ import annotations

from sqlalchemy import select

from enduse.ledger import schema
from enduse.ledger.live import decisions, live_claims, live_documents, there, withdrawn
from enduse.ledger.store import Ledger
from enduse.model import Reading
from enduse.model.record import Judgement, Retraction, Verdict

DAY = "2031-05-0{}T00:00:00Z"


def add(ledger: Ledger, *records: Judgement | Retraction) -> None:
    for record in records:
        with ledger.writing(at=record.at) as writer:
            writer.add([record])


def test_latest_retraction_counts_whatever_the_order_of_adding(ledger: Ledger) -> None:
    add(ledger, Retraction("x", False, "ana", DAY.format(3)), Retraction("x", True, "ana", DAY.format(2)))
    add(ledger, Retraction("y", True, "ana", DAY.format(4)))
    with ledger.reading() as connection:
        assert [target for target, _ in connection.execute(withdrawn())] == ["y"]
        assert [target for target, _ in connection.execute(withdrawn(DAY.format(2)))] == ["x"]


def test_withdrawn_judgement_does_not_count(ledger: Ledger) -> None:
    judgement = Judgement("clm-1", Verdict.REJECTED, "ana", DAY.format(2))
    add(ledger, judgement, Retraction(judgement.id, True, "ana", DAY.format(3)))
    with ledger.reading() as connection:
        assert connection.execute(decisions()).all() == []
        assert [row.verdict for row in connection.execute(decisions(DAY.format(2)))] == ["rejected"]


def test_claims_of_a_text_without_a_live_document_are_not_live(ledger: Ledger, readings: list[Reading]) -> None:
    with ledger.reading() as connection:
        first = select(schema.documents.c.id, schema.documents.c.digest).where(schema.documents.c.row == 1)
        id_, digest = connection.execute(first).one()
    add(ledger, Retraction(id_, True, "ana", DAY.format(2), digest=digest))
    with ledger.reading() as connection:
        live = connection.execute(select(schema.claims.c.id).where(*live_claims())).scalars().all()
        names = connection.execute(select(schema.documents.c.name).where(*live_documents())).scalars().all()
    assert (live, names) == ([readings[1].extractions[0].claim.id], ["b.txt"])


def test_nothing_is_asked_of_entries_for_now() -> None:
    assert there(schema.claims, None) == []
    assert len(there(schema.claims, DAY.format(1))) == 1
