"""A plan of a ledger is asked for by its id, and only claims that are alike are read."""

from __future__ import annotations

import pytest
from tests.fixtures.april import claim_of, keep_april, noon

from enduse.errors import UsageError
from enduse.service import precedents as hall
from enduse.service.precedents import precedents

PLAN = claim_of("plan")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_april(str(tmp_path_factory.mktemp("april") / "x.db"))


def test_cases_of_a_plan_named_by_the_beginning_of_its_id(place: str) -> None:
    found = precedents(place, PLAN[:12])
    assert found.plan.claim == PLAN
    assert found.profile["supplier class"] == ("covert agency",)
    assert {case.claims[0].claim for case in found.cases} == {
        claim_of("past"), claim_of("past other"), claim_of("plan", 1),
    }  # fmt: skip


def test_horizon_limit_and_moment_are_asked(place: str) -> None:
    near = {case.claims[0].claim: case for case in precedents(place, PLAN, horizon=30).cases}
    assert near[claim_of("past")].outcomes == ()
    assert len(precedents(place, PLAN, limit=1).cases) == 1
    assert precedents(place, PLAN, as_of=noon("plan")).left_out == ()


def test_more_claims_than_are_compared_are_told(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hall, "CASES", 1)
    assert any("only those added last were compared: 1" in said for said in precedents(place, PLAN).left_out)


@pytest.mark.parametrize("id_", ["clm-0000", claim_of("truce")])
def test_what_is_no_transfer_of_the_ledger_is_refused(place: str, id_: str) -> None:
    with pytest.raises(UsageError, match="copy an id from `enduse plans`"):
        precedents(place, id_)


def test_claim_that_came_later_is_not_there_yet(place: str) -> None:
    with pytest.raises(UsageError, match="no live claim"):
        precedents(place, PLAN, as_of=noon("past"))


def test_horizon_must_be_a_length(place: str) -> None:
    with pytest.raises(UsageError, match="give 1 to 36500 days"):
        precedents(place, PLAN, horizon=0)
    with pytest.raises(UsageError, match="horizon is 99999999999999"):
        precedents(place, PLAN, horizon=99_999_999_999_999)
