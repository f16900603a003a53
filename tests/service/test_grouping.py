"""What is kept of grouping is what the claims and judgements give, in whatever order and pieces they came."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.link.dossier import AFFAIR
from tests.link.test_events import LATER, MORE, NOBODY, OTHER, TANKS, sent
from tests.service.test_linking import told

from enduse.ledger.store import Ledger
from enduse.link.events import group
from enduse.link.fact import fact_of
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.record import Judgement, Link, Record, Resolution, Retraction, Sameness, Verdict
from enduse.service import grouping
from enduse.service.groups import KeptGroups, MadeGroups

CLAIMS: Sequence[KeptClaim] = (
    TANKS, MORE, LATER, OTHER, NOBODY, *AFFAIR, sent("no", "armour.tank", "rebels*", 5),
    sent("no", "generic.weapons", "br", 5), sent("av", "armour.tank", "br", 20), sent("av", "armour.tank", "te", 21),
)  # fmt: skip
AT = "2031-06-01T09:30:00Z"


def id_of(claim: KeptClaim) -> str:
    return told(claim)[0].extractions[0].claim.id


def keep(ledger: Ledger, claims: Iterable[KeptClaim]) -> None:
    """As an ingest does: what is new is kept, and grouped."""
    with ledger.writing() as writer:
        for claim in claims:
            read, resolutions = told(claim)
            writer.add_readings([read], "fake-1")
            writer.add(resolutions)
    grouping.catch_up(ledger)


def decide(ledger: Ledger, *records: Record) -> None:
    with ledger.writing() as writer:
        writer.add(records)
    grouping.catch_up(ledger)


def link(left: KeptClaim, right: KeptClaim, verdict: Sameness) -> Link:
    one, other = sorted((id_of(left), id_of(right)))
    return Link("claim", one, other, verdict, "Ida", AT)


def kept_events(ledger: Ledger) -> set[frozenset[str]]:
    with ledger.reading() as connection:
        groups = KeptGroups(connection, "x")
        found = {stop.event for stop in groups.walk(ClaimFilter()).stops(None)}
        return {frozenset(groups.event(number).claims) for number in found}


def made_events(ledger: Ledger) -> set[frozenset[str]]:
    with ledger.reading() as connection:
        return {frozenset(event.claims) for event in MadeGroups(connection, "x").grouper.events()}


def of_facts(claims: Iterable[KeptClaim], *links: Link) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in group(map(fact_of, claims), links)}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[Ledger]:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as opened:
        yield opened


@given(some.permutations(CLAIMS), some.lists(some.integers(1, 6), min_size=1, max_size=5))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_kept_events_are_the_same_in_any_order_of_ingest(
    tmp_path: Path, shuffled: list[KeptClaim], steps: list[int]
) -> None:
    with Ledger.open(str(tmp_path / f"{os.urandom(6).hex()}.db"), create=True) as ledger:
        for step in steps:
            keep(ledger, shuffled[:step])
        decide(ledger, link(TANKS, MORE, Sameness.DIFFERENT))
        keep(ledger, shuffled)
        decide(ledger, link(TANKS, OTHER, Sameness.SAME))
        by_pieces = kept_events(ledger)
        grouping.regroup(ledger.where)
        assert by_pieces == kept_events(ledger) == made_events(ledger)


def test_claim_is_grouped_anew_when_something_is_decided_about_it(ledger: Ledger) -> None:
    keep(ledger, (TANKS, MORE, OTHER))
    before = kept_events(ledger)
    assert len(before) == 2
    decide(ledger, Judgement(id_of(MORE), Verdict.REJECTED, "Ida", AT))
    assert kept_events(ledger) == {frozenset({id_of(TANKS)}), frozenset({id_of(OTHER)})}
    decide(ledger, Judgement(id_of(MORE), Verdict.ACCEPTED, "Ida", "2031-06-02T09:30:00Z"))
    assert kept_events(ledger) == before == made_events(ledger)


def test_claim_that_is_withdrawn_leaves_its_event(ledger: Ledger) -> None:
    keep(ledger, (TANKS, MORE, LATER))
    decide(ledger, Retraction(id_of(TANKS), True, "Ida", AT))
    assert kept_events(ledger) == {frozenset({id_of(MORE), id_of(LATER)})} == made_events(ledger)


def test_other_resolution_groups_a_claim_anew(ledger: Ledger) -> None:
    keep(ledger, (TANKS, MORE))
    (old,) = (r for r in told(MORE)[1] if r.scheme == "weapon")
    decide(
        ledger, Retraction(old.id, True, "Ida", AT),
        Resolution(old.claim, old.role, 0, "weapon", "air_defence.manpads", "class", "by hand", "test-2"),
    )  # fmt: skip
    assert len(kept_events(ledger)) == 2
    assert kept_events(ledger) == made_events(ledger)


def test_judgement_that_is_withdrawn_counts_no_more(ledger: Ledger) -> None:
    keep(ledger, (TANKS, OTHER))
    same = link(TANKS, OTHER, Sameness.SAME)
    decide(ledger, same)
    assert len(kept_events(ledger)) == 1
    decide(ledger, Retraction(same.id, True, "Ida", AT))
    assert len(kept_events(ledger)) == 2


def test_nothing_new_is_not_looked_at(ledger: Ledger) -> None:
    assert grouping.catch_up(ledger) == 0
    keep(ledger, CLAIMS)
    with ledger.reading() as connection:
        assert grouping.is_current(connection)
    assert grouping.catch_up(ledger) == 0


def test_many_new_claims_are_grouped_in_one_go(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MANY", 3)
    keep(ledger, CLAIMS)
    assert kept_events(ledger) == made_events(ledger) == {frozenset(ids) for ids in of_made(ledger)}


def of_made(ledger: Ledger) -> list[tuple[str, ...]]:
    with ledger.reading() as connection:
        return [event.claims for event in MadeGroups(connection, "x").grouper.events()]


def test_ledger_that_was_grouped_by_other_rules_is_grouped_anew(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ledger, (TANKS, MORE))
    monkeypatch.setattr(grouping, "METHOD", grouping.METHOD + 1)
    assert grouping.catch_up(ledger) == 2
    assert grouping.catch_up(ledger) == 0


def test_regroup_says_what_it_made(ledger: Ledger) -> None:
    keep(ledger, (TANKS, MORE, OTHER))
    assert grouping.regroup(ledger.where) == f"{ledger.where}: 3 claims stand in 2 events and 2 flows"
