"""Grades come back as they were given, until they are withdrawn."""

from __future__ import annotations

from enduse.ledger.graded import gradings_like, gradings_of_claims
from enduse.ledger.show import kept_claims
from enduse.ledger.store import Ledger
from enduse.model.record import Grading, Retraction

AT, LATER = "2031-05-01T00:00:00Z", "2031-05-02T00:00:00Z"


def test_gradings_are_given_by_claim_and_by_kind_of_target(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        (id_,) = (kept.claim.id for kept in kept_claims(connection, [1]))
    first, second = (
        Grading(id_, (id_,), "B", "2", "Ida", AT, "as it says"),
        Grading(id_, (id_,), "C", "3", "Ben", LATER),
    )
    event = Grading("evt-1", (id_,), "A", "1", "Ida", AT)
    with ledger.writing(at="2031-05-02T00:00:00.000000Z") as writer:
        writer.add([second, first, event])
    with ledger.reading() as connection:
        assert gradings_of_claims(connection, [id_, "clm-none"]) == {id_: (first, second)}
        assert kept_claims(connection, [1])[0].gradings == (first, second)
        assert gradings_like(connection, "evt-") == [event]
        assert gradings_like(connection, "evt-", "2031-05-01T23:00:00.000000Z") == []
    with ledger.writing() as writer:
        writer.add([Retraction(second.id, True, "Ben", LATER)])
    with ledger.reading() as connection:
        assert gradings_of_claims(connection, [id_]) == {id_: (first,)}
