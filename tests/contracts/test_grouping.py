"""Groups are kept, brought up to date and made again alike on both databases."""

from __future__ import annotations

from tests.link.test_events import MORE, OTHER, TANKS
from tests.service.test_grouping import CLAIMS, decide, id_of, keep, kept_events, link, made_events

from enduse.ledger.dump import content_hash
from enduse.ledger.store import Ledger
from enduse.model.kept import ClaimFilter
from enduse.model.record import Judgement, Sameness, Verdict
from enduse.service import flows, grouping, linking, planning


def hash_of(ledger: Ledger) -> str:
    with ledger.reading() as connection:
        return content_hash(connection)


def test_groups_are_the_same_kept_and_made(ledger: Ledger) -> None:
    for claim in CLAIMS:
        keep(ledger, [claim])
    decide(ledger, Judgement(id_of(MORE), Verdict.REJECTED, "Ida", "2031-06-01T09:30:00Z"))
    decide(ledger, link(TANKS, OTHER, Sameness.SAME))
    before = hash_of(ledger)
    by_pieces = kept_events(ledger)
    assert grouping.regroup(ledger.where).endswith("flows")
    assert kept_events(ledger) == by_pieces == made_events(ledger)
    assert hash_of(ledger) == before


def test_questions_are_answered_from_what_is_kept(ledger: Ledger) -> None:
    keep(ledger, CLAIMS)
    asked = ClaimFilter(statuses=("planned",))
    page = linking.events(ledger.where, asked)
    assert page.claimed_events == len(page.events) > 0
    assert linking.event(ledger.where, id_of(TANKS)) in page.events
    assert {view.contradiction.kind.value for view in linking.contradictions(ledger.where, asked).contradictions}
    found = flows.flows(ledger.where, asked).flows
    assert flows.events_of_flow(ledger.where, found[0].flow.id).events
    assert len(planning.plan_page(ledger.where).plans) == len(planning.plans(ledger.where)) > 2
    assert planning.watch(ledger.where, "2020-01-01")
