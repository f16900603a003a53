"""What was done before that is like a plan: cases with their quotes, where they are alike, what came after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .plan import Outcome, Reports, Told


class ActorSort(StrEnum):
    """What sort of supplier or recipient somebody is."""

    COVERT_AGENCY = "covert agency"
    STATE_FORCES = "armed forces or ministry"
    STATE = "state"
    ALLIANCE = "alliance or organisation of states"
    VETTED_GROUP = "vetted or moderate groups"
    UMBRELLA = "many groups under one word"
    ARMED_GROUP = "armed group"
    MILITIA = "militia"
    COMPANY = "company or dealer"
    OTHER = "other"


class Channel(StrEnum):
    """The way in which arms pass, as the words of the sentence tell."""

    COVERT = "covert"
    SALE = "sale"
    GIFT = "gift or aid"
    TRAIN_AND_EQUIP = "train and equip"


class ControlKind(StrEnum):
    """What is said to keep arms with those they are meant for."""

    VETTING = "vetting"
    END_USE_PAPERS = "end-use papers"
    MONITORING = "monitoring"
    RETURN = "return of used parts"
    TRAINING = "training"
    TECHNICAL = "technical lock"
    LICENCE = "licence or approval"
    NO_RETRANSFER = "no retransfer"
    BUY_BACK = "buy-back"
    STORAGE = "storage"


class Alike(StrEnum):
    """How a field of a case stands to the same field of the plan."""

    ALIKE = "alike"
    OTHER = "other"
    NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Likeness:
    """One field of a plan and of a case, each as it was classed; empty where it is not told."""

    field: str
    how: Alike
    plan: tuple[str, ...]
    case: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """A control that a text tells of. quote: the whole sentence; words: those in it that tell the control.

    beside: it stands in a sentence next to the claim's own, and may be of something else.
    """

    kind: ControlKind
    quote: str
    words: str
    document: str
    claim: str
    beside: bool = False

    def __post_init__(self) -> None:
        if not self.words or self.words not in self.quote:
            raise ValueError(f"{self.words!r} does not stand in the sentence that is to tell of {self.kind}")


@dataclass(frozen=True, slots=True)
class Precedent:
    """A case before the plan. basis: "transfer", or "diversion alone" where the ledger has no claim of the transfer.

    reports: who stands behind the case; denials count for none. no_outcome: why no outcome is shown, None where one is;
    that none is reported is no success. named: the plan's own article tells of it.
    """

    claims: tuple[Told, ...]
    basis: str
    day: date | None
    likeness: tuple[Likeness, ...]
    controls: tuple[Control, ...]
    outcomes: tuple[Outcome, ...]
    no_outcome: str | None
    reports: Reports
    named: bool

    def __post_init__(self) -> None:
        if (self.no_outcome is None) != bool(self.outcomes):
            raise ValueError("a case has outcomes, or says why none is shown")

    @property
    def alike(self) -> tuple[str, ...]:
        """The fields in which it is like the plan."""
        return tuple(found.field for found in self.likeness if found.how is Alike.ALIKE)


@dataclass(frozen=True, slots=True)
class Recalled:
    """A sentence of the plan's article that calls something earlier to mind.

    cue: the words that do so. claim: the claim that was read in it, if one was.
    """

    quote: str
    cue: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class Precedents:
    """The cases like a plan, the most alike first; they are cases, and no rate follows from them.

    profile: field → how the plan is classed in it. left_out: in words, each with its number. horizon: days after a case
    in which reports count as its outcome.
    """

    plan: Told
    profile: Mapping[str, tuple[str, ...]]
    cases: tuple[Precedent, ...]
    named: tuple[Recalled, ...]
    left_out: tuple[str, ...]
    horizon: int
