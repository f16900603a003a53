"""A walk comes to each event once, at its newest claim that passes, and goes on from any page's end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.link.test_events import LATER, MORE, OTHER, TANKS
from tests.service.test_grouping import keep

from enduse.ledger.store import Ledger
from enduse.model.kept import ClaimFilter
from enduse.service import walking
from enduse.service.walking import Stop, Walk


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as opened:
        keep(opened, (TANKS, OTHER, MORE, LATER))
        yield opened


def test_events_come_by_their_newest_claim(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        walk = Walk(connection, ClaimFilter())
        assert list(walk.stops()) == [Stop(1, 4), Stop(2, 2)]
        assert list(walk.stops(4)) == [Stop(2, 2)]
        assert list(Walk(connection, ClaimFilter(), least=2).stops()) == [Stop(1, 4)]
        assert [stop.event for stop in Walk(connection, ClaimFilter(), disputed=True).stops()] == [1, 2]


@pytest.mark.parametrize("at_once", [1, 2, 250])
def test_event_is_met_at_its_newest_claim_that_passes_only(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(walking, "CLAIMS_A_STEP", at_once)
    asked = ClaimFilter(statuses=("planned", "promised"))
    with ledger.reading() as connection:
        walk = Walk(connection, asked)
        assert list(walk.stops()) == [Stop(1, 3)]
        assert list(walk.stops(3)) == []
        assert walk.newest([1, 2]) == {1: 3}
        assert walk.passing([1, 2]) == {1: [1, 3], 2: []}


def test_walk_rests_after_so_many_steps(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "CLAIMS_A_STEP", 1)
    monkeypatch.setattr(walking, "MOST_STEPS", 2)
    with ledger.reading() as connection:
        walk = Walk(connection, ClaimFilter(types=("transfer",)))
        assert list(walk.stops()) == [Stop(1, 4)]
        assert walk.rested == 3
        assert list(walk.stops(walk.rested)) == [Stop(2, 2)]
