"""What was decided is found again, and what nobody looked at is not in it."""

from __future__ import annotations

from enduse.ledger.reviewed import Tally, claims_decided, claims_kept, judged_twice, reviewed_texts, tallies
from enduse.ledger.store import Ledger
from enduse.model import Reading
from enduse.model.kept import Decision
from enduse.model.record import Judgement, Retraction, Verdict

AT = "2031-04-11T09:30:00Z"


def test_reviewed_texts_hold_all_their_live_claims(ledger: Ledger, readings: list[Reading]) -> None:
    first, second = (x.claim.id for x in readings[0].extractions)
    judgement = Judgement(first, Verdict.ACCEPTED, "ana", AT)
    with ledger.writing() as writer:
        assert list(reviewed_texts(writer.connection)) == []
        writer.add([judgement])
        (found,) = reviewed_texts(writer.connection)
        assert found.text == readings[0].document.text
        assert {k.claim.id: k.decision for k in found.claims} == {first: Decision.ACCEPTED, second: Decision.OPEN}
        writer.add([Retraction(judgement.id, True, "ana", AT)])
        assert list(reviewed_texts(writer.connection)) == []


def test_claims_that_two_judged_come_with_their_judgements(ledger: Ledger, readings: list[Reading]) -> None:
    first, second = (x.claim.id for x in readings[0].extractions)
    both = [
        Judgement(first, Verdict.ACCEPTED, by, AT.replace("30", minute))
        for by, minute in (("ana", "31"), ("ben", "30"))
    ]
    with ledger.writing() as writer:
        writer.add([*both, Judgement(second, Verdict.ACCEPTED, "ana", AT)])
        assert list(judged_twice(writer.connection)) == [both[::-1]]
        writer.add([Retraction(both[0].id, True, "ana", AT)])
        assert list(judged_twice(writer.connection)) == []


def test_tallies_count_only_what_stands(ledger: Ledger, readings: list[Reading]) -> None:
    first, second = (x.claim.id for x in readings[0].extractions)
    given = [
        Judgement(id_, Verdict.REJECTED, "ana", f"2031-04-11T09:3{n}:00Z") for n, id_ in enumerate((first, second))
    ]
    with ledger.writing() as writer:
        writer.add([*given, Judgement(first, Verdict.UNSURE, "ben", AT)])
        assert tallies(writer.connection) == [
            Tally("ana", Verdict.REJECTED, 2, given[0].at, given[1].at), Tally("ben", Verdict.UNSURE, 1, AT, AT)
        ]  # fmt: skip
        assert (claims_decided(writer.connection), claims_kept(writer.connection)) == (2, 3)
        writer.add([Retraction(given[1].id, True, "ana", AT)])
        assert tallies(writer.connection)[0] == Tally("ana", Verdict.REJECTED, 1, given[0].at, given[0].at)
        assert claims_decided(writer.connection) == 1
