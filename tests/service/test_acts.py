"""Claims of several events come together, of the present and of a past moment alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.custodies import CASE, DELIVERY, DENIAL
from tests.service.case import id_of, keep

from enduse.service import asking, linking
from enduse.service.acts import newest_acts


@pytest.fixture
def place(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), (*CASE, DENIAL))


@pytest.mark.parametrize("as_of", [None, "2040-01-01"])
def test_claims_are_those_of_the_events(place: str, as_of: str | None) -> None:
    asked = asking.claim_filter(as_of=as_of)
    with linking.grouped(place, asked.as_of) as groups:
        found = newest_acts(groups, asked, 50)
    views = linking.events(place, asked, limit=50).events
    assert [{kept.claim.id for kept in claims} for claims in found.claims] == [set(view.event.claims) for view in views]
    assert not found.more
    assert {id_of(DELIVERY), id_of(DENIAL)} <= {kept.claim.id for claims in found.claims for kept in claims}


def test_more_events_than_asked_for_are_told(place: str) -> None:
    asked = asking.claim_filter()
    with linking.grouped(place) as groups:
        found = newest_acts(groups, asked, 1)
    assert (len(found.claims), found.more) == (1, True)
