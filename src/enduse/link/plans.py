"""Lists what is planned with the state of its conditions, and what later claims report of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..model.claim import ClaimType, Role, Stance, State, Status
from ..model.kept import KeptClaim
from ..model.period import Period
from ..model.plan import Outcome, OutcomeKind, Plan
from .conditions import conditions_of
from .outcomes import fits, outcome_kind, outcomes_of, takers_of, tied_by
from .scope import LandsOf, day_of, folded, spoken, told
from .triggers import Surroundings, condition_of, is_later

PLANNED = (Status.PLANNED, Status.PROMISED, Status.CONSIDERED, Status.CALLED_FOR)
"""Statuses of what has not happened: what is listed as a plan."""

TRUCES_AHEAD = (State.PROPOSED, State.AGREED)
"""States of ceasefires that are listed as plans where they hang on a condition."""


SAID = (Role.SUPPLIER, Role.RECIPIENT, Role.WEAPON, Role.QUANTITY, Role.PARTY, Role.CONDITION, Role.TIME)
"""Roles whose words must be the same in two copies for their plan to be listed once."""


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


class _Beside(NamedTuple):
    """What is known, by what plans look for: by type, truces by their text, transfers and diversions by taker."""

    by_type: Mapping[ClaimType, Sequence[KeptClaim]]
    articles: Mapping[str, Sequence[KeptClaim]]
    by_taker: Mapping[str, Sequence[tuple[int, KeptClaim]]]


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
    fitting = _by_taker(known)
    for kept in known.claims:
        by_type.setdefault(kept.claim.type, []).append(kept)
        if kept.claim.type is ClaimType.CEASEFIRE:
            articles.setdefault(kept.claim.document_sha256, []).append(kept)
    folded_copies = _without_copies([kept for kept in wanted if is_plan(kept)], known.report_of)
    return [_plan(kept, copies, known, _Beside(by_type, articles, fitting)) for kept, copies in folded_copies]


def told_once(wanted: Sequence[KeptClaim], report_of: Mapping[str, str]) -> int:
    """How many plans these claims are, copies of an article folded."""
    return len(_without_copies([kept for kept in wanted if is_plan(kept)], report_of))


def _without_copies(
    plans: Sequence[KeptClaim], report_of: Mapping[str, str]
) -> list[tuple[KeptClaim, tuple[KeptClaim, ...]]]:
    """Each plan once, with the same plan in copies of its article; the first to be published stands for them.

    An article that says it twice has it twice, and so have its copies.
    """
    found: dict[tuple[object, ...], list[KeptClaim]] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for kept in plans:
        claim = kept.claim
        words = tuple((role, tuple(map(folded, spoken(kept, role)))) for role in SAID if role in claim.roles)
        text = claim.document_sha256
        same = report_of.get(text, text), claim.type, claim.status, claim.state, claim.stance, words
        found.setdefault((*same, times[text, same]), []).append(kept)
        times[text, same] += 1
    return [_first(copies) for copies in found.values()]


def _first(copies: Sequence[KeptClaim]) -> tuple[KeptClaim, tuple[KeptClaim, ...]]:
    first = min(copies, key=lambda kept: (day_of(kept) or date.max, kept.claim.id))
    return first, tuple(kept for kept in copies if kept is not first)


def _by_taker(known: Known) -> Mapping[str, Sequence[tuple[int, KeptClaim]]]:
    """The transfers, then the diversions, numbered, by who takes or loses the arms: what fits a plan shares a taker."""
    arms = [
        kept for type_ in (ClaimType.TRANSFER, ClaimType.DIVERSION) for kept in known.claims if kept.claim.type is type_
    ]
    found: dict[str, list[tuple[int, KeptClaim]]] = {}
    for place, kept in enumerate(arms):
        for taker in tied_by(kept, known.lands_of).takers:
            found.setdefault(taker, []).append((place, kept))
    return found


def _plan(kept: KeptClaim, copies: Sequence[KeptClaim], known: Known, beside: _Beside) -> Plan:
    report = _report(kept, known)
    by_type, articles = beside.by_type, beside.articles
    around = Surroundings(
        [other for other in by_type.get(ClaimType.CEASEFIRE, ()) if _report(other, known) != report],
        [other for other in by_type.get(ClaimType.HOLDING, ()) if _report(other, known) != report],
        articles.get(kept.claim.document_sha256, ()), known.report_of, known.lands_of, known.today,
    )  # fmt: skip
    conditions = tuple(
        condition_of(kept, read, known.period_of(read.words, day_of(kept)), around) for read in conditions_of(kept)
    )
    outcomes, also = _afterwards(kept, known, beside.by_taker)
    return Plan(
        told(kept), kept.claim.type.value, {role.value: spoken(kept, role) for role in kept.claim.roles},
        tuple(document.id for one in (kept, *copies) for document in one.documents), conditions, tuple(outcomes),
        tuple(map(told, also)), tuple(map(told, copies)),
    )  # fmt: skip


def _afterwards(
    plan: KeptClaim, known: Known, by_taker: Mapping[str, Sequence[tuple[int, KeptClaim]]]
) -> tuple[list[Outcome], list[KeptClaim]]:
    """What is reported later of what fits the plan, and further statements of it where nobody denies it."""
    since = day_of(plan)
    if plan.claim.type is not ClaimType.TRANSFER or since is None:
        return [], []
    found, also = [], []
    near = dict(one for taker in takers_of(plan, known.lands_of) for one in by_taker.get(taker, ()))
    for place in sorted(near):
        kept = near[place]
        if not is_later(kept, since) or kept.claim.id == plan.claim.id or not fits(plan, kept, known.lands_of):
            continue
        if outcome_kind(kept) is not None:
            found.append(kept)
        elif kept.claim.status in PLANNED and _report(kept, known) != _report(plan, known):
            also.append(kept)
    outcomes = outcomes_of(found, known.report_of)
    denied = any(outcome.kind is OutcomeKind.DENIED for outcome in outcomes)
    return outcomes, [] if denied else also


def _report(kept: KeptClaim, known: Known) -> str:
    text = kept.claim.document_sha256
    return known.report_of.get(text, text)
