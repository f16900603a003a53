"""What a claim's spans stand for: referents, quantities and periods beside the words, and who stands behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .claim import Role
from .credit import ClaimantClass, ClaimantRead, Link
from .period import Period
from .quantity import Quantity
from .referent import Referent
from .span import Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """What one filler of a role was looked up as; what does not belong to its role is None or empty.

    referent: of a role that names an actor, a weapon or a place; its code is None where nothing was found.
    name: the register's name for the referent's code; None where there is no code.
    quantities: of the role quantity, in the words' order ("10 launchers and 60 missiles" are two); else empty.
    period: of the role time. claimant: of the role claimant.
    antecedent: for a pronoun or a bare description, the words of the article that it stands for, where they are plain.
    """

    referent: Referent | None = None
    name: str | None = None
    quantities: tuple[Quantity, ...] = ()
    period: Period | None = None
    claimant: ClaimantRead | None = None
    antecedent: Span | None = None

    def __post_init__(self) -> None:
        if self.name is not None and (self.referent is None or self.referent.code is None):
            raise ValueError(f"{self.name!r} is the name of no code; only a referent that was found has a name")


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim's fillers as they were looked up; the claim itself, its status and stance stay as they were read.

    roles: for each role that is looked up, one Resolved a filler, in the order of the claim's spans.
    chain: who passed it on, the outlet first, the origin last; empty where neither text nor input credits anybody.
    """

    claim_id: str
    roles: Mapping[Role, tuple[Resolved, ...]]
    chain: tuple[Link, ...] = ()

    @property
    def claimant_class(self) -> ClaimantClass | None:
        """The class that all claimants of the sentence share; None where there is no claimant, or where they differ."""
        classes = {r.claimant.claimant_class for r in self.roles.get(Role.CLAIMANT, ()) if r.claimant}
        return classes.pop() if len(classes) == 1 else None
