"""Claims that tell of one act as far as their fields say, with the reasons; derived of them, never the truth."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from .claim import ClaimType
from .record import canonical


class TieBy(StrEnum):
    """What ties two claims: their fields, the same sentence in both, or a person's judgement."""

    FIELDS = "fields"
    WORDING = "wording"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two claims stand in one event; left comes before right, by id."""

    left: str
    right: str
    by: TieBy
    why: str

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"a tie names its two claims in order; {self.left} does not come before {self.right}")
        if not self.why.strip():
            raise ValueError(f"the tie of {self.left} and {self.right} has no why; say what they have in common")


@dataclass(frozen=True, slots=True)
class Event:
    """One act, as far as the claims' fields say; that it is one act is a suggestion, that it happened is not said.

    claims: ids, in order. ties: enough of them to reach every claim from every other. notes: in words, what was left
    open: other events that a vague claim would fit as well, judgements that contradict each other.
    """

    type: ClaimType
    claims: tuple[str, ...]
    ties: tuple[Tie, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims or list(self.claims) != sorted(set(self.claims)):
            raise ValueError(f"the claims of an event are {self.claims}; give at least one, each once, in order")

    @property
    def id(self) -> str:
        """Made from the claims: an event that gains a claim has another id; name it by a claim to keep hold of it."""
        return f"evt-{hashlib.sha256(canonical(list(self.claims)).encode()).hexdigest()[:20]}"
