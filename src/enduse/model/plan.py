"""What a ledger knows of a plan: its words, the state of its condition, and what was reported of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ConditionKind(StrEnum):
    """What a condition hangs on, as its words tell."""

    CEASEFIRE = "ceasefire"
    APPROVAL = "approval"
    VOTE = "vote"
    ATTACK = "attack"
    DATE = "date"
    OTHER = "other"


class Predicate(StrEnum):
    """What must become of it."""

    ENDS = "ends"
    BREAKS = "breaks"
    BEGINS = "begins"
    HOLDS = "holds"
    HAPPENS = "happens"
    UNCLEAR = "unclear"


class TriggerLevel(StrEnum):
    """How far claims go towards a condition; none of them says that it is met, only that it is reported met."""

    NOTHING = "0"
    STRAIN = "1"
    ONE_SIDE = "2"
    ONE_REPORT = "3"
    REPORTED = "4"
    REOPENED = "R"


class OutcomeKind(StrEnum):
    """What a later claim reports of something that was planned."""

    DELIVERED = "delivered"
    HALTED = "halted"
    DENIED = "denied"
    DIVERTED = "diverted"
    SEIZED = "seized"
    USED = "used"


@dataclass(frozen=True, slots=True)
class Reports:
    """How many stand behind claims: claims, documents, and independent reports from low to high.

    high: documents folded by copies. low: those of one outlet, one named source, or one class of unnamed sources folded
    as well.
    """

    claims: int
    documents: int
    low: int
    high: int

    def __str__(self) -> str:
        number = f"{self.low}" if self.low == self.high else f"{self.low} to {self.high}"
        return f"{number} independent report{'' if self.high == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it is shown beside a plan or in a line of a truce: its quote, its day, and on whose word.

    day: of publication; None where it is not known. label: status or state. chain: outlet to origin, as it was read.
    """

    claim: str
    day: date | None
    label: str
    stance: str
    quote: str
    source: str
    outlet: str
    chain: str


@dataclass(frozen=True, slots=True)
class Change:
    """That a condition reached a level on a day, and by which claims."""

    day: date
    level: TriggerLevel
    wording: str
    by: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in its own words, with what claims or the calendar tell of it.

    history: all levels that it has had, the present one last. untied: why nothing can be tied to it; None if something
    could. notes: what was left out of account, in words. loose: whether only the country or one party speaks for it.
    """

    words: str
    kind: ConditionKind
    predicate: Predicate
    level: TriggerLevel
    wording: str
    history: tuple[Change, ...] = ()
    untied: str | None = None
    notes: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was reported afterwards of something that fits a plan; why says by which fields it fits."""

    kind: OutcomeKind
    reports: Reports
    by: tuple[Told, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Something planned, promised, considered or called for: never an event, whatever is reported of it later.

    roles: the words of each role. also: later statements that fit it, and that nobody denies. copies: the same plan in
    copies of its article, which are no plans of their own; documents: of all of these.
    """

    told: Told
    type: str
    roles: Mapping[str, tuple[str, ...]]
    documents: tuple[str, ...]
    conditions: tuple[Condition, ...]
    outcomes: tuple[Outcome, ...]
    also: tuple[Told, ...]
    copies: tuple[Told, ...] = ()

    @property
    def word(self) -> str:
        """How the plan is labelled: its status, and how far its condition is reported."""
        if not self.conditions:
            return self.told.label
        levels = {condition.level for condition in self.conditions if not condition.loose}
        if levels & {TriggerLevel.ONE_REPORT, TriggerLevel.REPORTED}:
            return f"{self.told.label}, condition reported met"
        if TriggerLevel.ONE_SIDE in levels:
            return f"{self.told.label}, condition reported met by one side"
        return f"{self.told.label}, conditional"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that changed about a plan. what: as docs/plans.md lists them, such as "condition met"."""

    what: str
    plan: str
    text: str
    by: tuple[Told, ...]
