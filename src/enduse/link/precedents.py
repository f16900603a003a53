"""Finds among earlier claims the cases that are like a plan, with their controls and what was reported afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..model.claim import ClaimType, Role, Stance, Status
from ..model.kept import KeptClaim
from ..model.precedent import Alike, Precedent, Precedents, Recalled
from ..model.record import Link
from .classes import FIELDS, Profile, likeness, profile_of
from .controls import controls_in
from .events import group
from .fact import fact_of
from .outcomes import fits, outcome_kind, outcomes_of, takers_of
from .recalls import recalled
from .scope import LandsOf, act_days, day_of, independent, told

ENOUGH = 2
"""Fields of supplier, recipient and weapon class in which a case must be like the plan, where the plan tells so many."""

TRIED = (Status.OCCURRED, Status.HALTED)
"""Statuses of what was tried: what was only planned or promised is no precedent."""


class Before(NamedTuple):
    """What a ledger offers to find the precedents of a plan by.

    claims: transfers and diversions that may be cases, and whatever may be an outcome of these. sentences: by claim id
    those of its text around it; article: all of the plan's own. judgements: people's, of pairs of claims.
    """

    claims: Sequence[KeptClaim]
    report_of: Mapping[str, str]
    lands_of: LandsOf
    sentences: Mapping[str, Sequence[str]]
    article: Sequence[str]
    judgements: Sequence[Link] = ()


def precedents_of(plan: KeptClaim, before: Before, *, horizon: int, limit: int) -> Precedents:
    """The cases like a plan, those that are alike in more fields first, then the later ones."""
    own = _report(plan, before.report_of)
    written, mine = day_of(plan), profile_of(plan, before.lands_of)
    left_out: Counter[str] = Counter()
    if sum(map(bool, mine[:3])) < ENOUGH:
        left_out["fields of supplier, recipient and weapon class that the plan tells; two are needed to compare"] += sum(
            map(bool, mine[:3])
        )
    cases, tied = [], set()
    for claims in _cases(plan, before):
        reason = _not_a_case(claims, written)
        if reason is None:
            case = _case(claims, "transfer", mine, before, own, horizon)
            if _enough(case):
                cases.append(case)
                tied.update(said.claim for outcome in case.outcomes for said in outcome.by)
                continue
            reason = "alike in too little"
        left_out[reason] += 1
    for claims in _lost(plan, before, tied, written):
        case = _case(claims, "diversion alone", mine, before, own, horizon)
        if _enough(case):
            cases.append(case)
    cases.sort(key=lambda case: (-len(case.alike), -(case.day or date.min).toordinal(), case.claims[0].claim))
    if len(cases) > limit:
        left_out[f"beyond the {limit} that are shown"] += len(cases) - limit
    return Precedents(
        told(plan), {field: tuple(sorted(classes)) for field, classes in zip(FIELDS, mine, strict=True)},
        tuple(cases[:limit]), tuple(_recalled(plan, before)),
        tuple(f"{reason}: {number}" for reason, number in sorted(left_out.items())), horizon,
    )  # fmt: skip


def _cases(plan: KeptClaim, before: Before) -> list[list[KeptClaim]]:
    """The transfers in groups that tell of one act; the group that holds the plan is none of its precedents."""
    transfers = {kept.claim.id: kept for kept in before.claims if kept.claim.type is ClaimType.TRANSFER}
    transfers[plan.claim.id] = plan
    events = group(map(fact_of, transfers.values()), before.judgements)
    return [[transfers[id_] for id_ in event.claims] for event in events if plan.claim.id not in event.claims]


def _not_a_case(claims: Sequence[KeptClaim], written: date | None) -> str | None:
    """Why a group of claims is no precedent; None if it is one."""
    tried = [kept for kept in claims if kept.claim.status in TRIED and kept.claim.stance is not Stance.DENIED]
    if not tried:
        denied = all(kept.claim.stance is Stance.DENIED for kept in claims)
        return "denied, and by nobody said to be so" if denied else "planned, promised, called for or refused only"
    days = [day for kept in tried if (day := _day(kept))]
    if not days:
        return "without a day"
    return "later than the plan" if written is not None and min(days) >= written else None


def _lost(plan: KeptClaim, before: Before, tied: set[str], written: date | None) -> list[list[KeptClaim]]:
    """Diversions before the plan that are the outcome of no case, in groups that tell of one act."""
    lost = {
        kept.claim.id: kept
        for kept in before.claims
        if kept.claim.type is ClaimType.DIVERSION and kept.claim.id not in tied and kept.claim.roles.get(Role.FROM)
        and kept.claim.status is Status.OCCURRED and kept.claim.stance is not Stance.DENIED
        and (day := _day(kept)) and (written is None or day < written)
    }  # fmt: skip
    return [[lost[id_] for id_ in event.claims] for event in group(map(fact_of, lost.values()), before.judgements)]


def _case(
    claims: Sequence[KeptClaim], basis: str, mine: Profile, before: Before, own: str, horizon: int
) -> Precedent:  # fmt: skip
    ordered = sorted(claims, key=lambda kept: (day_of(kept) or date.max, kept.claim.id))
    profile = Profile(*(frozenset[str]() for _ in FIELDS))
    for kept in ordered:
        profile = profile.joined(profile_of(kept, before.lands_of))
    days = [day for kept in ordered if kept.claim.stance is not Stance.DENIED and (day := _day(kept))]
    day = min(days, default=None)
    told_of = [kept for kept in ordered if kept.claim.stance is not Stance.DENIED]
    after = ordered if basis != "transfer" else _afterwards(ordered, day, before, horizon)
    outcomes = tuple(outcomes_of(after, before.report_of))
    none = None if outcomes else _no_outcome(ordered, horizon)
    controls = [c for kept in ordered for c in controls_in(kept, before.sentences.get(kept.claim.id, ()))]
    return Precedent(
        tuple(map(told, ordered)), basis, day, likeness(mine, profile),
        tuple({(c.kind, c.quote): c for c in controls}.values()), outcomes, none,
        independent(told_of, before.report_of), any(_report(kept, before.report_of) == own for kept in ordered),
    )  # fmt: skip


def _afterwards(
    case: Sequence[KeptClaim], day: date | None, before: Before, horizon: int
) -> list[KeptClaim]:  # fmt: skip
    """Denials of the case, and what is reported later of what fits it; that more was delivered is no outcome."""
    found = {kept.claim.id: kept for kept in case if kept.claim.stance is Stance.DENIED}
    done = [kept for kept in case if kept.claim.stance is not Stance.DENIED]
    ids = {kept.claim.id for kept in case}
    for kept in before.claims:
        if kept.claim.id in ids or outcome_kind(kept) in (None, "delivered") or not _within(kept, day, horizon):
            continue
        if any(fits(one, kept, before.lands_of) for one in done):
            found[kept.claim.id] = kept
    return sorted(found.values(), key=lambda kept: (day_of(kept) or date.max, kept.claim.id))


def _within(kept: KeptClaim, since: date | None, horizon: int) -> bool:
    day = _day(kept)
    return since is not None and day is not None and since <= day <= since + timedelta(days=horizon)


def _no_outcome(case: Iterable[KeptClaim], horizon: int) -> str:
    if not any(takers_of(kept) for kept in case):
        return "nothing can be tied: no claim names who received it"
    return f"no outcome reported within {horizon} days, in this ledger; that is no success"


def _enough(case: Precedent) -> bool:
    """Alike in two of supplier, recipient and weapon class, and not of another recipient class."""
    supplier, recipient, weapon = case.likeness[:3]
    alike = [found for found in (supplier, recipient, weapon) if found.how is Alike.ALIKE]
    return len(alike) >= ENOUGH and recipient.how is not Alike.OTHER


def _day(kept: KeptClaim) -> date | None:
    """When the act was, as far as its sentence tells, else when it was published."""
    start, end = act_days(kept)
    return start or end or day_of(kept)


def _recalled(plan: KeptClaim, before: Before) -> Iterable[Recalled]:
    """What the plan's own article calls to mind."""
    text = plan.claim.document_sha256
    claim_of = {
        kept.claim.sentence.text: kept.claim.id
        for kept in before.claims
        if kept.claim.document_sha256 == text and kept.claim.status in TRIED and kept.claim.id != plan.claim.id
    }
    return recalled(before.article, day_of(plan), claim_of, plan.claim.sentence.text)


def _report(kept: KeptClaim, report_of: Mapping[str, str]) -> str:
    text = kept.claim.document_sha256
    return report_of.get(text, text)
