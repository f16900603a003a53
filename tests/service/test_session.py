"""A key leads from one state to the next, and to what is to be done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.service.fakes import reading

from enduse.model import Stance
from enduse.model.kept import Decision, KeptClaim
from enduse.model.record import Judgement, Verdict
from enduse.model.review import Choice, Item
from enduse.service.session import KEYS, Asked, Move, State, press

CLAIM = reading("transfer occurred stated: {supplier:Norland} sent {weapon:guns}.").extractions[0].claim
DENIED = replace(CLAIM, stance=Stance.DENIED)
ITEM = Item(KeptClaim(1, CLAIM, (), (), Decision.OPEN, (), ()), "", "")
AT = "2031-04-11T09:30:00Z"
DISPUTED = replace(
    ITEM,
    standing=(
        Judgement(CLAIM.id, Verdict.CORRECTED, "ana", AT, "x", DENIED.id),
        Judgement(CLAIM.id, Verdict.REJECTED, "ben", AT),
    ),
    corrections=(DENIED,),
)


def after(*keys: str, item: Item = ITEM) -> tuple[State, Choice | Move | None]:
    state, done = State(item), None
    for key in keys:
        assert done is None
        state, done = press(state, key)
    return state, done


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        (["a"], Choice(Verdict.ACCEPTED)),
        (["reject no transfer"], Choice(Verdict.REJECTED, "no transfer")),
        (["u who knows"], Choice(Verdict.UNSURE, "who knows")),
        (["w", "as it says", "a"], Choice(Verdict.ACCEPTED, "as it says")),
        (["why as it says", "a"], Choice(Verdict.ACCEPTED, "as it says")),
        (["c", "stance denied", "why by the minister", ""], Choice(Verdict.CORRECTED, "by the minister", DENIED)),
        (["c it is denied", "stance denied", ""], Choice(Verdict.CORRECTED, "it is denied", DENIED)),
        (["c", "x", "r"], Choice(Verdict.REJECTED)),
        (["s"], Move.SKIP),
        (["z"], Move.UNDO),
        (["q"], Move.QUIT),
    ],
)
def test_keys_lead_to_what_is_done(keys: list[str], done: Choice | Move) -> None:
    assert after(*keys)[1] == done


@pytest.mark.parametrize("keys", [["?"], ["b"], ["1"], [""], ["c", "?"], ["c", ""], ["c", "nonsense"]])
def test_what_does_nothing_is_told(keys: list[str]) -> None:
    state, done = after(*keys)
    assert done is None
    assert state.said
    assert press(replace(state, asked=Asked.KEY), "a")[0].said == ""


def test_what_others_said_is_a_key_for_who_judges_between_them() -> None:
    assert after("1", item=DISPUTED)[1] == Choice(Verdict.CORRECTED, claim=DENIED)
    assert after("2 as ben says", item=DISPUTED)[1] == Choice(Verdict.REJECTED, "as ben says")
    assert after("3", item=DISPUTED)[1] is None
    assert after("1", item=replace(DISPUTED, standing=DISPUTED.standing[:1]))[1] is None


def test_every_key_has_a_word() -> None:
    assert len(set(KEYS.values())) == len(KEYS) == 8
