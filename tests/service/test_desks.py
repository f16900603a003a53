"""Desks hand no claim to two people, and take no decision that was made without knowing of another."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.errors import MissingError, StaleError, UsageError
from enduse.model.record import Verdict
from enduse.model.review import Choice, Queue, QueueOrder
from enduse.service.desks import MOST_DESKS, Desks, look
from enduse.service.ledgers import kept_open, open_ledger

ORDER = QueueOrder()
ACCEPTED = Choice(Verdict.ACCEPTED)


@pytest.fixture
def where(tmp_path: Path) -> Iterator[str]:
    place = str(tmp_path / "x.db")
    sentences = [f"ceasefire agreed stated: {{party:Brezova {n}}} agreed." for n in range(12)]
    with open_ledger(place, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading(*sentences)], "fake-1")
    with kept_open(place, read_only=False):
        yield place


def test_claim_is_kept_on_the_desk_until_it_is_decided(where: str) -> None:
    desks = Desks(where)
    first, again = desks.next("ana", ORDER), desks.next("ana", ORDER)
    assert first is not None
    assert again is not None
    claim = first.item.kept.claim
    assert again.item.kept.claim == claim
    assert first.text[claim.sentence.start : claim.sentence.end] == claim.sentence.text
    lease = look(where, claim.id).lease
    assert lease is not None
    assert lease.by == "ana"
    kept = desks.decide("ana", claim.id, ACCEPTED, set())
    following = desks.next("ana", ORDER)
    assert following is not None
    assert following.item.kept.claim != claim
    assert (desks.last("ana"), desks.count("ana"), desks.last("ben")) == (kept, 1, None)


def test_people_at_once_never_get_the_same_claim(where: str) -> None:
    desks = Desks(where)

    def work(by: str) -> list[str]:
        mine = []
        while (sight := desks.next(by, ORDER)) is not None:
            mine.append(sight.item.kept.claim.id)
            desks.decide(by, mine[-1], ACCEPTED, set())
        return mine

    with ThreadPoolExecutor(4) as pool:
        found = [id_ for mine in pool.map(work, ["ana", "ben", "eva", "ida"]) for id_ in mine]
    assert len(found) == len(set(found)) == 12


def test_skipped_claim_stays_away_and_one_left_for_later_comes_again(where: str) -> None:
    desks = Desks(where)
    skipped = desks.next("ana", ORDER)
    assert skipped is not None
    desks.skip("ana", ORDER, skipped.item.kept.claim.id)
    later = desks.next("ana", ORDER)
    assert later is not None
    desks.later("ana", ORDER, later.item.kept.claim.id)
    seen = []
    while (sight := desks.next("ana", ORDER)) is not None:
        seen.append(sight.item.kept.claim.id)
        desks.decide("ana", seen[-1], ACCEPTED, set())
    assert seen[0] != later.item.kept.claim.id
    assert seen[-1] == later.item.kept.claim.id
    assert skipped.item.kept.claim.id not in seen
    assert len(seen) == 11


def test_decision_is_refused_when_others_stand_than_were_seen(where: str) -> None:
    desks = Desks(where)
    sight = desks.next("ana", ORDER)
    assert sight is not None
    id_ = sight.item.kept.claim.id
    desks.decide("ana", id_, ACCEPTED, set())
    with pytest.raises(StaleError, match="was accepted by ana"):
        desks.decide("ben", id_, Choice(Verdict.REJECTED), set())
    (standing,) = look(where, id_).item.standing
    desks.decide("ben", id_, Choice(Verdict.REJECTED), {standing.id})
    desks.undo("ben", ORDER)
    assert look(where, id_).item.standing == (standing,)
    with pytest.raises(StaleError, match="taken back meanwhile"):
        desks.decide("ben", id_, ACCEPTED, {standing.id, "jdg-gone"})


def test_undo_gives_the_claim_again_and_ends_with_the_decisions(where: str) -> None:
    desks = Desks(where)
    sight = desks.next("ana", ORDER)
    assert sight is not None
    id_ = sight.item.kept.claim.id
    desks.decide("ana", id_, ACCEPTED, set())
    desks.next("ana", ORDER)
    assert desks.undo("ana", ORDER).judgement.target == id_
    again = desks.next("ana", ORDER)
    assert again is not None
    assert again.item.kept.claim.id == id_
    assert desks.count("ana") == 0
    with pytest.raises(UsageError, match="nothing to undo"):
        desks.undo("ana", ORDER)


def test_claim_that_is_not_there_is_said(where: str) -> None:
    with pytest.raises(MissingError, match="no claim 'clm-none'"):
        look(where, "clm-none")
    with pytest.raises(MissingError):
        Desks(where).decide("ana", "clm-none", ACCEPTED, set())


def test_many_queues_of_one_person_do_not_pile_up(where: str) -> None:
    desks = Desks(where)
    for seed in range(MOST_DESKS + 3):
        desks.next("ana", QueueOrder(Queue.AUDIT, seed=seed))
    assert len(desks._desks["ana"]) == MOST_DESKS
