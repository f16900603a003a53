"""A ledger is asked what speaks to the criteria for one transfer."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.test_checklist import ALL, LOST, OTHERS, PLAN, ids
from tests.service.case import id_of, keep

from enduse.errors import UsageError
from enduse.service import linking
from enduse.service.checklist import checklist


@pytest.fixture
def place(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), (PLAN, *ALL))


def test_a_plan_is_filled_with_the_claims_that_name_its_recipient(place: str) -> None:
    found = checklist(place, id_of(PLAN))
    assert id_of(LOST) in ids(found, "loss")
    assert id_of(OTHERS) not in {id_ for criterion in found.criteria for id_ in ids(found, criterion.key)}
    assert found.flags[0].startswith("MANPADS")
    assert [said.told.claim for said in found.said] == [id_of(PLAN)]


def test_an_event_is_asked_for_by_its_id(place: str) -> None:
    event = linking.event(place, id_of(PLAN)).event
    assert checklist(place, event.id).said[0].told.claim == id_of(PLAN)


def test_the_ledger_of_then_is_kept_to(place: str) -> None:
    found = checklist(place, id_of(PLAN), as_of="2031-03-02")
    assert {criterion.key: criterion.blank for criterion in found.criteria}["loss"] == "nothing in this ledger"


@pytest.mark.parametrize(
    ("id_", "said"), [(id_of(LOST), "is a diversion; a checklist is for a transfer"), ("clm-none", "no live claim")]
)
def test_what_is_no_transfer_says_so(place: str, id_: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        checklist(place, id_)
