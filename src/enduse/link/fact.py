"""The fields of a claim by which it is compared with others: codes, quantities, days, wording, on whose word."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..lexicon.places import open_places
from ..lexicon.weapons import open_weapons
from ..model import Claim, ClaimantClass, ClaimType, Role, Stance, State, Status
from ..model.document import is_encyclopedia
from ..model.kept import KeptClaim
from ..model.record import Resolution
from .blocks import keys
from .days import day, earliest
from .source import folded, own_name, voice_of

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
    country; of an actor that no register knows its name after "=". words: folded, where there is no code.
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
    neither is known. wording: stands for the sentence, if it is long.
    outlet: who printed it; credited: the outlet that the text has it from. source, party, kind: of its voice.
    signs: by which plans find it (signposts.py); they tell no two claims apart.
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
    status: Status | None = None
    state: State | None = None
    stance: Stance = Stance.STATED
    source: str | None = None
    party: str | None = None
    kind: ClaimantClass | None = None
    signs: tuple[str, ...] = ()

    @property
    def denied(self) -> bool:
        """Whether the claim says that it is not so."""
        return self.stance is Stance.DENIED

    @property
    def label(self) -> str:
        """Status or state."""
        return str(self.status or self.state)

    @cached_property
    def when(self) -> int | None:
        """One day to sort and look it up by: the middle of its days, of publication where those are too many."""
        if self.start and self.end and not self.vague_days:
            return (self.start.toordinal() + self.end.toordinal()) // 2
        day_ = self.published or self.start
        return day_.toordinal() if day_ else None

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """By which claims to compare with it are found; see blocks.py."""
        return keys(self)

    @cached_property
    def age(self) -> tuple[int, str]:
        """The order in which claims are given to events: by day, those without one last, then by id."""
        return (self.when if self.when is not None else date.max.toordinal(), self.id)

    @property
    def vague_days(self) -> bool:
        """Whether the days are not known, or too many to say when."""
        return self.start is None or self.end is None or (self.end - self.start).days > LONGEST_DAYS

    @cached_property
    def signature(self) -> tuple[object, ...]:
        """Equal for claims that no comparison can tell apart, but for their wording."""
        return (self.act, tuple(sorted(self.terms.items())), self.amounts, self.start, self.end, self.dated, self.mode)


def fact_of(kept: KeptClaim) -> Fact:
    """Reduce a claim of a ledger to its fields."""
    claim = kept.claim
    looked_up = {(r.role, r.filler, r.scheme): r for r in kept.resolutions}
    shouted = claim.sentence.text.isupper()
    terms = {
        role: tuple(
            _himself(kept, role, span.text)
            or _term(role, span.text, looked_up.get((role, place, _scheme(role))), shouted=shouted)
            for place, span in enumerate(claim.roles[role])
        )
        for role in COMPARED[claim.type]
        if claim.roles.get(role)
    }
    start, end, dated = _days(kept)
    voice = voice_of(kept)
    amounts = tuple(sorted(_amounts(kept.resolutions), key=repr))
    return Fact(
        claim.id, claim.type, _act(claim), terms, amounts, start, end, dated,
        claim.mode.value if claim.mode else None, _wording(claim.sentence.text), claim.document_sha256, voice.outlet,
        voice.credited, published_on(kept), claim.status, claim.state, claim.stance, voice.source, voice.party,
        voice.kind,
    )  # fmt: skip


def _wording(sentence: str) -> str | None:
    words = folded(sentence)
    return hashlib.sha256(words.encode()).hexdigest()[:16] if words.count(" ") + 1 >= WORDING_WORDS else None


def _act(claim: Claim) -> str:
    if claim.state is State.VIOLATED:
        return f"{claim.type}/violation"
    ahead = claim.status is Status.RISK and claim.type is not ClaimType.TRANSFER
    return f"{claim.type}/risk" if ahead else claim.type.value


def published_on(kept: KeptClaim) -> date | None:
    """The earliest day on which a document of the claim was published; None where none is known.

    The date of an encyclopedia is that of its last edit, and is no date of report.
    """
    return earliest(document for document in kept.documents if not is_encyclopedia(document.publisher, document.url))


def _scheme(role: Role) -> str:
    return {Role.WEAPON: "weapon", Role.PLACE: "place"}.get(role, "actor")


def _term(role: Role, words: str, found: Resolution | None, *, shouted: bool = False) -> Term:
    """shouted: whether all of the sentence is in capitals, which then tell no names."""
    code = found.code if found else None
    if code is None or found is None:
        name = own_name(words) if _scheme(role) == "actor" and not shouted else None
        return Term(None, f"={name}" if name else None, name is None, folded(words))
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


_IT = frozenset({"it", "we"})
_ACTS = frozenset({Role.SUPPLIER, Role.FROM, Role.AGENT, Role.HOLDER, Role.PARTY})


def _himself(kept: KeptClaim, role: Role, words: str) -> Term | None:
    """The one who speaks, where "it" did the act and only one is named as speaking: "Norland denied that it sent"."""
    said = kept.claim.roles.get(Role.CLAIMANT, ())
    if role not in _ACTS or words.casefold() not in _IT or len(said) != 1:
        return None
    known = {r.role: r for r in kept.resolutions if r.scheme == "actor" and r.filler == 0 and r.code}
    if role in known:
        return None
    term = _term(role, said[0].text, known.get(Role.CLAIMANT))
    return None if term.vague else term


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
