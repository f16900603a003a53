"""Lists what is planned with the state of its conditions, and what later claims report of the same thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..model.claim import ClaimType, Role, Stance, State, Status
from ..model.kept import KeptClaim
from ..model.period import Period
from ..model.plan import Outcome, OutcomeKind, Plan
from .conditions import conditions_of
from .scope import LandsOf, actors, day_of, folded, independent, lands, spoken, told
from .triggers import Surroundings, condition_of, is_later

PLANNED = (Status.PLANNED, Status.PROMISED, Status.CONSIDERED, Status.CALLED_FOR)
"""Statuses of what has not happened: what is listed as a plan."""

TRUCES_AHEAD = (State.PROPOSED, State.AGREED)
"""States of ceasefires that are listed as plans where they hang on a condition."""


class Known(NamedTuple):
    """What a ledger offers to judge plans by.

    period_of: reads words as a date against a day of publication. lands_of: the countries of a code. today: the day as
    of which the calendar is asked.
    """

    claims: Sequence[KeptClaim]
    report_of: Mapping[str, str]
    lands_of: LandsOf
    period_of: Callable[[str, date | None], Period]
    today: date


def is_plan(kept: KeptClaim) -> bool:
    """Whether a claim speaks of something ahead, and does not deny it."""
    claim = kept.claim
    if claim.stance is Stance.DENIED:
        return False
    return claim.status in PLANNED or (claim.state in TRUCES_AHEAD and Role.CONDITION in claim.roles)


def plans_of(wanted: Sequence[KeptClaim], known: Known) -> list[Plan]:
    """The plans among these claims, in their order, judged by all that is known."""
    by_type: dict[ClaimType, list[KeptClaim]] = {}
    articles: dict[str, list[KeptClaim]] = {}
    for kept in known.claims:
        by_type.setdefault(kept.claim.type, []).append(kept)
        if kept.claim.type is ClaimType.CEASEFIRE:
            articles.setdefault(kept.claim.document_sha256, []).append(kept)
    return [_plan(kept, known, by_type, articles) for kept in wanted if is_plan(kept)]


def _plan(
    kept: KeptClaim, known: Known, by_type: Mapping[ClaimType, Sequence[KeptClaim]],
    articles: Mapping[str, Sequence[KeptClaim]],
) -> Plan:  # fmt: skip
    sha256 = kept.claim.document_sha256
    around = Surroundings(
        [other for other in by_type.get(ClaimType.CEASEFIRE, ()) if other.claim.document_sha256 != sha256],
        [other for other in by_type.get(ClaimType.HOLDING, ()) if other.claim.document_sha256 != sha256],
        articles.get(sha256, ()), known.report_of, known.lands_of, known.today,
    )  # fmt: skip
    conditions = tuple(
        condition_of(kept, read, known.period_of(read.words, day_of(kept)), around) for read in conditions_of(kept)
    )
    outcomes, also = _afterwards(kept, known, by_type)
    return Plan(
        told(kept), kept.claim.type.value, {role.value: spoken(kept, role) for role in kept.claim.roles},
        tuple(document.id for document in kept.documents), conditions, tuple(outcomes), tuple(map(told, also)),
    )  # fmt: skip


def _afterwards(
    plan: KeptClaim, known: Known, by_type: Mapping[ClaimType, Sequence[KeptClaim]]
) -> tuple[list[Outcome], list[KeptClaim]]:
    """What is reported later of what fits the plan, and further statements of it where nobody denies it."""
    since = day_of(plan)
    if plan.claim.type is not ClaimType.TRANSFER or since is None:
        return [], []
    found: dict[OutcomeKind, list[KeptClaim]] = {}
    also = []
    for kept in [*by_type.get(ClaimType.TRANSFER, ()), *by_type.get(ClaimType.DIVERSION, ())]:
        if not is_later(kept, since) or kept.claim.id == plan.claim.id or not fits(plan, kept, known.lands_of):
            continue
        kind = _outcome(kept)
        if kind is not None:
            found.setdefault(kind, []).append(kept)
        elif kept.claim.type is ClaimType.TRANSFER and kept.claim.status in PLANNED:
            also.append(kept)
    outcomes = [
        Outcome(kind, independent(found[kind], known.report_of), tuple(map(told, found[kind])), _WHY[kind])
        for kind in OutcomeKind
        if kind in found
    ]
    return outcomes, [] if OutcomeKind.DENIED in found else also


_ANY_ARMS = frozenset({"generic", "none"})
_UNSPECIFIED = ".unspecified"
_SAME = "compatible in supplier, recipient and kind of weapon; not known to be the same shipment"
_WHY = {
    **dict.fromkeys((OutcomeKind.DELIVERED, OutcomeKind.HALTED, OutcomeKind.DENIED), _SAME),
    OutcomeKind.DIVERTED: "compatible in who was to receive it, and kind of weapon; not known to be the same arms",
}


def _outcome(kept: KeptClaim) -> OutcomeKind | None:
    claim = kept.claim
    if claim.type is ClaimType.DIVERSION:
        diverted = claim.status is Status.OCCURRED and claim.stance is not Stance.DENIED
        return OutcomeKind.DIVERTED if diverted else None
    if claim.stance is Stance.DENIED:
        return OutcomeKind.DENIED
    if claim.status in (Status.HALTED, Status.REFUSED):
        return OutcomeKind.HALTED
    return OutcomeKind.DELIVERED if claim.status is Status.OCCURRED else None


def fits(plan: KeptClaim, kept: KeptClaim, lands_of: LandsOf) -> bool:
    """Whether a later claim may be of what a plan speaks of: who gives, who takes, and which arms, all told by both.

    Of a diversion, from whom must be who was to receive. Words for many ("rebels") and for arms of any kind ("weapons")
    fit nothing.
    """
    takers = actors(plan, (Role.RECIPIENT,), umbrellas=False)
    if kept.claim.type is ClaimType.DIVERSION:
        pairs = [(takers, actors(kept, (Role.FROM,)))]
    else:
        givers = actors(plan, (Role.SUPPLIER,))
        pairs = [(takers, actors(kept, (Role.RECIPIENT,))), (givers, actors(kept, (Role.SUPPLIER,)))]
    if not all(one & other for one, other in pairs) or not _same_arms(plan, kept):
        return False
    here = lands(plan, (Role.PLACE, Role.RECIPIENT), lands_of)
    there = lands(kept, (Role.PLACE, Role.RECIPIENT, Role.FROM), lands_of)
    return not here or not there or bool(here & there)


def _same_arms(plan: KeptClaim, kept: KeptClaim) -> bool:
    """Of one designation or class, or of one group where one side says no more; arms of any kind fit nothing."""
    return any(
        a == b or (_UNSPECIFIED in (a[-len(_UNSPECIFIED) :], b[-len(_UNSPECIFIED) :]) and _group(a) == _group(b))
        for a in _arms(plan)
        for b in _arms(kept)
    )


def _arms(kept: KeptClaim) -> set[str]:
    """Codes where they were found, words where they were not."""
    found = [r for r in kept.resolutions if r.role is Role.WEAPON and r.scheme == "weapon"]
    codes = {r.code for r in found if r.code}
    if not codes and not found:
        return {folded(words) for words in spoken(kept, Role.WEAPON)}
    return {code for code in codes if _group(code) not in _ANY_ARMS}


def _group(code: str) -> str:
    return code.partition(".")[0]
