"""A decision is kept whole, and a correction made by hand goes when nobody stands by it."""

from __future__ import annotations

from dataclasses import replace

from enduse.ledger.decide import decide, give_back, hand_out, undo
from enduse.ledger.lookup import withdrawn_among
from enduse.ledger.queue import lease_of
from enduse.ledger.store import Ledger
from enduse.model import Stance
from enduse.model.record import Lease, Verdict
from enduse.model.review import Choice

AT, LATER = "2031-05-01T09:00:00.000000Z", "2031-05-01T10:00:00.000000Z"


def test_lease_ends_with_the_decision_or_when_it_is_given_back(ledger: Ledger) -> None:
    with ledger.writing(at=AT) as writer:
        item = hand_out(writer, 1, "ana", 15)
        id_ = item.kept.claim.id
        assert lease_of(writer.connection, id_, AT) == Lease(id_, "ana", AT, "2031-05-01T09:15:00.000000Z")
        give_back(writer, id_, "ben")
        assert lease_of(writer.connection, id_, AT) is not None
        decide(writer, item, Choice(Verdict.UNSURE, "who knows"), "ana")
        assert lease_of(writer.connection, id_, AT) is None
        hand_out(writer, 2, "ana", 15)
    with ledger.writing(at=LATER.replace("10:00", "09:01")) as writer:
        other = hand_out(writer, 2, "ana", 15).kept.claim.id
        give_back(writer, other, "ana")
        assert lease_of(writer.connection, other, writer.at) is None


def test_correction_by_hand_is_withdrawn_when_a_later_judgement_does_not_stand_by_it(ledger: Ledger) -> None:
    with ledger.writing(at=AT) as writer:
        item = hand_out(writer, 1, "ana", 15)
        denied = replace(item.kept.claim, stance=Stance.DENIED)
        decide(writer, item, Choice(Verdict.CORRECTED, claim=denied), "ana")
    with ledger.writing(at=LATER) as writer:
        kept = decide(writer, hand_out(writer, 1, "ben", 15), Choice(Verdict.ACCEPTED), "ben")
        assert withdrawn_among(writer.connection, [denied.id]) == {denied.id}
    with ledger.writing(at="2031-05-01T11:00:00.000000Z") as writer:
        undo(writer, kept, "ben")
        assert withdrawn_among(writer.connection, [denied.id, kept.judgement.id]) == {kept.judgement.id}
