"""What a role filler stands for: a row of a register, or nothing with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Which register a code belongs to."""

    WEAPON = "weapon"
    ACTOR = "actor"
    PLACE = "place"


class Level(StrEnum):
    """How exact the words are: one object, one name, or one kind."""

    ITEM = "item"
    DESIGNATION = "designation"
    CLASS = "class"
    ACTOR = "actor"
    CLASS_ACTOR = "class_actor"
    COUNTRY = "country"
    REGION = "region"
    TOWN = "town"
    SITE = "site"


LEVELS_OF: Mapping[Scheme, frozenset[Level]] = {
    Scheme.WEAPON: frozenset({Level.ITEM, Level.DESIGNATION, Level.CLASS}),
    Scheme.ACTOR: frozenset({Level.ACTOR, Level.CLASS_ACTOR}),
    Scheme.PLACE: frozenset({Level.COUNTRY, Level.REGION, Level.TOWN, Level.SITE}),
}
"""The levels that each register can answer at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row of a register that the words may stand for.

    why: what speaks for it, in words for a person.
    """

    code: str
    why: str

    def __post_init__(self) -> None:
        if not self.code.strip():
            raise ValueError("a candidate has no code; give the id of its row")
        if not self.why.strip():
            raise ValueError(f"candidate {self.code!r} has no why; say what speaks for it")


@dataclass(frozen=True, slots=True)
class Referent:
    """What a filler was looked up as.

    code: the id of a register's row; None where the words name none, or leave several open.
    level: how exact the words are; with code None, how exact the candidates are, or None where there are none.
    why: how it was found or why it was not, in words for a person; never empty.
    candidates: rows that were weighed beside or under the code; with code None, those that are left open.
    several: whether the words name several at once ("the US and Turkey"), so that code is None and no candidate is to
        be chosen: each stands for a part of the words.
    """

    scheme: Scheme
    code: str | None
    level: Level | None
    why: str
    candidates: tuple[Candidate, ...] = ()
    several: bool = False

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise ValueError(f"referent {self.code!r} has no why; say how it was found, or why it was not")
        if self.code is not None and not self.code.strip():
            raise ValueError("the code of a referent is empty; what was not found has the code None")
        if self.level is None and (self.code is not None or self.candidates):
            raise ValueError(f"referent {self.code!r} has no level; only what names nothing has none")
        if self.level is not None and self.level not in LEVELS_OF[self.scheme]:
            accepted = ", ".join(sorted(LEVELS_OF[self.scheme]))
            raise ValueError(f"level {self.level!r} is none of scheme {self.scheme!r}; accepted: {accepted}")
        if self.several and self.code is not None:
            raise ValueError(f"referent {self.code!r} names several; what names several has the code None")
        codes = [candidate.code for candidate in self.candidates]
        if len(set(codes)) < len(codes):
            raise ValueError(f"candidates {codes} name one row twice")

    @property
    def ambiguous(self) -> bool:
        """Whether the words name something of the register, and leave open which row."""
        return self.code is None and len(self.candidates) > 1 and not self.several
