"""Claims are found by their keys within their days, and lists are kept from both sides."""

from __future__ import annotations

from tests.link.dossier import kept
from tests.link.test_events import TANKS, judged, sent

from enduse.link.fact import fact_of
from enduse.link.shelf import Card, Near, Shelf

ONE, NEXT, WEEK, LATE = (
    fact_of(sent("no", "armour.tank", to, day)) for to, day in (("br", 1), ("te", 3), ("av", 9), ("br", 9))
)


def shelf() -> Shelf:
    found = Shelf()
    for fact in (ONE, NEXT, WEEK, LATE):
        found.put(Card(fact))
    return found


def test_sharing_gives_what_is_near_enough_in_time() -> None:
    assert {fact.id for fact in shelf().sharing(ONE)} == {NEXT.id, LATE.id}


def test_undated_claims_are_found_by_sentence_and_document_only() -> None:
    line = (
        "transfer occurred stated: {supplier:S} sent {weapon:W} to {recipient:R} in one of those long and dark nights."
    )
    codes = {"supplier": "no", "weapon": "armour.tank", "recipient": "br"}
    dated, undated = (fact_of(kept(line, outlet=day or "none", day=day, codes=codes)) for day in ("2031-04-02", None))
    found = Shelf()
    found.put(Card(undated))
    assert [fact.id for fact in found.sharing(dated)] == [undated.id]
    assert list(found.sharing(ONE)) == []


def test_lists_are_known_from_both_sides() -> None:
    found = shelf()
    card = found.card(ONE.id)
    found.relist(card, [Near(-5, 2, NEXT.id)])
    assert found.listed_by(NEXT.id) == {ONE.id}
    found.relist(card, [])
    assert found.listed_by(NEXT.id) == set()


def test_claim_that_is_dropped_is_found_no_more() -> None:
    found = shelf()
    found.place(found.card(NEXT.id), ONE.id, ONE.id)
    assert found.members(ONE.id) == {ONE.id, NEXT.id}
    found.drop(NEXT.id)
    assert found.members(ONE.id) == {ONE.id}
    assert not found.has(NEXT.id)
    assert NEXT.id not in {fact.id for fact in found.sharing(ONE)}


def test_judgements_are_given_to_both_claims() -> None:
    link = judged(TANKS, sent("av", "armour.tank", "br", 4), "same")
    found = Shelf([link])
    assert found.judged(link.left) == {link.right: link}
    assert found.judged(link.right) == {link.left: link}
