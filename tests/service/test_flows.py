"""Flows of a ledger in a file: each status by itself, with three numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.dossier import kept
from tests.link.test_events import LATER, MORE, OTHER, TANKS
from tests.service.test_grouping import id_of, keep
from tests.service.test_linking import place

from enduse.errors import UsageError
from enduse.ledger.store import Ledger
from enduse.model.flow import FlowCount
from enduse.service import asking, flow_book, flows

__all__ = ["place"]


@pytest.fixture
def tanks(tmp_path: Path) -> str:
    where = str(tmp_path / "tanks.db")
    with Ledger.open(where, create=True) as ledger:
        keep(ledger, (TANKS, OTHER, MORE, LATER))
    return where


def test_statuses_and_denials_are_counted_apart(place: str) -> None:
    page = flows.flows(place, asking.claim_filter())
    (view,) = page.flows
    assert (view.flow.supplier, view.flow.recipient, view.weapon, view.flow.period, page.after) == (
        "no", "red_brigade", "man-portable air-defence system", "2031", None,
    )  # fmt: skip
    assert view.flow.counts == (
        FlowCount("occurred", False, 1, 1, 1), FlowCount("planned", False, 1, 1, 1),
        FlowCount("promised", False, 2, 2, 1), FlowCount("promised", True, 1, 1, 1),
    )  # fmt: skip


def test_flows_are_paged_and_filtered(tanks: str) -> None:
    page = flows.flows(tanks, asking.claim_filter(), limit=1)
    rest = flows.flows(tanks, asking.claim_filter(), after=page.after)
    assert [view.flow.supplier for view in (*page.flows, *rest.flows)] == ["no", "av"]
    assert rest.after is None
    (found,) = flows.flows(tanks, asking.claim_filter(codes="actor:av")).flows
    assert found.flow.claims == (id_of(OTHER),)
    assert flows.flows(tanks, asking.claim_filter(types="ceasefire")).flows == ()


def test_flows_of_one_claim_stay_on_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow_book, "FLOWS_A_STEP", 1)
    line = "transfer occurred stated: {supplier:S} sent arms to {recipient:R}, {recipient:Ida} and {recipient:Jon}."
    where = str(tmp_path / "many.db")
    with Ledger.open(where, create=True) as ledger:
        keep(ledger, (TANKS, kept(line, codes={"supplier": "no", "recipient": "br"}), OTHER))
    every = flows.flows(where, asking.claim_filter())
    page = flows.flows(where, asking.claim_filter(), limit=2)
    rest = flows.flows(where, asking.claim_filter(), after=page.after)
    assert len(every.flows) == len(page.flows) + len(rest.flows) > 3
    assert (*page.flows, *rest.flows) == every.flows
    named = flows.flows(where, asking.claim_filter(types="transfer"), limit=2)
    assert (named.flows, named.after) == (page.flows, page.after)


def test_flow_is_found_by_its_id_with_its_events(tanks: str) -> None:
    (view, other) = flows.flows(tanks, asking.claim_filter()).flows
    assert flows.flow(tanks, view.flow.id) == flows.flow(tanks, view.flow.id[:12]) == view
    page = flows.events_of_flow(tanks, view.flow.id)
    assert [len(event.claims) for event in page.events] == [3]
    assert (page.documents, page.claimed_events, page.more) == (3, 1, False)
    with pytest.raises(UsageError, match="no flow 'flw-none'"):
        flows.flow(tanks, "flw-none")
    with pytest.raises(UsageError, match="several flows begin with 'flw-'"):
        flows.flow(tanks, "flw-")
    assert other.flow.id != view.flow.id


def test_flows_of_a_past_moment_are_made_of_the_claims_of_then(place: str) -> None:
    (view,) = flows.flows(place, asking.claim_filter(as_of="2031-04-10")).flows
    assert [count.status for count in view.flow.counts] == ["planned"]
    assert flows.flow(place, view.flow.id, as_of="2031-04-10") == view


def test_name_that_no_register_has_is_shown_as_it_is_written(tmp_path: Path) -> None:
    where = str(tmp_path / "names.db")
    with Ledger.open(where, create=True) as ledger:
        keep(ledger, (kept("transfer occurred stated: {supplier:The Grey Ford} armed {recipient:Liwa al-Nahr}."),))
    (view,) = flows.flows(where, asking.claim_filter()).flows
    assert (view.flow.supplier, view.flow.recipient) == ("=grey ford", "=liwa al nahr")
    assert (view.supplier, view.recipient) == ("Grey Ford", "Liwa al-Nahr")
