"""What is told of custody: links of claims, nothing below its level joined, nothing lost, the same in any order."""

from __future__ import annotations

from itertools import chain as flat

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.custodies import (
    BRIGADE,
    CASE,
    CLASS_ONLY,
    DELIVERY,
    DENIAL,
    FN6,
    FRONT,
    LOSS,
    NORLAND,
    PLAN,
    SEIZURE,
    UNMARKED,
    custody,
    link_of,
    told,
)

from enduse.link.custody import backing_of
from enduse.model.custody import JOINS, Custody, LinkKind
from enduse.model.kept import KeptClaim

OUTLETS = ("Averna Herald", "Selin Courier", "Nordby Times")
HOLDERS = {"Norland": NORLAND, "the Red Brigade": BRIGADE, "the Brezova Front": FRONT, "the rebels": ""}
ARMS = {"FN-6 missiles": FN6, "MANPADS": "air_defence.manpads|class|", "rifles": ""}
LABELS = [
    *(f"transfer {status} {stance}" for status in ("occurred", "planned", "risk") for stance in ("stated", "denied")),
    "transfer occurred alleged", "diversion occurred stated capture", "diversion occurred denied capture",
    "diversion occurred alleged leak",
]  # fmt: skip


@st.composite
def any_claim(draw: st.DrawFn) -> KeptClaim:
    label = draw(st.sampled_from(LABELS))
    giver, taker = draw(st.sampled_from(sorted(HOLDERS))), draw(st.sampled_from(sorted(HOLDERS)))
    arms, number = draw(st.sampled_from(sorted(ARMS))), draw(st.sampled_from(["", ", serial number NB-4471"]))
    roles = ("supplier", "recipient") if label.startswith("transfer") else ("from", "to")
    codes = {role: HOLDERS[who] for role, who in zip(roles, (giver, taker), strict=True) if HOLDERS[who]}
    if ARMS[arms]:
        codes["weapon"] = ARMS[arms]
    line = f"{label}: From {{{roles[0]}:{giver}}} to {{{roles[1]}:{taker}}} went {{weapon:{arms}}}{number}."
    day = draw(st.sampled_from(["2031-04-01", "2031-04-02", "2031-09-01", None]))
    return told(line, day, draw(st.sampled_from(OUTLETS)), **codes)


def claims_in(found: Custody) -> list[str]:
    said = [*flat.from_iterable((*link.said, *link.denied) for link in found.links), *found.apart]
    return sorted([one.told.claim for one in said] + [id_ for left in found.left_out for id_ in left.claims])


@settings(max_examples=60, deadline=None)
@given(st.lists(any_claim(), max_size=9, unique_by=lambda kept: kept.claim.id), st.randoms(use_true_random=False))
def test_custody_keeps_its_promises_for_any_claims(claims: list[KeptClaim], dice: object) -> None:
    found = custody(*claims)
    shuffled = list(claims)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert custody(*shuffled) == found

    assert claims_in(found) == sorted({kept.claim.id for kept in claims}), "a claim is lost, or stands twice"
    links = {link.id: link for link in found.links}
    for link in links.values():
        assert all(one.told.label == "occurred" and one.told.stance != "denied" for one in link.said)
        assert all(one.told.quote for one in (*link.said, *link.denied))
        assert all(one.told.stance == "denied" for one in link.denied)
    for chain in found.chains:
        assert all(joint.identity in JOINS and {joint.left, joint.right} <= set(chain.links) for joint in chain.joints)
        assert _reached(chain.links[0], chain.joints) == set(chain.links)
    for pair in found.compatible:
        assert pair.identity not in JOINS
    for point in found.points:
        into = [links[joint.left] for chain in found.chains for joint in chain.joints
                if joint.right == point.link and joint.continuous]  # fmt: skip
        if point.holder is not None:
            assert links[point.link].supported
            assert any(link.supported for link in into)


def _reached(start: str, joints: object) -> set[str]:
    reached, before = {start}, set[str]()
    while reached != before:
        before = set(reached)
        for joint in joints:  # type: ignore[attr-defined]
            if {joint.left, joint.right} & reached:
                reached |= {joint.left, joint.right}
    return reached


def test_a_plan_and_a_denial_alone_are_no_links() -> None:
    found = custody(PLAN, DENIAL)
    assert (found.links, found.chains) == ((), ())
    assert [said.told.claim for said in found.apart] == [PLAN.claim.id, DENIAL.claim.id]


def test_a_denial_stands_at_the_link_that_it_denies() -> None:
    (link,) = custody(DELIVERY, DENIAL).links
    assert [said.told.claim for said in link.denied] == [DENIAL.claim.id]
    assert link.claims == (DELIVERY.claim.id,)


def test_claims_of_one_act_are_one_link_and_are_counted_by_their_roots() -> None:
    again = told(
        "transfer occurred stated: {recipient:The Red Brigade} got {weapon:FN-6 missiles} with serial number NB-4471 "
        "from {supplier:Norland}.", "2031-04-02", "Tessaly Times", supplier=NORLAND, recipient=BRIGADE, weapon=FN6,
    )  # fmt: skip
    (link,) = custody(DELIVERY, again).links
    assert (link.kind, len(link.said), link.backing.documents, link.backing.roots) == (LinkKind.TRANSFER, 2, 2, (2, 2))
    assert [holder.code for holder in link.after] == ["red_brigade"]
    assert backing_of([DELIVERY], []).roots == (1, 1)


def test_moves_come_by_day_and_what_tells_of_no_custody_is_counted() -> None:
    village = told("diversion occurred stated capture: {to:Rebels} captured two villages.")
    found = custody(*CASE, village)
    assert [link.start.isoformat() for link in found.links if link.start] == [
        "2031-04-01", "2031-06-01", "2031-07-01", "2031-08-01", "2031-09-01",
    ]  # fmt: skip
    assert [(left.reason, left.claims) for left in found.left_out] == [("names no arms", (village.claim.id,))]


def test_only_what_was_asked_for_is_shown_and_what_leads_on_from_it() -> None:
    found = custody(*CASE, wanted=[SEIZURE])
    assert link_of(found, LOSS) in {link.id for link in found.links}
    assert all(CLASS_ONLY.claim.id not in link.claims for link in found.links)
    assert found.apart == ()
    assert link_of(custody(DELIVERY, UNMARKED, wanted=[UNMARKED]), DELIVERY)


def test_days_told_come_before_those_of_publication() -> None:
    line = "transfer occurred stated: {supplier:Norland} sent {weapon:rifles} {time:in May}."
    (dated,) = custody(told(line, supplier=NORLAND, time="2030-05-01/2030-05-31")).links
    assert (dated.dated, str(dated.start), str(dated.end)) == (True, "2030-05-01", "2030-05-31")
    (undated,) = custody(told("holding occurred stated: {holder:Averna} has {weapon:rifles}.", None, holder="av")).links
    assert (undated.dated, undated.start, undated.end) == (False, None, None)
