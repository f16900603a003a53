"""A ledger is asked who is told to have held which arms."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.custodies import CASE, CLASS_ONLY, DELIVERY, FRONT, LOSS, PLAN, UNMARKED, told
from tests.service.case import id_of, keep

from enduse.errors import UsageError
from enduse.model.custody import Custody, Identity
from enduse.service import custody, linking
from enduse.service.asking import claim_filter
from enduse.service.flows import flows


@pytest.fixture
def place(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), CASE)


def claims(found: Custody) -> set[str]:
    return {id_ for link in found.links for id_ in link.claims}


def test_an_actor_is_traced_to_those_who_got_its_arms(place: str) -> None:
    found = custody.trace(place, "actor:no")
    assert (found.found, len(found.chains)) == (2, 1)
    assert {id_of(DELIVERY), id_of(LOSS), id_of(UNMARKED)} <= claims(found)
    assert id_of(CLASS_ONLY) not in claims(found)
    assert [said.told.claim for said in found.apart] == [id_of(PLAN)]
    assert [point.holder for point in found.points if point.holder] == ["Red Brigade"]


def test_a_weapon_and_a_class_are_traced(place: str) -> None:
    assert custody.trace(place, "FN-6").found == 5
    assert custody.trace(place, "weapon:air_defence.manpads").found == 6


def test_a_claim_and_an_event_are_traced(place: str) -> None:
    by_claim = custody.trace(place, id_of(DELIVERY))
    by_event = custody.trace(place, linking.event(place, id_of(DELIVERY)).event.id)
    assert by_claim.chains == by_event.chains
    assert id_of(DELIVERY) in by_claim.understood
    assert len(by_claim.chains) == 1


def test_a_name_that_no_register_has_is_looked_for_by_its_words(tmp_path: Path) -> None:
    lines = (
        "transfer occurred stated: {supplier:Liwa al-Nahr} gave {weapon:rifles} to {recipient:the Front}.",
        "diversion occurred stated theft: {to:Thieves} took {weapon:rifles} from {from:Liwa al-Nahr}.",
    )
    place = keep(str(tmp_path / "x.db"), [told(lines[0]), told(lines[1], "2031-05-01", to=FRONT)])
    found = custody.trace(place, "Liwa al-Nahr")
    assert (found.found, len(found.links)) == (2, 2)
    assert "no register has" in found.understood


def test_days_limit_and_the_ledger_of_then_are_kept_to(place: str) -> None:
    assert custody.trace(place, "fn6", since="2031-09").found == 1
    assert custody.trace(place, "fn6", as_of="2031-04-05").found == 2
    few = custody.trace(place, "fn6", limit=1)
    assert (few.found, few.read > 1) == (5, True), "what leads on is read as well"
    assert custody.trace(place, "tow").links == ()


def test_a_person_joins_and_parts_arms(place: str) -> None:
    event = linking.event(place, id_of(DELIVERY)).event
    link = custody.judge_arms(place, id_of(DELIVERY), id_of(UNMARKED), "same", by="Ida", why="same crate")
    assert link.of == "arms"
    (chain,) = custody.trace(place, "actor:no").chains
    assert Identity.PERSON in {joint.identity for joint in chain.joints}
    assert linking.event(place, id_of(DELIVERY)).event == event, "one lot of arms is not one act"


def test_a_flow_is_traced_by_its_events(place: str) -> None:
    view = next(v for v in flows(place, claim_filter(types="transfer")).flows if v.flow.supplier == "no")
    found = custody.trace(place, view.flow.id)
    assert id_of(DELIVERY) in claims(found)
    assert f"the flow {view.supplier} → {view.recipient}" in found.understood
    assert custody.trace(place, view.flow.id, as_of="2031-04-05").found == 2


@pytest.mark.parametrize(
    ("left", "verdict", "by", "said"),
    [
        ("clm-none", "same", "Ida", "no claim 'clm-none'"),
        (id_of(LOSS), "same", "Ida", "is one claim; name two"),
        (id_of(DELIVERY), "alike", "Ida", "no verdict 'alike'"),
        (id_of(DELIVERY), "same", " ", "needs a name"),
    ],
)
def test_a_judgement_that_cannot_be_says_why(place: str, left: str, verdict: str, by: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        custody.judge_arms(place, left, id_of(LOSS), verdict, by=by)


def test_an_id_of_nothing_says_so(place: str) -> None:
    with pytest.raises(UsageError, match="no live claim 'clm-none'"):
        custody.trace(place, "clm-none")
