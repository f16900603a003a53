"""What a ledger keeps beside documents and claims: how names were resolved, what was decided, what was withdrawn."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, fields
from enum import StrEnum
from typing import ClassVar

from .claim import Role
from .copy import Copy, CopyKind, SharedRun


class Verdict(StrEnum):
    """What a person decided about a claim."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNSURE = "unsure"


class Sameness(StrEnum):
    """What a person decided about two records."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Record:
    """A row that is added once and never edited; its id is made from all that it says."""

    kind: ClassVar[str]
    prefix: ClassVar[str]

    @property
    def id(self) -> str:
        """Equal wherever and whenever the same thing is said."""
        content = [self.kind, *(getattr(self, field.name) for field in fields(self))]
        return f"{self.prefix}-{hashlib.sha256(canonical(content).encode()).hexdigest()[:20]}"


def canonical(value: object) -> str:
    """Write plain data as JSON in one way only, for digests."""
    return _encode(value)


_encode = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Resolution(Record):
    """What one filler of a claim's role was looked up as, by which version of which resolver.

    filler: which of the role's spans, from 0. scheme: "actor", "weapon", "place", "quantity", "period".
    code: None where it was looked up and not found. detail: canonical JSON of what the scheme adds, such as bounds.
    """

    kind: ClassVar[str] = "resolution"
    prefix: ClassVar[str] = "res"
    claim: str
    role: Role
    filler: int
    scheme: str
    code: str | None
    level: str | None
    why: str
    resolver: str
    detail: str = "{}"

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise ValueError(f"the resolution of {self.role} of {self.claim} has no why; say how it was found, or not")
        if canonical(json.loads(self.detail)) != self.detail:
            raise ValueError("the detail of a resolution is not canonical JSON; write it with model.record.canonical")


@dataclass(frozen=True, slots=True)
class Judgement(Record):
    """A person's decision about a claim; a later one of the same claim supersedes it.

    replacement: the id of the claim that says it right, for a correction only.
    at: UTC, ISO 8601, as of all records that people make.
    """

    kind: ClassVar[str] = "judgement"
    prefix: ClassVar[str] = "jdg"
    target: str
    verdict: Verdict
    by: str
    at: str
    why: str = ""
    replacement: str | None = None

    def __post_init__(self) -> None:
        _signed(self)
        if (self.replacement is None) == (self.verdict is Verdict.CORRECTED):
            raise ValueError(f"a judgement {self.verdict} has {'no' if self.replacement is None else 'a'} replacement")


@dataclass(frozen=True, slots=True)
class Grading(Record):
    """Two letters of the Admiralty system for what is said of a target, given on the claims that were there then.

    reliability: of the source, A to F. credibility: of the information, 1 to 6.
    """

    kind: ClassVar[str] = "grading"
    prefix: ClassVar[str] = "grd"
    target: str
    claims: tuple[str, ...]
    reliability: str
    credibility: str
    by: str
    at: str
    why: str = ""

    def __post_init__(self) -> None:
        _signed(self)
        if self.reliability not in tuple("ABCDEF") or self.credibility not in tuple("123456"):
            raise ValueError(f"grade {self.reliability}{self.credibility} is none; write A to F, and 1 to 6")


@dataclass(frozen=True, slots=True)
class Link(Record):
    """Whether two records tell of the same thing, such as two claims of one delivery; of which kind, says `of`."""

    kind: ClassVar[str] = "link"
    prefix: ClassVar[str] = "lnk"
    of: str
    left: str
    right: str
    verdict: Sameness
    by: str
    at: str
    why: str = ""

    def __post_init__(self) -> None:
        _signed(self)
        if self.left >= self.right:
            raise ValueError(f"a link names its two records in order; {self.left} does not come before {self.right}")


@dataclass(frozen=True, slots=True)
class CopyRecord(Record):
    """That one document repeats another, by their ids in the ledger, and which version of the method told so.

    run: canonical JSON of the longest shared run, as in `SharedRun`; "null" where there is none.
    """

    kind: ClassVar[str] = "copy"
    prefix: ClassVar[str] = "cpy"
    later: str
    earlier: str
    how: CopyKind
    jaccard: float
    contained: float
    threshold: float
    run: str
    method: str

    def __post_init__(self) -> None:
        self.copy()

    @classmethod
    def of(cls, copy: Copy, method: str) -> CopyRecord:
        """The record of a copy that was found."""
        run = canonical(list(astuple(copy.run)) if copy.run else None)
        return cls(copy.id, copy.of, copy.kind, copy.jaccard, copy.contained, copy.threshold, run, method)

    def copy(self) -> Copy:
        """What was found."""
        run = json.loads(self.run)
        shared = SharedRun(*run) if run else None
        return Copy(self.later, self.earlier, self.how, self.jaccard, self.contained, self.threshold, shared)


@dataclass(frozen=True, slots=True)
class Retraction(Record):
    """Takes a record away from what is live, or brings it back; the record itself stays.

    digest: which content of a document is meant, where its id came twice; empty for all other records.
    """

    kind: ClassVar[str] = "retraction"
    prefix: ClassVar[str] = "ret"
    target: str
    withdrawn: bool
    by: str
    at: str
    why: str = ""
    digest: str = ""

    def __post_init__(self) -> None:
        _signed(self)


@dataclass(frozen=True, slots=True)
class LedgerRun(Record):
    """One run of a command that adds to a ledger."""

    kind: ClassVar[str] = "run"
    prefix: ClassVar[str] = "run"
    command: str
    enduse: str
    reader: str
    inputs: tuple[str, ...]
    started_at: str


@dataclass(frozen=True, slots=True)
class Failure(Record):
    """An input that could not be read; when it is read at last, a retraction says so.

    place: "news.jsonl:14". path: what to name to try it again.
    """

    kind: ClassVar[str] = "failure"
    prefix: ClassVar[str] = "fld"
    place: str
    what: str
    path: str


@dataclass(frozen=True, slots=True)
class Lease(Record):
    """That a claim is a person's to decide until a time; the latest lease of a claim counts.

    One that ends when it begins gives the claim back.
    """

    kind: ClassVar[str] = "lease"
    prefix: ClassVar[str] = "lea"
    target: str
    by: str
    at: str
    until: str

    def __post_init__(self) -> None:
        _signed(self)
        if self.until < self.at:
            raise ValueError(f"a lease ends at {self.until}, before it begins at {self.at}")


@dataclass(frozen=True, slots=True)
class Visit(Record):
    """What a site gave with a URL that was fetched, so that the next visit can ask whether anything is new."""

    kind: ClassVar[str] = "visit"
    prefix: ClassVar[str] = "vis"
    url: str
    etag: str | None
    modified: str | None
    at: str


RECORDS: tuple[type[Record], ...] = (
    LedgerRun, Resolution, Judgement, Grading, Link, CopyRecord, Failure, Retraction, Lease, Visit,
)  # fmt: skip
"""Every kind, in an order in which they can be written."""


def _signed(record: Judgement | Grading | Link | Retraction | Lease) -> None:
    if not record.by.strip():
        raise ValueError(f"a {record.kind} needs a name; say who decided")
    if not record.at.endswith("Z") or len(record.at) < len("2031-04-11T00:00:00Z"):
        raise ValueError(f"a {record.kind} was made at {record.at!r}; write UTC as 2031-04-11T09:30:00Z")
