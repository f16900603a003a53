"""Finds the claims by which plans are judged, by what they share with them, instead of looking at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from enduse.model import ClaimType
from enduse.model.kept import KeptClaim

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.link.fact import Fact
    from enduse.link.scope import LandsOf

MOST = 400
"""Claims of one kind that are looked at for one plan, those soonest after it; what lies beyond is counted."""


class Neighbours(NamedTuple):
    """Rows of claims beside some plans. beyond: how many plans have more of them than are looked at."""

    rows: set[int]
    beyond: int


def neighbours(connection: Connection, plans: Iterable[KeptClaim], lands_of: LandsOf) -> Neighbours:
    """The claims that may be of what these plans speak of, that may meet their conditions, or stand in their texts."""
    from enduse.ledger import groups
    from enduse.link.scope import day_of
    from enduse.link.signposts import Wanted, transfers_wanted, truces_wanted
    from enduse.link.triggers import HORIZON

    from .planning import kept_of

    rows, beyond = set[int](), 0
    for plan in plans:
        beside = groups.claims_beside(connection, plan.row, ClaimType.CEASEFIRE.value)
        rows |= {plan.row, *beside}
        since = day_of(plan)
        if since is None:
            continue
        days = (since.toordinal() + 1, since.toordinal() + HORIZON.days)
        truces = truces_wanted(plan, kept_of(connection, beside, None), lands_of)
        more = False
        for one, other in [*transfers_wanted(plan, lands_of), Wanted(truces, truces)]:
            found = groups.with_keys(connection, one, other, days, MOST + 1)
            more = more or len(found) > MOST
            rows |= {*found[:MOST], *groups.with_keys(connection, one, other, (groups.UNDATED, groups.UNDATED), MOST)}
        beyond += more
    return Neighbours(rows, beyond)


def plans_touched(connection: Connection, facts: Collection[Fact]) -> set[int]:
    """The rows of earlier claims that may be plans which these claims are of, or whose conditions they may meet."""
    from enduse.ledger import groups
    from enduse.link.signposts import plans_wanted, sign_keys
    from enduse.link.triggers import HORIZON

    found, by_sign = set[int](), set[int]()
    for fact in facts:
        if fact.published is None:
            continue
        days = (fact.published.toordinal() - HORIZON.days, fact.published.toordinal() - 1)
        signs = sign_keys([*fact.signs, *(f"if {sign}" for sign in fact.signs)])
        for one, other in plans_wanted(fact.signs):
            found |= set(groups.with_keys(connection, one, other, days, MOST))
        by_sign |= set(groups.with_keys(connection, signs, signs, days, MOST))
    return found | groups.claims_in_texts_of(connection, by_sign)
