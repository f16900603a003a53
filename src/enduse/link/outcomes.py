"""Tells which later claims may be of the same arms as a transfer, and what they report of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..lexicon.weapons import open_weapons
from ..model.claim import ClaimType, Role, Stance, Status
from ..model.kept import KeptClaim
from ..model.plan import Outcome, OutcomeKind
from .scope import LandsOf, actors, folded, independent, lands, spoken, told

_ANY_ARMS = frozenset({"generic", "none"})
_UNSPECIFIED = ".unspecified"
_SAME = "compatible in supplier, recipient and kind of weapon; not known to be the same shipment"
_WHY = {
    **dict.fromkeys((OutcomeKind.DELIVERED, OutcomeKind.HALTED, OutcomeKind.DENIED), _SAME),
    OutcomeKind.DIVERTED: "compatible in who was to receive it, and kind of weapon; not known to be the same arms",
    OutcomeKind.SEIZED: "compatible in for whom or from whom it was, and kind of weapon; not known to be the same arms",
    OutcomeKind.USED: "compatible in who used it, and kind of weapon; not known to be the same arms",
}


def outcomes_of(claims: Iterable[KeptClaim], report_of: Mapping[str, str]) -> list[Outcome]:
    """Sort claims that fit by what they report, each kind with its own count of who stands behind it."""
    found: dict[OutcomeKind, list[KeptClaim]] = {}
    for kept in claims:
        if (kind := outcome_kind(kept)) is not None:
            found.setdefault(kind, []).append(kept)
    return [
        Outcome(kind, independent(found[kind], report_of), tuple(map(told, found[kind])), _WHY[kind])
        for kind in OutcomeKind
        if kind in found
    ]


def outcome_kind(kept: KeptClaim) -> OutcomeKind | None:
    """What a claim reports of arms that were to pass; None for what only says that they are to pass."""
    claim = kept.claim
    if claim.type is not ClaimType.TRANSFER:
        if claim.status is not Status.OCCURRED or claim.stance is Stance.DENIED:
            return None
        used = OutcomeKind.USED if claim.roles.get(Role.TARGET) else None
        others = {ClaimType.DIVERSION: OutcomeKind.DIVERTED, ClaimType.INTERDICTION: OutcomeKind.SEIZED}
        return others.get(claim.type, used)
    if claim.stance is Stance.DENIED:
        return OutcomeKind.DENIED
    if claim.status in (Status.HALTED, Status.REFUSED):
        return OutcomeKind.HALTED
    return OutcomeKind.DELIVERED if claim.status is Status.OCCURRED else None


def fits(plan: KeptClaim, kept: KeptClaim, lands_of: LandsOf) -> bool:
    """Whether a later claim may be of what a transfer speaks of: who gives, who takes and which arms, all told by both.

    Of a diversion, from whom must be who was to receive; of a seizure, for whom the arms were or from whom they came;
    of a use, who used them. Words for many ("rebels") and for arms of any kind ("weapons") fit nothing.
    """
    return _same_hands(plan, kept, lands_of) and _same_arms(plan, kept) and _same_land(plan, kept, lands_of)


def hands_tied(kept: KeptClaim, lands_of: LandsOf) -> frozenset[str]:
    """Of a transfer or diversion, those of whom one must be a taker of what it `fits`."""
    return _hands(kept, Role.FROM if kept.claim.type is ClaimType.DIVERSION else Role.RECIPIENT, lands_of)


def takers_of(transfer: KeptClaim, lands_of: LandsOf) -> frozenset[str]:
    """Who is to receive, as far as a later claim can be tied to them: no words for many without their country."""
    return _hands(transfer, Role.RECIPIENT, lands_of)


def _hands(kept: KeptClaim, role: Role, lands_of: LandsOf) -> frozenset[str]:
    """Who stands in a role; words for many ("rebels") with the place that the claim tells, as if it named theirs."""
    named = actors(kept, (role,), umbrellas=False)
    many = actors(kept, (role,)) - named
    return named | {f"{land}-{kind}" for land in lands(kept, (Role.PLACE,), lands_of) for kind in many}


def _same_hands(plan: KeptClaim, kept: KeptClaim, lands_of: LandsOf) -> bool:
    takers, givers = takers_of(plan, lands_of), actors(plan, (Role.SUPPLIER,))
    if kept.claim.type is ClaimType.DIVERSION:
        return bool(takers & _hands(kept, Role.FROM, lands_of))
    if kept.claim.type is ClaimType.HOLDING:
        return bool(takers & _hands(kept, Role.HOLDER, lands_of))
    if kept.claim.type is ClaimType.INTERDICTION:
        meant = _hands(kept, Role.TO, lands_of)
        return bool(takers & meant) or (not meant and bool(givers & actors(kept, (Role.FROM,))))
    return bool(takers & takers_of(kept, lands_of)) and bool(givers & actors(kept, (Role.SUPPLIER,)))


def _same_land(plan: KeptClaim, kept: KeptClaim, lands_of: LandsOf) -> bool:
    here = lands(plan, (Role.PLACE, Role.RECIPIENT), lands_of)
    there = lands(kept, (Role.PLACE, Role.RECIPIENT, Role.FROM), lands_of)
    return not here or not there or bool(here & there)


def _same_arms(plan: KeptClaim, kept: KeptClaim) -> bool:
    return any(_one_kind(one, other) for one in _arms(plan) for other in _arms(kept))


def _one_kind(one: str, other: str) -> bool:
    """Of one designation; of one class or group where one side says no more. Arms of any kind fit nothing."""
    if one == other:
        return True
    kind, other_kind = open_weapons().class_of(one), open_weapons().class_of(other)
    if kind == other_kind:
        return one == kind or other == other_kind
    vague = one.endswith(_UNSPECIFIED) or other.endswith(_UNSPECIFIED)
    return vague and _group(kind) == _group(other_kind)


def _arms(kept: KeptClaim) -> set[str]:
    """Codes where they were found, words where they were not."""
    found = [r for r in kept.resolutions if r.role is Role.WEAPON and r.scheme == "weapon"]
    codes = {r.code for r in found if r.code}
    if not codes and not found:
        return {folded(words) for words in spoken(kept, Role.WEAPON)}
    return {code for code in codes if _group(code) not in _ANY_ARMS}


def _group(code: str) -> str:
    return code.partition(".")[0]
