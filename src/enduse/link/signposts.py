"""Signs by which a plan's neighbours are found: truces by land, party and name, transfers by who, to whom and what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model import ClaimType, Role
from ..model.kept import KeptClaim
from ..model.plan import ConditionKind
from .blocks import key_of, things_of
from .conditions import conditions_of
from .fact import Fact
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
    """The signs of a claim about a truce or an attack, by which a condition finds it; those of its own after "if"."""
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


def transfers_wanted(plan: Fact) -> list[Wanted]:
    """Keys of the transfers and diversions that may be of what a plan speaks of."""
    if plan.type is not ClaimType.TRANSFER:
        return []
    arms = [thing for thing in things_of(plan) if thing.startswith("arms ")]
    giver, taker = (list(_parties(plan, role)) for role in (Role.SUPPLIER, Role.RECIPIENT))
    gives = {key_of(1, "transfer", name, thing) for named, name in giver if named for thing in arms}
    takes = {key_of(1, "transfer", name, thing) for named, name in taker if named for thing in arms}
    for (one_named, one), (other_named, other) in ((g, t) for g in giver for t in taker):
        if one_named and not other_named:
            takes.add(key_of(1, "transfer", one, other))
        if other_named and not one_named:
            gives.add(key_of(1, "transfer", other, one))
    lost = {
        key_of(1, "diversion", name.replace(f"{Role.RECIPIENT}=", f"{Role.FROM}=", 1), thing)
        for named, name in taker if named for thing in arms
    }  # fmt: skip
    return [Wanted(frozenset(gives), frozenset(takes)), Wanted(frozenset(lost), frozenset(lost))]


def plans_wanted(fact: Fact) -> list[Wanted]:
    """Keys of the plans that a transfer or a diversion may be of."""
    if fact.type is ClaimType.DIVERSION:
        arms = [thing for thing in things_of(fact) if thing.startswith("arms ")]
        lost = [term.key for term in fact.terms.get(Role.FROM, ()) if not term.vague]
        keys = frozenset(key_of(1, "transfer", f"{Role.RECIPIENT}={key}", thing) for key in lost for thing in arms)
        return [Wanted(keys, keys)]
    return transfers_wanted(fact)[:1]


def _parties(fact: Fact, role: Role) -> Iterator[tuple[bool, str]]:
    """Whether it is a name, and how keys write it."""
    for term in fact.terms.get(role, ()):
        if term.vague:
            yield False, f"kind {role}={term.code or '=' + term.words}"
        else:
            yield True, f"{role}={term.key}"
