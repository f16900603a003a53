"""Finds among earlier claims the cases that are like a plan, with their controls and what was reported afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from typing import NamedTuple

from ..model.claim import ClaimType, Stance, Status
from ..model.kept import KeptClaim
from ..model.plan import OutcomeKind
from ..model.precedent import Alike, Control, Precedent, Precedents, Recalled
from ..model.record import Link
from .classes import FIELDS, Profile, likeness, profile_of, same_side
from .controls import controls_in
from .events import group
from .fact import fact_of
from .outcomes import fits, outcome_kind, outcomes_of, takers_of
from .recalls import recalled
from .scope import LandsOf, act_days, day_of, independent, told

ENOUGH = 2
"""Fields of supplier, recipient and weapon class in which a case must be like the plan."""

TRANSFER, DIVERSION = "transfer", "diversion alone"
"""What a case is known by: claims that arms were given, or only claims that somebody lost them."""

TRIED = (Status.OCCURRED, Status.HALTED)
"""Statuses of what was tried: what was only planned or promised is no precedent."""


class Before(NamedTuple):
    """What a ledger offers to find the precedents of a plan by.

    claims: transfers and diversions that may be cases, and whatever may be an outcome of these. sentences: gives those
    of a claim's text around it, asked for the cases that are shown. article: all of the plan's own. judgements:
    people's, of pairs of claims.
    """

    claims: Sequence[KeptClaim]
    report_of: Mapping[str, str]
    lands_of: LandsOf
    sentences: Callable[[KeptClaim], Sequence[str]]
    article: Sequence[str]
    judgements: Sequence[Link] = ()


def precedents_of(plan: KeptClaim, before: Before, *, horizon: int, limit: int) -> Precedents:
    """The cases like a plan, those that are alike in more fields first, then the later ones."""
    search = _Search(plan, before, horizon)
    cases = search.cases()
    cases.sort(key=lambda case: (-len(case.alike), -(case.day or date.min).toordinal(), case.claims[0].claim))
    left_out = search.left_out
    if len(cases) > limit:
        left_out[f"beyond the {limit} that are shown"] += len(cases) - limit
    told_fields = sum(map(bool, search.profile[:3]))
    if told_fields < ENOUGH:
        left_out["of supplier, recipient and weapon class the plan must tell two, and tells"] = told_fields
    return Precedents(
        told(plan), {field: tuple(sorted(classes)) for field, classes in zip(FIELDS, search.profile, strict=True)},
        tuple(map(search.with_controls, cases[:limit])), tuple(_recalled(plan, before)),
        tuple(f"{reason}: {number}" for reason, number in sorted(left_out.items())), horizon,
    )  # fmt: skip


class _Search:
    """One plan and what was before it; left_out counts groups of claims that are no case, by reason."""

    def __init__(self, plan: KeptClaim, before: Before, horizon: int) -> None:
        self.profile = profile_of(plan, before.lands_of)
        self.left_out: Counter[str] = Counter()
        self._plan, self._before, self._horizon = plan, before, horizon
        self._written = day_of(plan)
        self._sentences = {kept.claim.sentence.text for kept in (plan, *before.claims)}
        self._by_id = {kept.claim.id: kept for kept in before.claims}
        self._reported = [  # that more was delivered is no outcome
            (id_, kept) for id_, kept in self._by_id.items()
            if outcome_kind(kept) not in (None, OutcomeKind.DELIVERED)
        ]  # fmt: skip

    def cases(self) -> list[Precedent]:
        """Transfers that are like the plan, and diversions before it that are the outcome of none of these."""
        found, tied = [], set[str]()
        for claims in self._grouped(ClaimType.TRANSFER):
            reason = self._not_a_case(claims)
            case = self._case(claims, TRANSFER) if reason is None else None
            if case is None or not _enough(case):
                self.left_out[reason or "alike in too little"] += 1
                continue
            found.append(case)
            tied.update(said.claim for outcome in case.outcomes for said in outcome.by)
        for claims in self._grouped(ClaimType.DIVERSION):
            if tied.isdisjoint(kept.claim.id for kept in claims) and self._not_a_case(claims) is None:
                case = self._case(claims, DIVERSION)
                found += [case] if _enough(case) else []
        return found

    def _grouped(self, kind: ClaimType) -> list[list[KeptClaim]]:
        """Claims in groups that tell of one act; the group that holds the plan is none of its precedents."""
        claims = {kept.claim.id: kept for kept in (self._plan, *self._before.claims) if kept.claim.type is kind}
        events = group(map(fact_of, claims.values()), self._before.judgements)
        return [[claims[id_] for id_ in event.claims] for event in events if self._plan.claim.id not in event.claims]

    def _not_a_case(self, claims: Sequence[KeptClaim]) -> str | None:
        """Why a group of claims is no precedent; None if it is one."""
        tried = [kept for kept in _undenied(claims) if kept.claim.status in TRIED]
        if not tried:
            said = _undenied(claims)
            return "planned, promised, called for or refused only" if said else "told only by who denies it"
        days = [day for kept in tried if (day := _day(kept))]
        if not days:
            return "without a day"
        return "later than the plan" if self._written is not None and min(days) >= self._written else None

    def _case(self, claims: Sequence[KeptClaim], basis: str) -> Precedent:
        before = self._before
        ordered = sorted(claims, key=_in_order)
        profiles = [profile_of(kept, before.lands_of) for kept in ordered]
        day = min((day for kept in _undenied(ordered) if (day := _day(kept))), default=None)
        after = self._afterwards(ordered, day) if basis == TRANSFER else ordered
        outcomes = tuple(outcomes_of(after, before.report_of))
        own = _report(self._plan, before.report_of)
        return Precedent(
            tuple(map(told, ordered)), basis, day, likeness(self.profile, reduce(Profile.joined, profiles)),
            (), outcomes, None if outcomes else self._no_outcome(ordered),
            independent(_undenied(ordered), before.report_of),
            any(_report(kept, before.report_of) == own for kept in ordered),
        )  # fmt: skip

    def with_controls(self, case: Precedent) -> Precedent:
        """A case with the controls that its sentences tell of, and those beside them in which nothing else was read."""
        own = {told.claim for told in case.claims}
        claims = [kept for id_, kept in self._by_id.items() if id_ in own]
        others = self._sentences - {kept.claim.sentence.text for kept in claims}
        found: dict[tuple[str, str], Control] = {}
        for kept in claims:
            beside = self._before.sentences(kept)
            for control in controls_in(kept, [sentence for sentence in beside if sentence not in others]):
                found[control.kind, control.quote] = control
        return replace(case, controls=tuple(found.values()))

    def _afterwards(self, case: Sequence[KeptClaim], day: date | None) -> list[KeptClaim]:
        """Denials of the case, and what is reported later of what fits it."""
        found = {kept.claim.id: kept for kept in case if kept.claim.stance is Stance.DENIED}
        ids, done = {kept.claim.id for kept in case}, _undenied(case)
        for id_, kept in self._reported:
            timely = id_ not in ids and _within(kept, day, self._horizon)
            if timely and any(fits(one, kept, self._before.lands_of) for one in done):
                found[id_] = kept
        return sorted(found.values(), key=_in_order)

    def _no_outcome(self, case: Iterable[KeptClaim]) -> str:
        if not any(takers_of(kept, self._before.lands_of) for kept in case):
            return "nothing can be tied: no claim names who received it"
        return f"no outcome reported within {self._horizon} days, in this ledger; that is no success"


def _undenied(claims: Iterable[KeptClaim]) -> list[KeptClaim]:
    return [kept for kept in claims if kept.claim.stance is not Stance.DENIED]


def _in_order(kept: KeptClaim) -> tuple[date, str]:
    return day_of(kept) or date.max, kept.claim.id


def _within(kept: KeptClaim, since: date | None, horizon: int) -> bool:
    day = _day(kept)
    return since is not None and day is not None and since <= day <= since + timedelta(days=horizon)


def _enough(case: Precedent) -> bool:
    """Alike in two of supplier, recipient and weapon class, and not given to a state where the plan is for a group."""
    alike = [found for found in case.likeness[:3] if found.how is Alike.ALIKE]
    recipient = case.likeness[1]
    return len(alike) >= ENOUGH and same_side(frozenset(recipient.plan), frozenset(recipient.case))


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
