"""An item tells whether one more may judge between those who judged it."""

from __future__ import annotations

from dataclasses import replace

from tests.service.fakes import reading

from enduse.model.kept import Decision, KeptClaim
from enduse.model.record import Judgement, Verdict
from enduse.model.review import Choice, Item

CLAIM = reading("transfer occurred stated: {supplier:Norland} sent {weapon:guns}.").extractions[0].claim
AT = "2031-04-11T09:30:00Z"


def test_only_what_several_judged_is_disputed() -> None:
    first, second = (Judgement(CLAIM.id, Verdict.ACCEPTED, by, AT) for by in ("ana", "ben"))
    item = Item(KeptClaim(1, CLAIM, (), (), Decision.OPEN, (), ()), "", "", (first,))
    assert not item.disputed
    assert item.choice_of(1) is None
    both = replace(item, standing=(first, second))
    assert both.disputed
    assert [both.choice_of(number) for number in (0, 1, 3)] == [None, Choice(Verdict.ACCEPTED), None]
