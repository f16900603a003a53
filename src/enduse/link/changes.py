"""Tells what a claim changed in the claim that it repeats."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Role, Stance, Status
from ..model.kept import KeptClaim
from ..model.sources import Change, ChangeKind
from .compare import amount_shown, amounts_apart, relation
from .fact import Amount, Fact, Term, fact_of

LADDER = (Status.CALLED_FOR, Status.CONSIDERED, Status.PLANNED, Status.PROMISED, Status.OCCURRED)
"""From a wish to a deed."""

CLOSE = 0.2
"""How far a rounded number may lie from the one that was rounded, as a share of it."""


def changes(before: KeptClaim, after: KeptClaim) -> tuple[Change, ...]:
    """What differs, each as the two claims have it; what merely was left out is no change, but for a condition."""
    return tuple(_changes(before, after, fact_of(before), fact_of(after)))


def _changes(before: KeptClaim, after: KeptClaim, old: Fact, new: Fact) -> Iterator[Change]:
    one, other = before.claim, after.claim
    if one.roles.get(Role.CONDITION) and not other.roles.get(Role.CONDITION):
        yield Change(ChangeKind.CONDITION_LOST, _words(before, Role.CONDITION), "")
    if (kind := _weapon(old.terms.get(Role.WEAPON, ()), new.terms.get(Role.WEAPON, ()))) is not None:
        yield Change(kind, _words(before, Role.WEAPON), _words(after, Role.WEAPON))
    yield from _quantity(old.amounts, new.amounts)
    if one.status in LADDER and other.status in LADDER and LADDER.index(one.status) < LADDER.index(other.status):
        yield Change(ChangeKind.STATUS_RAISED, one.status.value, other.status.value)
    if one.stance is Stance.ALLEGED and other.stance is Stance.STATED:
        yield Change(ChangeKind.STANCE_RAISED, one.stance.value, other.stance.value)
    for role in (Role.RECIPIENT, Role.TO):
        kinds, named = old.terms.get(role, ()), new.terms.get(role, ())
        if kinds and all(t.vague for t in kinds) and any(not t.vague for t in named):
            yield Change(ChangeKind.RECIPIENT_SPECIFIED, _words(before, role), _words(after, role))


def _words(kept: KeptClaim, role: Role) -> str:
    return ", ".join(span.text for span in kept.claim.roles[role])


def _weapon(old: tuple[Term, ...], new: tuple[Term, ...]) -> ChangeKind | None:
    if not any(t.code for t in old) or not any(t.code for t in new) or {t.code for t in old} & {t.code for t in new}:
        return None
    if relation(Role.WEAPON, old, new)[0] < 0:
        return ChangeKind.WEAPON_CHANGED
    return ChangeKind.WEAPON_UPGRADED if max(map(_exact, new)) > max(map(_exact, old)) else None


def _exact(term: Term) -> int:
    """A kind that is not told, a class, a designation."""
    if term.code is None:
        return -1
    return 0 if term.vague else 1 + (term.code != term.key)


def _quantity(old: tuple[Amount, ...], new: tuple[Amount, ...]) -> Iterator[Change]:
    pairs = [(a, b) for a in old for b in new if amounts_apart(a, b) is not None]
    if not pairs or any(a == b for a, b in pairs):
        return
    a, b = pairs[0]
    if (
        a.exact
        and a.low
        and b.low
        and a.low != b.low
        and _rounder(b.low, a.low)
        and abs(b.low - a.low) <= CLOSE * a.low
    ):
        yield Change(ChangeKind.QUANTITY_ROUNDED, amount_shown(a), amount_shown(b))
    elif amounts_apart(a, b):
        yield Change(ChangeKind.QUANTITY_CHANGED, amount_shown(a), amount_shown(b))


def _rounder(number: float, than: float) -> bool:
    return _zeros(number) > _zeros(than)


def _zeros(number: float) -> int:
    written = f"{number:.0f}"
    return len(written) - len(written.rstrip("0"))
