"""Where claims exclude each other: both sides are given, and what is no contradiction is none."""

from __future__ import annotations

from tests.link.dossier import ADMISSION, AFFAIR, DENIAL, ECHO, PLAN, RELAY, amount, kept
from tests.link.test_events import LATER, MORE, OTHER, TANKS, judged

from enduse.link.contradictions import contradictions
from enduse.link.events import Grouper
from enduse.link.fact import fact_of
from enduse.model.contradiction import Contradiction, ContradictionKind
from enduse.model.kept import KeptClaim
from enduse.model.record import Link

LINE = "interdiction occurred stated: {agent:A} seized {quantity:Q} {weapon:W} {time:T}."
CODES = {"agent": "no", "weapon": "armour.tank"}


def found(*claims: KeptClaim, judgements: tuple[Link, ...] = ()) -> list[Contradiction]:
    grouper = Grouper(judgements)
    grouper.add(map(fact_of, claims))
    return contradictions(grouper)


def ids(*claims: KeptClaim) -> set[str]:
    return {claim.claim.id for claim in claims}


def test_denial_stands_against_what_it_denies_and_the_admission_follows_it() -> None:
    by_kind = {one.kind: one for one in found(*AFFAIR)}
    existence = by_kind.pop(ContradictionKind.EXISTENCE)
    assert (set(existence.left), set(existence.right)) == (ids(RELAY, ECHO, ADMISSION), ids(DENIAL))
    admission = by_kind.pop(ContradictionKind.ADMISSION)
    assert (set(admission.left), set(admission.right)) == (ids(DENIAL), ids(ADMISSION))
    assert admission.why == "no denied it by 2031-04-13 and says it by 2031-04-20"
    assert by_kind == {}


def test_plan_that_is_carried_out_later_is_no_contradiction() -> None:
    assert found(TANKS, MORE, LATER) == []
    assert found(PLAN, RELAY) == []


def test_delivered_stands_against_what_is_only_promised_afterwards() -> None:
    late = kept(
        "transfer promised stated: {supplier:S} will send {weapon:W} to {recipient:R}.", day="2031-04-09",
        codes={"supplier": "no", "weapon": "armour.tank", "recipient": "br"},
    )  # fmt: skip
    (stage,) = found(LATER, late)
    assert (stage.kind, set(stage.left), set(stage.right)) == (ContradictionKind.STAGE, ids(LATER), ids(late))


def test_more_weapons_after_weapons_are_no_contradiction() -> None:
    line = "transfer {status} stated: {{supplier:S}} and {{weapon:weapons}} for {{recipient:R}}, it is {status}."
    codes = {"supplier": "no", "weapon": "generic.weapons", "recipient": "br"}
    sent, ahead = (
        kept(line.format(status=status), day=f"2031-04-{day:02}", codes=codes)
        for status, day in (("occurred", 8), ("planned", 9))
    )
    assert found(sent, ahead) == []


def in_one_article(*lines: str) -> list[Contradiction]:
    codes = {"supplier": "no"}
    return found(*(kept(line, codes=codes, doc="one") for line in lines))


def test_article_that_tells_of_arms_and_of_the_denial_shows_both() -> None:
    accused = "transfer occurred alleged: {claimant:B} accused {supplier:N} of arming {recipient:the Front}."
    denied = "transfer occurred denied: {supplier:N} sent no {weapon:missile} to {recipient:the Front or others}."
    (existence,) = in_one_article(accused, denied)
    assert (existence.kind, existence.one_event) == (ContradictionKind.EXISTENCE, False)
    assert existence.why.startswith("one article tells of it and of its denial; nothing else tells them apart")
    assert in_one_article(accused, denied.replace("occurred", "planned")) == []
    assert in_one_article(accused, denied.replace(" to {recipient:the Front or others}", "")) == []
    nobody = kept(denied.replace("{supplier:N}", "nobody"), doc="one")
    assert found(kept(accused, codes={"supplier": "no"}, doc="one"), nobody) == []


def test_different_suppliers_of_what_may_be_one_act_are_shown() -> None:
    (rivals,) = found(TANKS, OTHER)
    assert (rivals.kind, rivals.one_event) == (ContradictionKind.SUPPLIER, False)
    assert "it may be one act or two" in rivals.why
    (judged_one,) = found(TANKS, OTHER, judgements=(judged(TANKS, OTHER, "same"),))
    assert (judged_one.kind, judged_one.one_event) == (ContradictionKind.SUPPLIER, True)
    assert found(TANKS, OTHER, judgements=(judged(TANKS, OTHER, "different"),)) == []


def test_numbers_and_days_that_differ_within_an_event_are_shown() -> None:
    one, other = (
        kept(LINE, outlet=outlet, codes=CODES, amounts=[amount(number)], period=(day, day))
        for outlet, number, day in (("A", 30, "2031-04-09"), ("B", 31, "2031-04-10"))
    )
    assert [(c.kind, c.one_event) for c in found(one, other)] in (
        [(ContradictionKind.QUANTITY, True), (ContradictionKind.TIME, True)],
        [(ContradictionKind.TIME, True), (ContradictionKind.QUANTITY, True)],
    )


def test_source_that_takes_its_word_back_supersedes_itself_and_no_other_does() -> None:
    line = "transfer occurred {stance}: {{claimant:C}} on how {{supplier:S}} sent {{weapon:W}} to {{recipient:R}}."
    codes = {"supplier": "no", "weapon": "armour.tank", "recipient": "br"}

    def said(stance: str, day: str, claimant: str) -> KeptClaim:
        return kept(
            line.format(stance=stance), day=day, outlet=f"{day} {claimant}", codes={**codes, "claimant": claimant},
            claimant="state_body",
        )  # fmt: skip

    first = said("stated", "2031-04-02", "av")
    kinds = [one.kind for one in found(first, said("denied", "2031-04-04", "av"))]
    assert sorted(kinds) == [ContradictionKind.EXISTENCE, ContradictionKind.SUPERSESSION]
    assert [one.kind for one in found(first, said("denied", "2031-04-04", "te"))] == [ContradictionKind.EXISTENCE]


def test_denial_of_one_state_of_a_truce_leaves_the_others() -> None:
    line = "ceasefire {state} {stance}: {{party:P}} and {{broker:B}} on a truce."
    proposed, agreed, denied = (
        kept(line.format(state=state, stance=stance), outlet=state + stance, codes={"party": "no", "broker": "te"})
        for state, stance in (("proposed", "stated"), ("agreed", "stated"), ("agreed", "denied"))
    )
    (existence,) = found(proposed, agreed, denied)
    assert (set(existence.left), set(existence.right)) == (ids(agreed), ids(denied))
