"""Events carry why their claims stand together, and people's judgements put groups together."""

from __future__ import annotations

from tests.link.test_events import LATER, MORE, OTHER, TANKS, judged

from enduse.link.events import Grouper
from enduse.link.fact import fact_of
from enduse.link.merged import merged, tie_of
from enduse.model.event import TieBy


def test_groups_that_a_person_ties_are_one_event() -> None:
    grouper = Grouper([judged(TANKS, OTHER, "same")])
    grouper.add(map(fact_of, (TANKS, MORE, OTHER)))
    (event,) = merged(grouper.shelf, [grouper.shelf.card(OTHER.claim.id).root])
    assert {tie.by for tie in event.ties} == {TieBy.FIELDS, TieBy.PERSON}
    assert len(event.claims) == 3


def test_judgements_that_contradict_each_other_are_told() -> None:
    same, apart = judged(TANKS, OTHER, "same", at=2), judged(MORE, OTHER, "different", at=3)
    grouper = Grouper([same, apart])
    grouper.add(map(fact_of, (TANKS, MORE, OTHER)))
    events = grouper.events()
    assert len(events) == 2
    assert any("other judgements keep them apart" in note for event in events for note in event.notes)


def test_tie_says_by_what_two_claims_agree() -> None:
    tie = tie_of(fact_of(TANKS), fact_of(LATER))
    assert tie.by is TieBy.FIELDS
    assert "weapon: both armour.tank" in tie.why
