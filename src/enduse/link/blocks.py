"""Says which claims are compared at all: those that share what an act is told by, near enough in time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import ClaimType, Role

if TYPE_CHECKING:
    from .fact import Fact, Term

SHARED_WITHIN = ((3, 1), (14, 2), (45, 3))
"""Days apart, and how many keys two claims must share to be compared. A key is a named party with one other thing; two
claims that agree enough for their distance (WITHIN_DAYS in compare.py) share so many, but for rare cases (decision 19).
Without this a supplier and a recipient with thousands of claims would have all of them compared with all."""

MOST_DAYS = SHARED_WITHIN[-1][0]

WHOLE = 3
"""Weight of a key that is enough for itself at any distance: the same sentence, the same document."""


def keys(fact: Fact) -> tuple[int, ...]:
    """The keys of a claim, as signed 64-bit integers; the two lowest bits of each are its weight."""
    things = tuple(things_of(fact))
    found = {key_of(1, fact.act, name, thing) for name in _names(fact) for thing in things if name != thing}
    found.add(key_of(WHOLE, fact.act, "document", fact.document))
    if fact.wording:
        found.add(key_of(WHOLE, fact.act, "wording", fact.wording))
    return tuple(sorted(found))


def weight(key: int) -> int:
    """How much a key counts."""
    return key & WHOLE


def needed(days: int | None) -> int:
    """The sum of weights that two claims must share to be compared, by the days between them; None if not known."""
    if days is None:
        return WHOLE
    return next((count for within, count in SHARED_WITHIN if days <= within), WHOLE)


def apart(left: Fact, right: Fact) -> int | None:
    """Days between two claims for this purpose; None where one has no day."""
    return abs(left.when - right.when) if left.when is not None and right.when is not None else None


@lru_cache(maxsize=100_000)
def key_of(weighs: int, *parts: str) -> int:
    """The key of some words, with its weight in the two lowest bits."""
    number = int.from_bytes(hashlib.blake2b("\t".join(parts).encode(), digest_size=8).digest(), "big", signed=True)
    return number & ~WHOLE | weighs


def _names(fact: Fact) -> Iterator[str]:
    for role, terms in fact.terms.items():
        if role not in (Role.WEAPON, Role.PLACE):
            yield from (f"{role}={term.key}" for term in terms if not term.vague)


def things_of(fact: Fact) -> Iterator[str]:
    """What may agree beside a named party: arms by their group, places by their country, kinds of parties, numbers."""
    for term in fact.terms.get(Role.WEAPON, ()):
        yield f"arms {_arms(term)}"
    for term in fact.terms.get(Role.PLACE, ()):
        yield f"place {term.key or '=' + term.words}"
    for role, terms in fact.terms.items():
        if role not in (Role.WEAPON, Role.PLACE):
            yield from (f"kind {role}={term.code or '=' + term.words}" for term in terms if term.vague)
    for amount in fact.amounts:
        if amount.exact and amount.low is not None:
            yield f"number {amount.measure} {amount.low:g}"
    if fact.mode:
        yield f"mode {fact.mode}"
    if fact.type is ClaimType.CEASEFIRE:
        yield from _names(fact)


def _arms(term: Term) -> str:
    if term.key is None:
        return f"={term.words}"
    group = term.key.partition(".")[0]
    return term.key if group == "generic" else group
