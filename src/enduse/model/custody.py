"""Who is told to have held which arms: links of custody, what joins them, and what stays a gap."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from .kept import KeptDocument
from .plan import Told
from .record import canonical

NOTICE = (
    "That somebody stands in an earlier link says nothing of wrongdoing: unless a quote says so plainly, to have made, "
    "sold, carried or held arms before they were diverted is no malpractice."
)
"""Printed with every view of custody; after the practice of Conflict Armament Research, in our own words."""


class LinkKind(StrEnum):
    """How arms are told to have come to a holder, or that somebody is told to have them."""

    TRANSFER = "transfer"
    DIVERSION = "diversion"
    SEIZURE = "seizure"
    HOLDING = "holding"


class Identity(StrEnum):
    """What shows that two links are of the same arms, from the strongest down; only those in JOINS join links."""

    SERIAL = "serial"
    LOT = "lot"
    SHIPMENT = "shipment"
    PERSON = "person"
    WORDS = "words"
    MODEL_PLACE_MONTH = "model_place_month"
    MODEL = "model"
    CLASS = "class"


JOINS = frozenset({Identity.SERIAL, Identity.LOT, Identity.SHIPMENT, Identity.PERSON, Identity.WORDS})
"""Levels at which links are joined; at model, place and month, and at model, links are compatible; at class nothing."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who gives, gets or has arms, in the words of the text.

    code, name: of the register, where it was found. vague: a kind ("rebels"), a bare description, or nobody found by
    name: never taken for the same holder as in another sentence.
    """

    words: str
    code: str | None = None
    name: str | None = None
    vague: bool = True


@dataclass(frozen=True, slots=True)
class Arms:
    """What is passed or held, in the words of the text.

    code: a designation or a class of the register; None where nothing was found. unroca: the category of the UN
    Register of Conventional Arms, "outside" it, "depends" on the type, or None where the words are not in the register.
    """

    words: str
    code: str | None = None
    name: str | None = None
    weapon_class: str | None = None
    unroca: str | None = None

    @property
    def model(self) -> str | None:
        """The designation; None where the words name no more than a class."""
        return self.code if self.code != self.weapon_class else None


@dataclass(frozen=True, slots=True)
class Mark:
    """A serial number, a lot or a named shipment.

    value: as it is compared. words: the number or the name itself; quote: with the words that tell what it is.
    """

    identity: Identity
    value: str
    words: str
    quote: str


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as it is shown, with all documents of its text; roles: the words that fill each of its roles."""

    told: Told
    documents: tuple[KeptDocument, ...]
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Backing:
    """How many stand behind claims: documents, reports when copies are folded, roots from fewest to most."""

    documents: int
    reports: int
    roots: tuple[int, int]


@dataclass(frozen=True)
class CustodyLink:
    """One act by which arms are told to have come to somebody, or one holding; with every claim that tells of it.

    before: who gave or lost them; after: who got or has them; intended: for whom seized arms were. Each is empty where
    no claim tells. start, end: the days told (dated), else those of publication. denied: claims that deny the act.
    """

    kind: LinkKind
    before: tuple[Holder, ...]
    after: tuple[Holder, ...]
    arms: tuple[Arms, ...]
    said: tuple[Said, ...]
    backing: Backing
    intended: tuple[Holder, ...] = ()
    via: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    start: date | None = None
    end: date | None = None
    dated: bool = False
    mode: str | None = None
    denied: tuple[Said, ...] = ()

    def __post_init__(self) -> None:
        if not self.said or not all(said.told.quote for said in self.said):
            raise ValueError("a link of custody stands on claims with quotes; give at least one")
        if wrong := [said.told.claim for said in self.said if not is_done(said.told)]:
            raise ValueError(f"{wrong[0]} tells of nothing done, and makes no link of custody")

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that tell of it, in order."""
        return tuple(sorted(said.told.claim for said in self.said))

    @cached_property
    def id(self) -> str:
        """Made from its claims; a link that gains a claim has another id."""
        return f"cus-{hashlib.sha256(canonical(list(self.claims)).encode()).hexdigest()[:20]}"

    @property
    def alleged(self) -> bool:
        """Whether every claim keeps its distance from it."""
        return all(said.told.stance == "alleged" for said in self.said)

    @property
    def contested(self) -> bool:
        """Whether somebody denies it."""
        return bool(self.denied)

    @property
    def supported(self) -> bool:
        """Whether it is stated, and nobody in the ledger denies it; that it is so is not said."""
        return not self.alleged and not self.contested


def is_done(told: Told) -> bool:
    """Whether a claim tells of something as done, be it alleged; a plan, a fear and a denial do not."""
    return told.label == "occurred" and told.stance != "denied"


@dataclass(frozen=True, slots=True)
class Joint:
    """Two links of the same arms. continuous: who had them after the left one is who had them before the right one."""

    left: str
    right: str
    identity: Identity
    why: str
    continuous: bool

    def __post_init__(self) -> None:
        if self.identity not in JOINS:
            raise ValueError(f"links are not joined at the level {self.identity}; they are compatible at most")


@dataclass(frozen=True, slots=True)
class Point:
    """Where arms were diverted, by the id of the link that tells of it.

    holder: in whose hands they were then; None where that is not named, and why says what is missing.
    """

    link: str
    holder: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Links that are joined, in order, by their ids.

    gaps: what is not found before, between and behind them: one more than links, "" where there is no gap.
    """

    links: tuple[str, ...]
    joints: tuple[Joint, ...]
    gaps: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.links) < 2 or len(self.gaps) != len(self.links) + 1:
            raise ValueError("a chain has two links or more, and says of each place around them whether it is a gap")


@dataclass(frozen=True, slots=True)
class Compatible:
    """Two links that may be of the same arms, and are not joined."""

    left: str
    right: str
    identity: Identity
    why: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Claims that make no link, by the reason."""

    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Custody:
    """What a ledger tells of the custody of arms.

    understood: what was looked for, in words. points: one for each diversion. compatible: those closest first; more:
    how many are left out of them. class_only: pairs of links that have a holder and a class in common and no model;
    nothing is said of them. apart: claims that tell of nothing done, or deny it. found: claims that name what was asked
    for, counted up to 10,000; read: claims that were read, those that lead on among them.
    """

    asked: str
    understood: str
    links: tuple[CustodyLink, ...]
    chains: tuple[Chain, ...]
    points: tuple[Point, ...]
    compatible: tuple[Compatible, ...]
    more: int
    class_only: int
    apart: tuple[Said, ...]
    left_out: tuple[LeftOut, ...]
    found: int
    read: int
