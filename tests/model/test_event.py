"""Events and ties check themselves; an event's id is made from its claims."""

from __future__ import annotations

import pytest

from enduse.model import ClaimType
from enduse.model.event import Event, Tie, TieBy


def test_id_is_made_from_the_claims_alone() -> None:
    one = Event(ClaimType.TRANSFER, ("clm-1", "clm-2"), (Tie("clm-1", "clm-2", TieBy.FIELDS, "all"),))
    assert one.id == Event(ClaimType.TRANSFER, ("clm-1", "clm-2")).id
    assert one.id != Event(ClaimType.TRANSFER, ("clm-1",)).id


@pytest.mark.parametrize("claims", [(), ("clm-2", "clm-1"), ("clm-1", "clm-1")])
def test_event_has_each_claim_once_in_order(claims: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="each once, in order"):
        Event(ClaimType.TRANSFER, claims)


def test_tie_has_its_claims_in_order_and_a_reason() -> None:
    with pytest.raises(ValueError, match="does not come before"):
        Tie("clm-2", "clm-1", TieBy.FIELDS, "all")
    with pytest.raises(ValueError, match="has no why"):
        Tie("clm-1", "clm-2", TieBy.FIELDS, " ")
