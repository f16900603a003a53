"""What a ledger gives back: documents and claims as they were kept, with what has been decided about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .claim import Claim, Role
from .record import CopyRecord, Grading, Judgement, Resolution, Retraction
from .span import Span


class Decision(StrEnum):
    """Where a claim stands with the people who review."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNSURE = "unsure"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are asked for; all conditions must hold, and one that is empty asks nothing.

    statuses: of all types but ceasefires, or states of ceasefires. roles: words that must stand in a role.
    codes: "scheme:code"; of several codes any will do. outlet: the publisher, whole. since, until: the day of
    publication, both included. words: in the sentence. decision: None for all but rejected claims.
    as_of: the state of the ledger then, UTC; now if None.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    roles: Mapping[Role, str] = field(default_factory=dict)
    words: str | None = None
    codes: tuple[str, ...] = ()
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    reader: str | None = None
    min_score: float | None = None
    max_score: float | None = None
    decision: Decision | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """One document of a text. id: of the ledger. name: the one that its file or line gave it."""

    id: str
    name: str
    sha256: str
    title: str | None
    published_on: str | None
    publisher: str | None
    url: str | None
    added_at: str


@dataclass(frozen=True, slots=True)
class Score:
    """How sure a reader was of a claim, and when that was added."""

    reader: str
    score: float
    added_at: str


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim with all that is known of it. row: its place in the order in which claims were added.

    documents: live ones of its text; several are exact copies. judgements, gradings (of the claim itself): oldest
    first, the last one counts.
    """

    row: int
    claim: Claim
    documents: tuple[KeptDocument, ...]
    scores: tuple[Score, ...]
    decision: Decision
    judgements: tuple[Judgement, ...]
    resolutions: tuple[Resolution, ...]
    gradings: tuple[Grading, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Claims, those added last first. after: ask with it for the next page; None at the end."""

    claims: tuple[KeptClaim, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A text in which the words were found, its live documents, and a passage of it that holds one of them."""

    documents: tuple[KeptDocument, ...]
    passage: Span
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HitPage:
    """Texts found, those added last first. after: ask with it for the next page; None at the end."""

    hits: tuple[Hit, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a ledger holds about a claim.

    before, after: the text around the sentence. copies: what its documents repeat, and what repeats them.
    """

    kept: KeptClaim
    before: str
    after: str
    copies: tuple[CopyRecord, ...]
    retractions: tuple[Retraction, ...]
