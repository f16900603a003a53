"""Filters and words find the same in every ledger."""

from __future__ import annotations

import pytest
from tests.contracts.samples import (
    AT,
    EMOJI,
    NORLAND,
    SILENT,
    add,
    claim,
    every_kind,
    found,
    ids,
    keep,
)
from tests.service.fakes import reading

from enduse.ledger.find import ClaimQuery, texts_with
from enduse.ledger.show import evidence, hits
from enduse.ledger.store import Ledger
from enduse.ledger.words import parse
from enduse.model import Document, Reading, Role
from enduse.model.kept import ClaimFilter, Decision
from enduse.model.record import (
    Judgement,
    Resolution,
    Verdict,
)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (ClaimFilter(types=("transfer",)), {0, 2}),
        (ClaimFilter(statuses=("promised", "agreed")), {0, 1}),
        (ClaimFilter(statuses=("agreed",)), {1}),
        (ClaimFilter(stances=("denied",)), {2}),
        (ClaimFilter(types=("transfer",), statuses=("occurred",), stances=("denied",)), {2}),
        (ClaimFilter(roles={Role.SUPPLIER: "norland"}), {0}),
        (ClaimFilter(roles={Role.RECIPIENT: "norland"}), set()),
        (ClaimFilter(roles={Role.WEAPON: "anti-tank*"}), {0}),
        (ClaimFilter(roles={Role.WEAPON: "tank OR tanks"}), {0, 2}),
        (ClaimFilter(roles={Role.CLAIMANT: "avila"}), {2}),
        (ClaimFilter(roles={Role.PARTY: '"linea front"'}), {1}),
        (ClaimFilter(words="truce NOT rockets"), {1}),
        (ClaimFilter(words="brezova", roles={Role.SUPPLIER: "norland"}), {0}),
        (ClaimFilter(outlet="Selin Courier"), {2}),
        (ClaimFilter(since="2031-04-11", until="2031-04-11"), {0, 1, 2}),
        (ClaimFilter(since="2031-05"), set()),
        (ClaimFilter(until="2031-04"), {0, 1, 2}),
        (ClaimFilter(min_score=0.95), set()),
        (ClaimFilter(max_score=0.95, reader="fake-1"), {0, 1, 2}),
        (ClaimFilter(codes=("weapon:atgm", "weapon:tank")), {0}),
        (ClaimFilter(codes=("actor:atgm",)), set()),
        (ClaimFilter(decision=Decision.OPEN), {1}),
        (ClaimFilter(decision=Decision.ACCEPTED), {0}),
        (ClaimFilter(decision=Decision.REJECTED), {2}),
        (ClaimFilter(decision=Decision.ANY), {0, 1, 2}),
        (ClaimFilter(), {0, 1}),
    ],
    ids=str,
)
def test_filters_give_the_claims_that_are_asked_for(ledger: Ledger, asked: ClaimFilter, numbers: set[int]) -> None:
    keep(ledger, [NORLAND, EMOJI, SILENT])
    add(
        ledger,
        Resolution(claim(0).id, Role.WEAPON, 0, "weapon", "atgm", "class", "as named", "weapons-1"),
        Judgement(claim(0).id, Verdict.ACCEPTED, "ana", AT),
        Judgement(claim(0, EMOJI).id, Verdict.REJECTED, "ana", AT),
    )
    if asked.decision is None and asked != ClaimFilter():
        asked = ClaimFilter(**{**{n: getattr(asked, n) for n in asked.__slots__}, "decision": Decision.ANY})
    all_ids = [claim(0).id, claim(1).id, claim(0, EMOJI).id]
    assert ids(ledger, asked) == {all_ids[n] for n in numbers}


def test_pages_follow_one_another_without_gap_or_repetition(ledger: Ledger) -> None:
    many = [
        reading(f"transfer occurred stated: {{supplier:Norland}} sent {{weapon:shell {n}}} away.") for n in range(9)
    ]
    keep(ledger, many)
    seen: list[int] = []
    with ledger.reading() as connection:
        query = ClaimQuery(connection, ClaimFilter(roles={Role.SUPPLIER: "norland"}))
        while page := query.page(4, seen[-1] if seen else None):
            seen += page
    assert seen == list(range(9, 0, -1))


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("rockets", 1),
        ("rockets truce", 1),
        ("rockets OR tanks", 2),
        ("truce NOT rockets", 0),
        ('"anti-tank rockets"', 1),
        ('"tank anti"', 0),
        ("anti-tank NEAR brezova", 1),
        ("brezova NEAR/3 rockets", 1),
        ("norland NEAR/1 brezova", 0),
        ("rock*", 1),
        ("(rockets OR tanks) averna", 1),
        ("LINEA", 1),
    ],
)
def test_search_finds_the_texts_in_which_words_stand(ledger: Ledger, words: str, texts: int) -> None:
    keep(ledger, [NORLAND, EMOJI, SILENT])
    query = parse(words)
    with ledger.reading() as connection:
        rows = texts_with(connection, query, limit=10, after=None, as_of=None)
        given = hits(connection, rows, query)
    assert len(given) == texts
    for hit in given:
        whole = {r.document.sha256: r.document.text for r in (NORLAND, EMOJI)}[hit.documents[0].sha256]
        assert whole[hit.passage.start : hit.passage.end] == hit.passage.text


def test_evidence_holds_all_that_is_known_of_a_claim(ledger: Ledger) -> None:
    keep(ledger, [NORLAND, EMOJI])
    add(ledger, *every_kind())
    with ledger.reading() as connection:
        known = evidence(connection, ClaimQuery(connection, ClaimFilter(types=("transfer",))).page(9, None)[-1])
    assert known.kept.claim == claim(0)
    assert known.before + known.kept.claim.sentence.text + known.after == NORLAND.document.text
    assert [(r.role, r.code) for r in known.kept.resolutions] == [(Role.WEAPON, "atgm"), (Role.SUPPLIER, None)]
    assert [(copy.jaccard, copy.copy().same_report) for copy in known.copies] == [(0.5, True)]
    assert known.kept.decision is Decision.OPEN


def test_exact_copies_are_one_text_with_two_documents(ledger: Ledger) -> None:
    copy = Document("copy.txt", NORLAND.document.text, publisher="Selin Courier", published_on="2031-04-12")
    keep(ledger, [NORLAND, Reading(copy, NORLAND.extractions)])
    assert [len(kept.documents) for kept in found(ledger)] == [2, 2]
    assert len(ids(ledger, ClaimFilter(outlet="Selin Courier"))) == 2
