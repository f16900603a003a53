"""What waits for a person is found by indexes, and what is withdrawn counts no more."""

from __future__ import annotations

from enduse.ledger.queue import (
    Candidate,
    Place,
    first_waiting,
    judged_once,
    lease_of,
    rarest_first,
    rarity,
    sample,
    standing_judgements,
    uncertain,
)
from enduse.ledger.store import Ledger
from enduse.ledger.write import Writer
from enduse.model import Reading
from enduse.model.record import Judgement, Lease, Record, Retraction, Verdict
from enduse.model.review import Queue

AT, LATER, LAST = (f"2031-04-11T0{hour}:30:00.000000Z" for hour in (7, 8, 9))


def waits(writer: Writer, candidate: Candidate, queue: Queue, by: str) -> bool:
    return first_waiting(writer.connection, [candidate], queue, by, LAST) == 0


def test_first_that_nobody_else_holds_is_found_among_many(ledger: Ledger, readings: list[Reading]) -> None:
    ids = [extraction.claim.id for reading in readings for extraction in reading.extractions]
    candidates = [Candidate(row, id_) for row, id_ in enumerate(ids, 1)]
    steps: list[tuple[Record, dict[str, int | None]]] = [
        (Lease(ids[0], "ana", AT, LAST), {"ana": 0, "ben": 1}),
        (Judgement(ids[1], Verdict.ACCEPTED, "ana", AT), {"ana": 0, "ben": 2}),
        (Lease(ids[2], "ben", AT, LAST), {"ana": 0, "ben": 2, "eva": None}),
        (Lease(ids[0], "ana", LATER, LATER), {"ana": 0, "ben": 0, "eva": 0}),
    ]
    for record, first in steps:
        with ledger.writing() as writer:
            writer.add([record])
            found = {by: first_waiting(writer.connection, candidates, Queue.UNCERTAIN, by, LATER) for by in first}
        assert found == first


def test_lease_is_live_until_it_ends_or_a_later_one_counts(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        writer.add([Lease("clm-1", "ana", AT, LAST)])
        assert lease_of(writer.connection, "clm-1", LATER) == Lease("clm-1", "ana", AT, LAST)
        assert lease_of(writer.connection, "clm-1", LAST) is None
        writer.add([Lease("clm-1", "ana", LATER, LATER)])
        assert lease_of(writer.connection, "clm-1", LATER) is None


def test_judgement_stands_until_it_is_withdrawn_and_again_when_it_is_brought_back(
    ledger: Ledger, readings: list[Reading]
) -> None:
    id_ = readings[0].extractions[0].claim.id
    judgement = Judgement(id_, Verdict.ACCEPTED, "ana", AT)
    candidate = Candidate(1, id_)
    steps = [
        (judgement, [judgement], False),
        (Retraction(judgement.id, True, "ana", AT), [], True),
        (Retraction(judgement.id, False, "ana", LATER), [judgement], False),
    ]
    for record, standing, open_ in steps:
        with ledger.writing() as writer:
            writer.add([record])
            assert standing_judgements(writer.connection, id_) == standing
            assert waits(writer, candidate, Queue.UNCERTAIN, "ben") == open_
            assert waits(writer, candidate, Queue.SECOND, "ben") != open_
            assert not waits(writer, candidate, Queue.SECOND, "ana")
            assert not waits(writer, candidate, Queue.DISPUTED, "ben")
            assert [c.id for c in judged_once(writer.connection, "ben", Place())[0]] == [id_] * (not open_)


def test_queue_ends(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        first, place = uncertain(connection, 0.5, Place())
        assert len(first) == 3
        assert uncertain(connection, 0.5, place) == ([], place)
        assert sorted(c.row for c in sample(connection, 1)) == [1, 2, 3]


def test_rarest_labels_come_first_within_a_band(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        counts = rarity(connection)
    assert counts[("transfer", "promised", None, "stated")] == 1
    rare, common, far = (
        Candidate(1, "a", 0.019, ("r",)),
        Candidate(2, "b", 0.0, ("c",)),
        Candidate(3, "c", 0.02, ("r",)),
    )
    assert rarest_first([far, common, rare], {("r",): 1, ("c",): 5}) == [rare, common, far]
