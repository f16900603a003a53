"""Events, sources, contradictions and judgements of a ledger in a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.link.dossier import ADMISSION, AFFAIR, DENIAL, ECHO, PLAN, RELAY
from tests.service.fakes import reading

from enduse.errors import UsageError
from enduse.model import Reading
from enduse.model.kept import KeptClaim
from enduse.model.record import Resolution
from enduse.service import asking, linking
from enduse.service.ledgers import open_ledger


def told(kept: KeptClaim) -> tuple[Reading, list[Resolution]]:
    """What an ingest would have kept of a claim of the invented affair."""
    document = kept.documents[0]
    roles = sorted(((s.start, s.end, r.value) for r, spans in kept.claim.roles.items() for s in spans), reverse=True)
    marked = kept.claim.sentence.text
    for start, end, role in roles:
        marked = f"{marked[:start]}{{{role}:{marked[start:end]}}}{marked[end:]}"
    read = reading(f"transfer {kept.claim.status} {kept.claim.stance}: {marked}", doc=document.name, title=None,
                   publisher=document.publisher)  # fmt: skip
    read = replace(read, document=replace(read.document, published_on=document.published_on))
    claim = read.extractions[0].claim.id
    return read, [replace(resolution, claim=claim) for resolution in kept.resolutions]


IDS = {kept.documents[0].name: told(kept)[0].extractions[0].claim.id for kept in AFFAIR}


def id_of(kept: KeptClaim) -> str:
    return IDS[kept.documents[0].name]


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = str(tmp_path / "x.db")
    with open_ledger(where, create=True) as ledger:
        for kept in AFFAIR:
            read, resolutions = told(kept)
            with ledger.writing(at=f"{kept.documents[0].published_on}T12:00:00.000000Z") as writer:
                writer.add_readings([read], "fake-1")
                writer.add(resolutions)
    return where


def test_events_come_with_three_numbers_apart(place: str) -> None:
    page = linking.events(place, asking.claim_filter())
    (view,) = page.events
    assert [kept.claim.id for kept in view.claims] == [id_of(kept) for kept in (PLAN, RELAY, ECHO, DENIAL, ADMISSION)]
    assert (page.documents, page.reports, page.claimed_events, page.after) == (5, 5, 1, None)
    assert (view.sources.documents, view.sources.minimum, view.sources.maximum) == (4, 3, 3)


def test_event_is_listed_with_all_its_claims_when_one_passes(place: str) -> None:
    page = linking.events(place, asking.claim_filter(stances="denied"))
    assert len(page.events[0].claims) == 5
    assert linking.events(place, asking.claim_filter(types="ceasefire")).events == ()
    assert linking.events(place, asking.claim_filter(), min_claims=6).events == ()


def test_events_are_those_of_then(place: str) -> None:
    page = linking.events(place, asking.claim_filter(as_of="2031-04-11"))
    assert [kept.claim.id for kept in page.events[0].claims] == [id_of(PLAN), id_of(RELAY)]


def test_judgement_parts_and_outlives_the_next_grouping(place: str) -> None:
    link = linking.judge(place, id_of(PLAN), id_of(RELAY), "different", by="Ida", why="another deal")
    assert (link.of, link.by, link.why) == ("claim", "Ida", "another deal")
    page = linking.events(place, asking.claim_filter(), limit=1)
    assert (page.claimed_events, len(page.events)) == (2, 1)
    rest = linking.events(place, asking.claim_filter(), after=page.after)
    assert {page.events[0].event.id, rest.events[0].event.id} == {
        linking.event(place, id_of(kept)).event.id for kept in (PLAN, RELAY)
    }
    linking.judge(place, id_of(PLAN), id_of(RELAY), "same", by="Ida")
    assert linking.events(place, asking.claim_filter()).claimed_events == 1


@pytest.mark.parametrize(
    ("left", "right", "verdict", "by", "said"),
    [
        ("clm-0", None, "same", "Ida", "no claim 'clm-0'"),
        (None, None, "same", "Ida", "is one claim; name two"),
        (None, None, "alike", "Ida", "no verdict 'alike'; there are: same, different, unsure"),
        (None, None, "same", " ", "needs a name"),
    ],
)
def test_judgement_that_cannot_be_says_why(
    place: str, left: str | None, right: str | None, verdict: str, by: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        linking.judge(place, left or id_of(PLAN), right or id_of(PLAN), verdict, by=by)


def test_claims_of_two_types_are_not_judged(place: str) -> None:
    truce = reading("ceasefire agreed stated: {party:Averna} agreed to a truce.", doc="truce")
    with open_ledger(place) as ledger, ledger.writing() as writer:
        writer.add_readings([truce], "fake-1")
    with pytest.raises(UsageError, match="judge two claims of one type"):
        linking.judge(place, id_of(PLAN), truce.extractions[0].claim.id, "same", by="Ida")


def test_event_is_found_by_its_id_or_a_claim(place: str) -> None:
    view = linking.event(place, id_of(ECHO))
    assert linking.event(place, view.event.id) == view
    assert len(linking.event(place, id_of(PLAN), as_of="2031-04-10").claims) == 1
    with pytest.raises(UsageError, match="no event and no live claim 'evt-none'"):
        linking.event(place, "evt-none")


def test_contradictions_show_the_claims_of_both_sides(place: str) -> None:
    found = {
        view.contradiction.kind.value: view
        for view in linking.contradictions(place, asking.claim_filter()).contradictions
    }
    assert set(found) == {"existence", "admission"}
    assert [kept.claim.id for kept in found["admission"].right] == [id_of(ADMISSION)]
    assert linking.contradictions(place, asking.claim_filter(types="ceasefire")).contradictions == ()
