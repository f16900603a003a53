"""Filters are made of plain values, and say what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.errors import UsageError
from enduse.model import Role
from enduse.model.kept import ClaimFilter, Decision
from enduse.service import asking
from enduse.service.ledgers import open_ledger

READ = reading(
    "transfer promised stated: {supplier:Norland} will send {weapon:rockets} to {recipient:Brezova}.",
    "ceasefire agreed stated: {party:Brezova} agreed to a truce.",
)


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = str(tmp_path / "x.db")
    with open_ledger(where, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([READ], "fake-1")
    return where


def test_filter_is_made_of_plain_values() -> None:
    made = asking.claim_filter(
        types="transfer, holding", statuses=["agreed"], supplier="norland", roles=["via=port"], codes="weapon:t-72",
        decision="accepted", since="2031", as_of="2031-04-11",
    )  # fmt: skip
    assert made == ClaimFilter(
        types=("transfer", "holding"), statuses=("agreed",), roles={Role.VIA: "port", Role.SUPPLIER: "norland"},
        codes=("weapon:t-72",), decision=Decision.ACCEPTED, since="2031", as_of="2031-04-11T23:59:59.999999Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"colour": "red"}, "no filter named 'colour'"),
        ({"types": "trade"}, "no 'trade' among the types; there are: transfer"),
        ({"statuses": "done"}, "no 'done' among the statuses"),
        ({"roles": ["buyer=x"]}, "no role in 'buyer=x'"),
        ({"roles": ["via"]}, "write ROLE=WORDS"),
        ({"codes": "t-72"}, "names no scheme"),
        ({"since": "11 April"}, "write a day, a month or a year"),
        ({"since": "2031-13"}, "write a day, a month or a year"),
        ({"until": "2031-02-30"}, "write a day, a month or a year"),
        ({"min_score": 2}, "between 0 and 1"),
        ({"decision": "maybe"}, "no 'maybe' among the decision"),
        ({"as_of": "yesterday"}, "write UTC"),
    ],
)
def test_filter_that_cannot_be_says_why(given: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asking.claim_filter(**given)


@pytest.mark.parametrize(
    ("asked", "instant"),
    [
        ("2031-04-11", "2031-04-11T23:59:59.999999Z"),
        ("2031-04-11T09:30:00Z", "2031-04-11T09:30:00.000000Z"),
        ("2031-04-11T09:30:00+02:00", "2031-04-11T07:30:00.000000Z"),
        ("2031-04-11T09:30", "2031-04-11T09:30:00.000000Z"),
    ],
)
def test_moment_is_in_utc_and_a_day_stands_for_its_end(asked: str, instant: str) -> None:
    assert asking.moment(asked) == instant


def test_pages_of_claims_and_texts(place: str) -> None:
    first = asking.claims(place, ClaimFilter(), limit=1)
    assert [k.claim for k in first.claims] == [READ.extractions[1].claim]
    second = asking.claims(place, ClaimFilter(), limit=1, after=first.after)
    assert ([k.claim for k in second.claims], second.after) == ([READ.extractions[0].claim], None)
    assert asking.count(place, ClaimFilter()) == asking.count_few(place, ClaimFilter(), 2) == (2, 1, 1)
    assert asking.count_few(place, ClaimFilter(), 1) is None
    assert asking.count_few(place, ClaimFilter(words="zebra"), 1) == (0, 0, 0)
    found = asking.search(place, "truce NEAR brezova")
    assert [hit.claims for hit in found.hits] == [tuple(x.claim.id for x in READ.extractions)]
    assert asking.search(place, "truce", as_of="2020-01-01").hits == ()


def test_show_takes_ids_of_claims_and_names_of_documents(place: str) -> None:
    claim = READ.extractions[0].claim
    assert [k.claim for k in asking.show(place, claim.id)] == [claim]
    assert [k.claim for k in asking.show(place, "doc-1")] == [x.claim for x in READ.extractions]
    with pytest.raises(UsageError, match="no claim or document 'clm-0'"):
        asking.show(place, "clm-0")


def test_why_gives_the_context(place: str) -> None:
    known = asking.why(place, READ.extractions[1].claim.id)
    assert known.before.startswith("Norland will send")
    with pytest.raises(UsageError, match="no claim 'clm-0'"):
        asking.why(place, "clm-0")


def test_empty_moment_is_refused_and_not_taken_for_now(place: str) -> None:
    for asked in (asking.show, asking.why, asking.search):
        with pytest.raises(UsageError, match="as_of is ''"):
            asked(place, "rockets", as_of="")


def test_what_was_added_later_is_not_shown_of_a_past_moment(place: str) -> None:
    claim = READ.extractions[0].claim.id
    for asked, id_ in ((asking.show, claim), (asking.show, "doc-1"), (asking.why, claim)):
        with pytest.raises(UsageError, match="as of 2000-01-01; ask for a later moment"):
            asked(place, id_, as_of="2000-01-01")
