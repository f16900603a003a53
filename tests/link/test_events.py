"""Claims of one act come together, whatever their order; vague ones are never raised; judgements outlive all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.link.dossier import AFFAIR, PLAN, RELAY, kept

from enduse.link.events import Grouper, group, latest
from enduse.link.fact import Fact, fact_of
from enduse.model.event import TieBy
from enduse.model.kept import KeptClaim
from enduse.model.record import Link, Sameness

LINE = "transfer {status} stated: {{supplier:S}} sent {{weapon:W}} to {{recipient:R}}, {told}."


def sent(supplier: str | None, weapon: str, recipient: str, day: int, status: str = "occurred") -> KeptClaim:
    codes = {"supplier": supplier or "", "weapon": weapon, "recipient": recipient}
    told = f"told by {supplier} of {weapon} for {recipient} on {day}"
    line = LINE.format(status=status, told=told).replace(
        "supplier:S", "supplier:S" if supplier else "supplier:somebody"
    )
    return kept(
        line, day=f"2031-04-{day:02}", outlet=f"Post {supplier} {weapon} {recipient} {day}",
        codes={role: code for role, code in codes.items() if code},
    )  # fmt: skip


def judged(left: KeptClaim, right: KeptClaim, verdict: str, at: int = 1) -> Link:
    one, other = sorted((left.claim.id, right.claim.id))
    return Link("claim", one, other, Sameness(verdict), "Ida", f"2031-05-{at:02}T00:00:00Z", "by hand")


def grouped(claims: Sequence[KeptClaim], *judgements: Link) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in group(map(fact_of, claims), judgements)}


def together(*claims: KeptClaim) -> frozenset[str]:
    return frozenset(claim.claim.id for claim in claims)


TANKS, MORE, LATER = (
    sent("no", "armour.tank", "br", day, status) for day, status in ((3, "planned"), (4, "promised"), (8, "occurred"))
)
OTHER = sent("av", "armour.tank", "br", 4)
NOBODY = sent(None, "armour.tank", "br", 4)


def test_claims_of_one_act_are_one_event_with_reasons() -> None:
    (event,) = group(map(fact_of, (TANKS, MORE, LATER)))
    assert set(event.claims) == together(TANKS, MORE, LATER)
    assert len(event.ties) == 2
    assert all(tie.by is TieBy.FIELDS and "supplier: both no" in tie.why for tie in event.ties)


def test_invented_affair_is_one_event_in_which_plan_relays_denial_and_admission_stay_apart() -> None:
    (event,) = group(map(fact_of, AFFAIR))
    assert set(event.claims) == together(*AFFAIR)


def test_vague_claim_that_fits_two_acts_is_given_to_none() -> None:
    assert grouped((TANKS, NOBODY)) == {together(TANKS, NOBODY)}
    assert grouped((TANKS, OTHER, NOBODY)) == {together(TANKS), together(OTHER), together(NOBODY)}
    notes = {event.claims: event.notes for event in group(map(fact_of, (TANKS, OTHER, NOBODY)))}
    assert "names no supplier, and fits several acts" in notes[(NOBODY.claim.id,)][0]


def test_same_sentence_in_two_documents_ties_and_in_one_does_not() -> None:
    line = "transfer occurred stated: the {recipient:group} over there got {weapon:arms} of every kind, they say."
    one, reprint = kept(line, outlet="A"), kept(line, outlet="B")
    (event,) = group(map(fact_of, (one, reprint)))
    assert event.ties[0].by is TieBy.WORDING
    twin = kept(line.replace("occurred", "planned"), outlet="A", doc=one.documents[0].name)
    assert len(group(map(fact_of, (one, twin)))) == 2


def test_judgement_of_a_person_ties_and_parts() -> None:
    assert grouped((TANKS, OTHER), judged(TANKS, OTHER, "same")) == {together(TANKS, OTHER)}
    assert grouped((TANKS, MORE), judged(TANKS, MORE, "different")) == {together(TANKS), together(MORE)}
    (event,) = group(map(fact_of, (TANKS, OTHER)), [judged(TANKS, OTHER, "same")])
    assert (event.ties[0].by, event.ties[0].why) == (TieBy.PERSON, "Ida calls them the same: by hand")


def test_unsure_leaves_the_group_and_is_told() -> None:
    (event,) = group(map(fact_of, (TANKS, MORE)), [judged(TANKS, MORE, "unsure")])
    assert event.notes == (f"Ida is unsure whether {min(event.claims)} and {max(event.claims)} are one act",)


def test_later_judgement_of_a_pair_counts() -> None:
    links = [judged(TANKS, OTHER, "different", 3), judged(TANKS, OTHER, "same", 2)]
    assert [link.verdict for link in latest(links).values()] == [Sameness.DIFFERENT]
    assert grouped((TANKS, OTHER), *links) == {together(TANKS), together(OTHER)}


def test_judgements_that_contradict_each_other_are_told() -> None:
    links = [judged(TANKS, OTHER, "same"), judged(OTHER, MORE, "same"), judged(TANKS, MORE, "different", 2)]
    events = group(map(fact_of, (TANKS, OTHER, MORE)), links)
    assert len(events) == 2
    assert any("other judgements keep them apart" in note for event in events for note in event.notes)


def test_judgement_outlives_what_is_added_later() -> None:
    grouper = Grouper([judged(TANKS, MORE, "different"), judged(TANKS, OTHER, "same")])
    for claim in (MORE, OTHER, TANKS, LATER):
        grouper.add([fact_of(claim)])
    assert MORE.claim.id not in grouper.event_of(TANKS.claim.id).claims
    assert OTHER.claim.id in grouper.event_of(TANKS.claim.id).claims


def test_rivals_are_kept_apart_by_one_field() -> None:
    grouper = Grouper()
    grouper.add(map(fact_of, (TANKS, OTHER)))
    ((left, right, field, why),) = grouper.rivals()
    assert ({left, right}, field) == (set(together(TANKS, OTHER)), "supplier")
    assert "is not" in why


def test_event_of_an_unknown_claim_is_an_error() -> None:
    with pytest.raises(KeyError):
        Grouper().event_of("clm-0")


FACTS = [
    fact_of(sent(supplier, weapon, recipient, day))
    for supplier in ("no", "no-mil", "av", None)
    for weapon in ("armour.tank", "generic.weapons")
    for recipient in ("br", "rebels*")
    for day in (2, 9, 16, 23)
] + [fact_of(claim) for claim in AFFAIR]
LINKS = [judged(PLAN, RELAY, "different"), judged(PLAN, AFFAIR[4], "same"), judged(TANKS, OTHER, "unsure")]


@given(
    some.permutations(FACTS), some.integers(0, len(FACTS)), some.lists(some.integers(1, 9), max_size=12),
    some.sets(some.integers(0, len(FACTS) - 1), max_size=12),
)  # fmt: skip
def test_events_are_the_same_in_any_order_of_ingest(
    shuffled: list[Fact], taken: int, steps: list[int], gone: set[int]
) -> None:
    """Also when claims were there for a while and were taken away again, or judgements came later."""
    wanted, passing = shuffled[:taken], [FACTS[n] for n in gone if FACTS[n] not in shuffled[:taken]]
    at_once = group(sorted(wanted, key=lambda fact: fact.id), LINKS)
    grouper = Grouper(LINKS[1:])
    grouper.add(passing)
    for step in steps:
        grouper.add(wanted[:step])
    grouper.judge(LINKS[:1])
    grouper.remove(fact.id for fact in passing[::2])
    grouper.add(wanted)
    grouper.remove(fact.id for fact in passing)
    assert grouper.events() == at_once


def test_event_holds_so_many_claims_at_most_and_says_what_fits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enduse.link.events.MOST_CLAIMS", 2)
    events = group(map(fact_of, (TANKS, MORE, LATER)))
    assert sorted(len(event.claims) for event in events) == [1, 2]
    assert any("holds as many claims as an event may" in note for event in events for note in event.notes)


def test_names_that_no_register_knows_tie_a_body_to_its_state() -> None:
    line = "transfer {} stated: {{supplier:{}}} sends {{weapon:W}} to {{recipient:the Front}}."
    state, body, other = (
        kept(line.format(status, name), outlet=name, codes={"weapon": "armour.tank"})
        for status, name in (("planned", "Averna"), ("promised", "Averna's External Service"), ("planned", "Selin"))
    )
    assert grouped((state, body, other)) == {together(state, body), together(other)}
