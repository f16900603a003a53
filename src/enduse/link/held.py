"""Reads of a claim who gave, got or has which arms, in its own words and by the registers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..lexicon.weapons import open_weapons
from ..model import ClaimType, Role, Span
from ..model.custody import Arms, Holder, LinkKind, Mark, Said, is_done
from ..model.kept import KeptClaim
from ..model.record import Resolution
from .fact import Fact, fact_of
from .marks import marks_of
from .scope import folded, spoken, told
from .source import is_unsaid

KIND_OF: Mapping[ClaimType, LinkKind] = {
    ClaimType.TRANSFER: LinkKind.TRANSFER, ClaimType.DIVERSION: LinkKind.DIVERSION,
    ClaimType.INTERDICTION: LinkKind.SEIZURE, ClaimType.HOLDING: LinkKind.HOLDING,
}  # fmt: skip
"""The types of claims that tell of custody; a ceasefire tells of none."""

_BEFORE = {ClaimType.TRANSFER: Role.SUPPLIER, ClaimType.DIVERSION: Role.FROM, ClaimType.INTERDICTION: Role.FROM}
_AFTER = {
    ClaimType.TRANSFER: Role.RECIPIENT, ClaimType.DIVERSION: Role.TO, ClaimType.INTERDICTION: Role.AGENT,
    ClaimType.HOLDING: Role.HOLDER,
}  # fmt: skip
HOLDING_ROLES = (Role.SUPPLIER, Role.RECIPIENT, Role.FROM, Role.TO, Role.AGENT, Role.HOLDER)
"""Roles of those who give, get, lose, seize or have arms."""

_SERVICES = ("service.", "component.technology")
"""Classes of what can be given and not held."""

NO_ARMS, NO_HOLDER, A_SERVICE = (
    "names no arms", "names nobody who gives, gets or has them", "is of a service, which nobody can hold"
)  # fmt: skip


@dataclass(frozen=True)
class Held:
    """One claim as it tells of custody."""

    kept: KeptClaim
    before: tuple[Holder, ...]
    after: tuple[Holder, ...]
    intended: tuple[Holder, ...]
    arms: tuple[Arms, ...]
    marks: tuple[Mark, ...]

    @cached_property
    def fact(self) -> Fact:
        """Its fields, as events are grouped by them."""
        return fact_of(self.kept)

    @cached_property
    def said(self) -> Said:
        """The claim as it is shown."""
        return said_of(self.kept)

    @property
    def done(self) -> bool:
        """Whether it tells of something done, be it alleged."""
        return is_done(self.said.told)

    @property
    def giving(self) -> tuple[Span, ...]:
        """Where the text names who had the arms before; of a holding, who has them."""
        claim = self.kept.claim
        return claim.roles.get(_BEFORE.get(claim.type, Role.HOLDER), ())

    @property
    def getting(self) -> tuple[Span, ...]:
        """Where the text names who had the arms afterwards."""
        claim = self.kept.claim
        return claim.roles.get(_AFTER[claim.type], ())

    @property
    def objection(self) -> str | None:
        """Why it tells of no custody; None where it does."""
        if not self.arms:
            return NO_ARMS
        if all((arms.weapon_class or "").startswith(_SERVICES) for arms in self.arms):
            return A_SERVICE
        return None if self.before or self.after else NO_HOLDER


def held_of(kept: KeptClaim) -> Held:
    """Read a claim of one of the types of custody."""
    claim = kept.claim
    before, intended = _BEFORE.get(claim.type), Role.TO if claim.type is ClaimType.INTERDICTION else None
    return Held(
        kept, holders(kept, before) if before else (), holders(kept, _AFTER[claim.type]),
        holders(kept, intended) if intended else (), arms_of(kept), marks_of(claim.sentence.text),
    )  # fmt: skip


def said_of(kept: KeptClaim) -> Said:
    """A claim as it is shown, whoever told of it."""
    return Said(
        told(kept), kept.documents, {role.value: spoken(kept, role) for role in Role if role in kept.claim.roles}
    )


def holders(kept: KeptClaim, role: Role) -> tuple[Holder, ...]:
    """Those whom a role names, each in its words."""
    looked_up = {r.filler: r for r in kept.resolutions if r.role is role and r.scheme == "actor"}
    return tuple(_holder(words, looked_up.get(filler)) for filler, words in enumerate(spoken(kept, role)))


def _holder(words: str, found: Resolution | None) -> Holder:
    detail = json.loads(found.detail) if found else {}
    if found is not None and found.code is not None:
        return Holder(words, found.code, detail.get("name"), found.level == "class_actor")
    open_ = bool(detail.get("several") or detail.get("candidates"))
    return Holder(words, vague=open_ or is_unsaid(words) or not any(map(str.isupper, words)))


def arms_of(kept: KeptClaim) -> tuple[Arms, ...]:
    """What the role weapon names, each in its words; words for no arms at all are left out."""
    register = open_weapons()
    looked_up = {r.filler: r for r in kept.resolutions if r.role is Role.WEAPON and r.scheme == "weapon"}
    found = []
    for filler, words in enumerate(spoken(kept, Role.WEAPON)):
        code = looked_up[filler].code if filler in looked_up else None
        row = (register.weapons.get(code) or register.classes.get(code)) if code else None
        kind = register.class_of(code) if code and row else None
        found.append(Arms(words, code, row.name if row else None, kind, row.unroca if row else None))
    return tuple(found)


def same_holder(left: Holder, right: Holder) -> bool:
    """Whether two sentences name the same holder: one code, one body ("us", "us-mil"), or one name of no register."""
    if left.vague or right.vague:
        return False
    if left.code and right.code:
        return left.code.partition("-")[0] == right.code.partition("-")[0]
    return left.code is right.code and folded(left.words) == folded(right.words)


def key_of(holder: Holder) -> str | None:
    """What two holders share that are the same; None where nobody is named."""
    if holder.vague:
        return None
    return holder.code.partition("-")[0] if holder.code else f"={folded(holder.words)}"
