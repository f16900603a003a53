"""Flows are laid out as bands, those of each status and stance apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.custodies import BRIGADE, CASE, DENIAL, FN6, told
from tests.service.case import keep

from enduse.service import asking, bands, flows

ALLEGED = told(
    "transfer occurred alleged: {supplier:Norland} sent {recipient:the Red Brigade} {weapon:FN-6 missiles} through "
    "{via:Selin}.",
    "2031-11-01", "Brezova Herald", supplier="no|actor|Norland", recipient=BRIGADE, weapon=FN6,
)  # fmt: skip

OTHER = told(
    "transfer occurred stated: {supplier:Averna} sold {weapon:tanks} to {recipient:Norland}.", "2031-12-01",
    supplier="av|actor|Averna", recipient="no|actor|Norland", weapon="armour.tank|class|",
)  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), (*CASE, DENIAL, ALLEGED, OTHER))


def test_status_and_stance_survive(place: str) -> None:
    found = bands.bands(place, flows.flows(place, asking.claim_filter()).flows)
    kinds = {(band.step, band.status, band.stance) for band in found.bands}
    assert {
        ("supply", "occurred", "stated"),
        ("supply", "occurred", "denied"),
        ("supply", "planned", "stated"),
    } <= kinds
    assert {("to_via", "occurred", "alleged"), ("from_via", "occurred", "alleged")} <= kinds
    assert found.left_out == 0


def test_later_holders_are_those_of_claims_of_diversion(place: str) -> None:
    found = bands.bands(place, flows.flows(place, asking.claim_filter()).flows)
    later = [band for band in found.bands if band.step == "later"]
    assert {band.left.code for band in later} == {"red_brigade"}
    assert all(band.flow is None for band in later)


def test_acts_that_are_not_laid_out_are_told(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "EVENTS_A_FLOW", 0)
    found = bands.bands(place, flows.flows(place, asking.claim_filter()).flows)
    assert found.left_out > 0


def test_flows_are_counted_up_to_a_number(place: str) -> None:
    whole = flows.count_flows(place, asking.claim_filter(), 100)
    assert whole == len(flows.flows(place, asking.claim_filter(), limit=100).flows) > 1
    assert flows.count_flows(place, asking.claim_filter(), 1) == 1
