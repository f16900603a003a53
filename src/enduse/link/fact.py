"""The fields of a claim by which it is compared with others: codes, quantities, days, wording."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..lexicon.places import open_places
from ..lexicon.weapons import open_weapons
from ..model import Claim, ClaimType, Role, State, Status
from ..model.kept import KeptClaim
from ..model.record import Resolution
from .days import day, earliest
from .source import folded, voice_of

COMPARED: Mapping[ClaimType, tuple[Role, ...]] = {
    ClaimType.TRANSFER: (Role.SUPPLIER, Role.RECIPIENT, Role.WEAPON, Role.PLACE),
    ClaimType.DIVERSION: (Role.FROM, Role.TO, Role.WEAPON, Role.PLACE),
    ClaimType.INTERDICTION: (Role.AGENT, Role.FROM, Role.TO, Role.WEAPON, Role.PLACE),
    ClaimType.HOLDING: (Role.HOLDER, Role.WEAPON, Role.PLACE, Role.TARGET),
    ClaimType.CEASEFIRE: (Role.PARTY, Role.BROKER, Role.PLACE),
}
"""The roles that say which act it is."""

LONGEST_DAYS = 62
"""Days of a period from which it says too little of when: it can rule out an act, and speaks for none."""

WORDING_WORDS = 8
"""Words from which a sentence that stands in two documents is no chance."""


@dataclass(frozen=True, slots=True)
class Term:
    """One filler of a role. code: of the register, None where nothing was found. vague: it names a kind, or nothing.

    key: what two fillers must share to agree: of actors the state or the actor, of weapons the class, of places the
    country. words: folded, where there is no code.
    """

    code: str | None
    key: str | None
    vague: bool
    words: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity's bounds; None is open. exact: the words give one number."""

    measure: str
    unit: str | None
    low: float | None
    high: float | None
    exact: bool


@dataclass(frozen=True)
class Fact:
    """What a claim says, ready to be compared.

    act: the type; a violated truce apart from the truce, and what may yet happen apart from what did.
    start, end: the days of the act where the sentence tells them (dated), else the day of publication; None where
    neither is known. wording: the sentence folded, if it is long.
    outlet: who printed it; credited: the outlet that the text has it from.
    """

    id: str
    type: ClaimType
    act: str
    terms: Mapping[Role, tuple[Term, ...]]
    amounts: tuple[Amount, ...]
    start: date | None
    end: date | None
    dated: bool
    mode: str | None
    wording: str | None
    document: str
    outlet: str | None = None
    credited: str | None = None
    published: date | None = None

    @property
    def vague_days(self) -> bool:
        """Whether the days are not known, or too many to say when."""
        return self.start is None or self.end is None or (self.end - self.start).days > LONGEST_DAYS

    @cached_property
    def signature(self) -> tuple[object, ...]:
        """Equal for claims that no comparison can tell apart, but for their wording."""
        return (self.act, tuple(sorted(self.terms.items())), self.amounts, self.start, self.end, self.dated, self.mode)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The actors that it names: whatever tells of one act shares one of these."""
        actors = (terms for role, terms in self.terms.items() if role not in (Role.WEAPON, Role.PLACE))
        return tuple(sorted({f"{term.key}" for terms in actors for term in terms if not term.vague}))

    @cached_property
    def things(self) -> tuple[str, ...]:
        """What else it may have in common with others: whatever tells of one act shares one of these too."""
        found = {f"{role}:{term.key or '=' + term.words}" for role, terms in self.terms.items() for term in terms}
        found |= {f"~{term.key.partition('.')[0]}" for term in self.terms.get(Role.WEAPON, ()) if term.key}
        found |= {f"#{a.measure}:{a.low:g}" for a in self.amounts if a.exact and a.low is not None}
        return tuple(sorted(found))


def fact_of(kept: KeptClaim) -> Fact:
    """Reduce a claim of a ledger to its fields."""
    claim = kept.claim
    looked_up = {(r.role, r.filler, r.scheme): r for r in kept.resolutions}
    terms = {
        role: tuple(
            _term(role, span.text, looked_up.get((role, place, _scheme(role))))
            for place, span in enumerate(claim.roles[role])
        )
        for role in COMPARED[claim.type]
        if claim.roles.get(role)
    }
    start, end, dated = _days(kept)
    wording, voice = folded(claim.sentence.text), voice_of(kept)
    amounts = tuple(sorted(_amounts(kept.resolutions), key=repr))
    return Fact(
        claim.id, claim.type, _act(claim), terms, amounts, start, end, dated,
        claim.mode.value if claim.mode else None, wording if wording.count(" ") + 1 >= WORDING_WORDS else None,
        claim.document_sha256, voice.outlet, voice.credited, published_on(kept),
    )  # fmt: skip


def _act(claim: Claim) -> str:
    if claim.state is State.VIOLATED:
        return f"{claim.type}/violation"
    ahead = claim.status is Status.RISK and claim.type is not ClaimType.TRANSFER
    return f"{claim.type}/risk" if ahead else claim.type.value


def published_on(kept: KeptClaim) -> date | None:
    """The earliest day on which a document of the claim was published; None where none is known."""
    return earliest(kept.documents)


def _scheme(role: Role) -> str:
    return {Role.WEAPON: "weapon", Role.PLACE: "place"}.get(role, "actor")


def _term(role: Role, words: str, found: Resolution | None) -> Term:
    code = found.code if found else None
    if code is None or found is None:
        return Term(None, None, True, folded(words))
    if role is Role.WEAPON:
        register = open_weapons()
        kind = register.class_of(code)
        vague = kind.startswith("generic.") or kind.endswith(".unspecified")
        return Term(code, kind, vague, "")
    if role is Role.PLACE:
        try:
            return Term(code, open_places().country_of(code), found.level == "country", "")
        except KeyError:  # of a user's own gazetteer
            return Term(code, code, False, "")
    if found.level == "class_actor":
        return Term(code, code.rpartition("-")[2], True, "")
    return Term(code, code.partition("-")[0], False, "")


def _amounts(resolutions: Sequence[Resolution]) -> Iterator[Amount]:
    for resolution in resolutions:
        if resolution.scheme == "quantity":
            for record in json.loads(resolution.detail)["quantities"]:
                low, best, high = record["low"], record["best"], record["high"]
                if any(number is not None for number in (low, best, high)):
                    exact = record["rule"] == "exact"
                    yield Amount(
                        record["measure"], record["unit"], best if exact else low, best if exact else high, exact
                    )


def _days(kept: KeptClaim) -> tuple[date | None, date | None, bool]:
    for resolution in kept.resolutions:
        if resolution.scheme == "period":
            record = json.loads(resolution.detail)
            start, end = day(record["start"]), day(record["end"])
            if start and end:
                return start, end, True
    printed = published_on(kept)
    return printed, printed, False
