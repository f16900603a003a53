"""What is reported of a truce: a line of states for each source, its dates apart, and how long truces held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .plan import Reports, Told


@dataclass(frozen=True, slots=True)
class Silence:
    """Days between which a source is not found to have said anything; until is None for silence that lasts."""

    since: date
    until: date | None
    days: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What one source says of a truce, in order of the days of publication, and where it is silent.

    violations: claims of violations by this source; those of several sources are never added up.
    """

    source: str
    states: tuple[Told, ...]
    silences: tuple[Silence, ...]
    violations: int


@dataclass(frozen=True, slots=True)
class TruceDate:
    """One claim about when a truce was declared, takes effect or ended. basis: "worded" or "day of the report"."""

    day: date
    basis: str
    words: str
    claim: str
    source: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Violations that two sources may both mean: the same place, days of report at most one apart."""

    place: str
    day: date
    claims: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truce:
    """Claims that may be of one truce; why says what brought them together. places: as the claims word them.

    notes: what was left out of account, in words.
    """

    name: str
    why: str
    places: tuple[str, ...]
    lines: tuple[SourceLine, ...]
    declared: tuple[TruceDate, ...]
    effective: tuple[TruceDate, ...]
    ended: tuple[TruceDate, ...]
    overlaps: tuple[Overlap, ...]
    reports: Reports
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """How long one truce held, in days. censored: its end is not reported, and it held so long at least."""

    name: str
    days: int
    censored: bool

    def __post_init__(self) -> None:
        if self.days < 0:
            raise ValueError(f"{self.name} ends {-self.days} days before it starts; end must not lie before start")


@dataclass(frozen=True, slots=True)
class Survival:
    """One step of a Kaplan-Meier curve. low, high: of 95 %, None where the formula gives none (share 0 or 1).

    at_risk: truces that had held until just before. ended, censored: on that day.
    """

    days: int
    at_risk: int
    ended: int
    censored: int
    share: float
    error: float | None
    low: float | None
    high: float | None
