"""Signs by which a plan's neighbours are found: truces by land, party and name, transfers by who, to whom and what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from ..model import ClaimType, Role
from ..model.kept import KeptClaim
from ..model.plan import ConditionKind
from .blocks import key_of
from .conditions import conditions_of
from .outcomes import Tied, tied_by
from .scope import LandsOf, actors, folded, lands, names
from .triggers import PARTIES, SIDES, WHERE

LONGEST_NAME = 6
"""Words of a condition in a row that are looked up as a name."""

_NOWHERE = "nowhere"


class Wanted(NamedTuple):
    """Keys of claims to look at: one that has a key of each of two sets."""

    one: frozenset[int]
    other: frozenset[int]


def signs_of(kept: KeptClaim, lands_of: LandsOf) -> tuple[str, ...]:
    """The signs by which plans find a claim: its truce, its attack, whose arms; of its own condition after "if"."""
    asked = (f"if {sign}" for sign in _looked_for(kept, (), lands_of)) if Role.CONDITION in kept.claim.roles else ()
    return tuple(sorted({*_signs(kept, lands_of), *asked}))


def _signs(kept: KeptClaim, lands_of: LandsOf) -> set[str]:
    if kept.claim.type is ClaimType.CEASEFIRE:
        where = lands(kept, (Role.PLACE,), lands_of) or lands(kept, PARTIES, lands_of)
        found = {f"land {land}" for land in where or (_NOWHERE,)}
        found |= {f"party {party}" for party in actors(kept, PARTIES)}
        return found | {f"name {name}" for name in names(kept, (Role.PLACE, Role.PARTY))}
    if kept.claim.type is ClaimType.HOLDING and kept.claim.roles.get(Role.TARGET):
        return {f"target {name}" for name in names(kept, (Role.TARGET, Role.HOLDER))}
    if kept.claim.type in (ClaimType.TRANSFER, ClaimType.DIVERSION):
        tied = tied_by(kept, lands_of)
        taken = "takes" if kept.claim.type is ClaimType.TRANSFER else "lost"
        return _of_arms("gives", tied.givers, tied.arms) | _of_arms(taken, tied.takers, tied.arms)
    return set()


def sign_keys(signs: Iterable[str]) -> frozenset[int]:
    """Signs as keys, apart from those by which claims are compared."""
    return frozenset(key_of(1, "sign", sign) for sign in signs)


def truces_wanted(plan: KeptClaim, article: Iterable[KeptClaim], lands_of: LandsOf) -> frozenset[int]:
    """Keys of the claims that may meet the conditions of a plan. article: truce claims of the plan's own text."""
    return sign_keys(_looked_for(plan, article, lands_of))


def _looked_for(plan: KeptClaim, article: Iterable[KeptClaim], lands_of: LandsOf) -> set[str]:
    read = conditions_of(plan)
    found = {sign for one in read for sign in _named(one.words, one.kind)}
    if any(one.kind is ConditionKind.CEASEFIRE for one in read):
        around = list(article)
        found |= {f"party {a}" for a in actors(plan, SIDES).union(*(actors(other, PARTIES) for other in around))}
        here = lands(plan, WHERE, lands_of)
        for other in around:
            here |= lands(other, (Role.PLACE,), lands_of) or lands(other, PARTIES, lands_of)
        found |= {f"land {land}" for land in here}
        if names(plan, (Role.PLACE,)):
            found.add(f"land {_NOWHERE}")
    return found


def _named(words: str, kind: ConditionKind) -> Iterator[str]:
    mark = {ConditionKind.CEASEFIRE: "name", ConditionKind.ATTACK: "target"}.get(kind)
    said = folded(words).split()
    if mark is not None:
        for start in range(len(said)):
            for end in range(start + 1, min(len(said), start + LONGEST_NAME) + 1):
                yield f"{mark} {' '.join(said[start:end])}"


def transfers_wanted(plan: KeptClaim, lands_of: LandsOf) -> list[Wanted]:
    """Keys of the transfers and diversions that may be of what a plan speaks of: of all that `fits` ties to it."""
    if plan.claim.type is not ClaimType.TRANSFER:
        return []
    tied = tied_by(plan, lands_of)
    lost = sign_keys(_of_arms("lost", tied.takers, tied.arms))
    return [_transfers(tied), Wanted(lost, lost)]


def plans_wanted(signs: Iterable[str]) -> list[Wanted]:
    """Keys of the plans that a transfer or a diversion with these signs may be of."""
    found = set(signs)
    gives, takes = (frozenset(sign for sign in found if sign.startswith(f"{act} ")) for act in ("gives", "takes"))
    lost = sign_keys(sign.replace("lost", "takes", 1) for sign in found if sign.startswith("lost "))
    wanted = [Wanted(sign_keys(gives), sign_keys(takes)), Wanted(lost, lost)]
    return [one for one in wanted if one.one and one.other]


def _transfers(tied: Tied) -> Wanted:
    gives, takes = _of_arms("gives", tied.givers, tied.arms), _of_arms("takes", tied.takers, tied.arms)
    return Wanted(sign_keys(gives), sign_keys(takes))


def _of_arms(act: str, parties: Iterable[str], arms: Iterable[str]) -> set[str]:
    return {f"{act} {party} of {kind}" for party, kind in product(parties, arms)}
