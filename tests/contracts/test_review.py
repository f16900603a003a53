"""Several people review one ledger, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from tests.contracts.samples import EMOJI, NORLAND, add, claim, dump, found, hash_of, ids, keep, shells
from tests.service.fakes import reading

from enduse.errors import StaleError, UsageError
from enduse.ledger import queue as queues
from enduse.ledger.check import problems
from enduse.ledger.load import load
from enduse.ledger.store import Ledger
from enduse.model import Extraction, Reading, Role, Stance
from enduse.model.kept import ClaimFilter, Decision
from enduse.model.record import Resolution, Retraction, Verdict
from enduse.model.review import Choice, Item, NamedReferent, Queue, QueueOrder
from enduse.service.agreement import agreement
from enduse.service.review import Desk

ACCEPT, REJECT = Choice(Verdict.ACCEPTED), Choice(Verdict.REJECTED, "no transfer")


class Clock:
    """A minute passes when it is told to; every look takes a microsecond."""

    def __init__(self) -> None:
        self.minute = self.look = 0

    def __call__(self) -> str:
        self.look += 1
        return f"2031-05-01T{9 + self.minute // 60:02}:{self.minute % 60:02}:00.{self.look:06}Z"


@pytest.fixture
def clock() -> Clock:
    return Clock()


def scored(of: Reading, score: float) -> Reading:
    return replace(of, extractions=tuple(Extraction(x.claim, score, x.reader) for x in of.extractions))


def at(ledger: Ledger, clock: Clock, by: str, queue: Queue = Queue.UNCERTAIN, **order: float) -> Desk:
    return Desk(ledger, by, QueueOrder(queue, **order), clock=clock)  # type: ignore[arg-type]


def all_of(desk: Desk) -> Iterator[Item]:
    while (item := desk.next()) is not None:
        yield item
        desk.skip(item)


def some(item: Item | None) -> Item:
    assert item is not None
    return item


def corrected(item: Item, stance: Stance = Stance.DENIED) -> Choice:
    return Choice(Verdict.CORRECTED, "it is denied", replace(item.kept.claim, stance=stance))


def test_least_certain_comes_first_and_rare_labels_before_common_ones(ledger: Ledger, clock: Clock) -> None:
    many = shells(6)
    scores = (0.9, 0.55, 0.3, 0.505, 0.1, 0.515)
    keep(ledger, [scored(one, score) for one, score in zip(many, scores, strict=True)])
    rare = scored(reading("transfer refused denied: {supplier:Norland} refused {weapon:tanks}."), 0.517)
    keep(ledger, [rare])
    came = [item.kept.scores[0].score for item in all_of(at(ledger, clock, "ana"))]
    assert came == [0.517, 0.505, 0.515, 0.55, 0.3, 0.9, 0.1]
    assert next(all_of(at(ledger, clock, "ana", near=0.12))).kept.scores[0].score == 0.1


def test_queue_is_walked_window_by_window_and_each_claim_comes_once(
    ledger: Ledger, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queues, "WINDOW", 3)
    keep(ledger, [scored(one, round(n / 20, 1)) for n, one in enumerate(shells(17))])
    came = [item.kept.claim.id for item in all_of(at(ledger, clock, "ana"))]
    assert len(came) == len(set(came)) == 17


def test_two_people_never_get_one_claim_at_once(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, shells(2))
    ana, ben = at(ledger, clock, "ana"), at(ledger, clock, "ben")
    first, second = some(ana.next()), some(ben.next())
    assert first.kept.claim.id != second.kept.claim.id
    assert at(ledger, clock, "eva").next() is None
    ana.skip(first)
    assert some(at(ledger, clock, "eva").next()).kept.claim.id == first.kept.claim.id
    with pytest.raises(UsageError, match="is eva's to decide now"):
        ben.take(first.kept.claim.id)


def test_many_people_at_once_decide_each_claim_once(ledger: Ledger) -> None:
    keep(ledger, shells(12))
    errors: list[BaseException] = []
    decided: list[str] = []

    def work(name: str) -> None:
        try:
            with Ledger.open(ledger.where) as own:
                desk = Desk(own, name, QueueOrder())
                while (item := desk.next()) is not None:
                    desk.decide(item, ACCEPT)
                    decided.append(item.kept.claim.id)
        except BaseException as error:
            errors.append(error)

    people = [threading.Thread(target=work, args=(name,)) for name in ("ana", "ben", "eva")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert errors == []
    assert len(decided) == len(set(decided)) == 12
    assert list(problems(ledger)) == []


def test_late_decision_is_refused_with_both_shown(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, shells(1))
    ana, ben = at(ledger, clock, "ana"), at(ledger, clock, "ben")
    item = some(ana.next())
    clock.minute += 16
    theirs = some(ben.next())
    with pytest.raises(StaleError, match=r"is ben's to decide until .*; your rejected \(no transfer\) is not kept"):
        ana.decide(item, REJECT)
    ben.decide(theirs, Choice(Verdict.ACCEPTED, "as it says"))
    before = dump(ledger)
    with pytest.raises(
        StaleError, match=r"was accepted by ben, 2031.*\(as it says\) meanwhile; your rejected \(no transfer\)"
    ):
        ana.decide(item, REJECT)
    assert dump(ledger) == before


def test_lease_that_ended_is_still_good_while_nobody_else_has_the_claim(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, shells(1))
    ana = at(ledger, clock, "ana")
    item = some(ana.next())
    clock.minute += 16
    ana.decide(item, ACCEPT)
    assert [kept.decision for kept in found(ledger)] == [Decision.ACCEPTED]
    assert ana.next() is None


def test_correction_takes_the_place_and_undo_brings_all_back(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, [NORLAND])
    weapon = Resolution(claim(0).id, Role.WEAPON, 0, "weapon", "atgm", "class", "as named", "w-1")
    add(ledger, weapon, Resolution(claim(0).id, Role.SUPPLIER, 0, "actor", "no", None, "its name", "a-1"))
    ana = at(ledger, clock, "ana")
    item = ana.take(claim(0).id)
    choice = replace(corrected(item), referents=(NamedReferent(Role.SUPPLIER, 0, "actor", "nor"),))
    kept = ana.decide(item, choice)
    new = [k for k in found(ledger) if k.decision is Decision.CORRECTED]
    assert [(k.claim.stance, k.judgements[0].by, k.judgements[0].why) for k in new] == [
        (Stance.DENIED, "ana", "it is denied")
    ]
    assert {(r.role, r.code, r.resolver) for r in new[0].resolutions} == {
        (Role.SUPPLIER, "nor", "review-ana"), (Role.WEAPON, "atgm", "w-1"),
    }  # fmt: skip
    assert ids(ledger, ClaimFilter(codes=("actor:nor",))) == {new[0].claim.id}
    again = ana.undo(kept)
    assert ids(ledger) == {claim(0).id, claim(1).id}
    assert [k.decision for k in found(ledger)] == [Decision.OPEN] * 2
    ana.decide(again, choice)
    assert ids(ledger, ClaimFilter(decision=Decision.CORRECTED)) == {new[0].claim.id}
    assert {r.code for r in found(ledger, ClaimFilter(codes=("actor:nor",)))[0].resolutions} == {"nor", "atgm"}
    assert list(problems(ledger)) == []


def test_referent_alone_is_corrected_on_the_claim_itself(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, [NORLAND])
    add(ledger, Resolution(claim(0).id, Role.SUPPLIER, 0, "actor", "no", None, "its name", "a-1"))
    ana = at(ledger, clock, "ana")
    item = ana.take(claim(0).id)
    named = (NamedReferent(Role.SUPPLIER, 0, "actor", "nor"),)
    kept = ana.decide(item, Choice(Verdict.CORRECTED, "the state", item.kept.claim, named))
    assert kept.judgement.verdict is Verdict.ACCEPTED
    assert [r.code for r in ana.take(claim(0).id).kept.resolutions] == ["nor"]
    assert ids(ledger, ClaimFilter(codes=("actor:no",))) == set()
    ana.undo(kept)
    assert ids(ledger, ClaimFilter(codes=("actor:no",))) == {claim(0).id}


def test_second_reader_and_judge_between_them(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, [NORLAND])
    ana, ben, eva = (at(ledger, clock, name, Queue.SECOND) for name in ("ana", "ben", "eva"))
    item = ana.take(claim(0).id)
    ana.decide(item, corrected(item))
    ana.decide(ana.take(claim(1).id), ACCEPT)
    assert ana.next() is None
    for _ in range(2):
        ben.decide(some(ben.next()), ACCEPT)
    assert ids(ledger) == {claim(0).id, claim(1).id}
    assert eva.next() is None
    judge = at(ledger, clock, "eva", Queue.DISPUTED)
    disputed = some(judge.next())
    assert [(j.verdict, j.by) for j in disputed.standing] == [(Verdict.CORRECTED, "ana"), (Verdict.ACCEPTED, "ben")]
    theirs = disputed.choice_of(1)
    assert theirs is not None
    judge.decide(disputed, theirs)
    assert judge.next() is None
    assert [k.claim.stance for k in found(ledger) if k.decision is Decision.CORRECTED] == [Stance.DENIED]
    assert [(a.left, a.right, a.claims, a.same) for a in agreement(ledger.where)] == [("ana", "ben", 2, 1)]


def test_audit_is_the_same_sample_for_the_same_seed(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, shells(30))
    orders = [
        [item.kept.row for item in all_of(at(ledger, clock, "ana", Queue.AUDIT, seed=seed))] for seed in (1, 1, 2)
    ]
    assert orders[0] == orders[1] != orders[2]
    assert sorted(orders[0]) == sorted(orders[2]) == list(range(1, 31))


def test_withdrawn_claims_are_not_handed_out(ledger: Ledger, clock: Clock) -> None:
    keep(ledger, [NORLAND, EMOJI])
    add(ledger, Retraction(claim(0).id, True, "ana", "2031-04-11T09:30:00Z"))
    document = found(ledger, ClaimFilter(types=("transfer",)))[0].documents[0]
    add(ledger, Retraction(document.id, True, "ana", "2031-04-11T09:30:00Z", digest=digest_of(ledger, document.id)))
    assert [item.kept.claim.id for item in all_of(at(ledger, clock, "ana"))] == [claim(1).id]


def digest_of(ledger: Ledger, id_: str) -> str:
    with ledger.reading() as connection:
        return str(connection.exec_driver_sql(f"SELECT digest FROM documents WHERE id = '{id_}'").scalar_one())


def test_review_survives_dump_and_load(ledger: Ledger, clock: Clock, new_place: Callable[[], str]) -> None:
    keep(ledger, [NORLAND])
    ana = at(ledger, clock, "ana")
    item = some(ana.next())
    ana.undo(ana.decide(item, corrected(item)))
    with Ledger.open(new_place(), create=True) as second:
        assert load(second, dump(ledger), "x.jsonl").failed == []
        assert hash_of(second) == hash_of(ledger)
        assert ids(second) == ids(ledger)
