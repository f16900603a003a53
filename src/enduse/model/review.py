"""What is handed to a person who reviews, and how that person wants to be handed it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .claim import Claim, Role
from .kept import KeptClaim
from .record import Judgement, Record, Verdict


class Queue(StrEnum):
    """Which claims come, and in which order."""

    UNCERTAIN = "uncertain"
    AUDIT = "audit"
    SECOND = "second"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class QueueOrder:
    """How a queue is made. near: the score around which a reader is least sure. seed: which random sample."""

    queue: Queue = Queue.UNCERTAIN
    near: float = 0.5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A claim that is a person's to decide. before, after: the text around its sentence.

    standing: the judgements of it that stood then, oldest first; a decision is taken only while the same stand.
    corrections: the claims that these put in its place.
    """

    kept: KeptClaim
    before: str
    after: str
    standing: tuple[Judgement, ...] = ()
    corrections: tuple[Claim, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether several people have judged it, so that one more judges between them and may know what they said."""
        return len({judgement.by for judgement in self.standing}) > 1

    def choice_of(self, number: int) -> Choice | None:
        """The decision of one of those who judged it, counted from 1."""
        if not self.disputed or not 1 <= number <= len(self.standing):
            return None
        judgement = self.standing[number - 1]
        claims = [claim for claim in self.corrections if claim.id == judgement.replacement]
        return Choice(judgement.verdict, claim=claims[0] if claims else None)


@dataclass(frozen=True, slots=True)
class NamedReferent:
    """What a person says that one filler of a role stands for; code: None for something that no register has."""

    role: Role
    filler: int
    scheme: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision before it is kept. claim: as it should be, for a correction only."""

    verdict: Verdict
    why: str = ""
    claim: Claim | None = None
    referents: tuple[NamedReferent, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision that was kept: all the rows that it came with, so that it can be taken back.

    claim: the id of the claim that was added for it, if one was.
    """

    judgement: Judgement
    records: tuple[Record, ...]
    claim: str | None = None
