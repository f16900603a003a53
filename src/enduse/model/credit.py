"""Who stands behind a claim: the class of whoever is named for it, and the chain of credit down to the origin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .span import Span


class ClaimantClass(StrEnum):
    """What sort of source is named; it says nothing of how far to trust it."""

    NAMED_OFFICIAL = "named_official"
    UNNAMED_OFFICIAL = "unnamed_official"
    STATE_BODY = "state_body"
    ARMED_PARTY = "armed_party"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    MONITOR = "monitor"
    OUTLET = "outlet"
    DOCUMENT = "document"
    WITNESS = "witness"
    EXPERT = "expert"
    COMPANY = "company"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNNAMED_SOURCE = "unnamed_source"
    UNKNOWN = "unknown"


class Credit(StrEnum):
    """The words by which a text gives credit; publisher is the one that stands in no text."""

    PUBLISHER = "publisher"
    DATELINE = "dateline"
    REPORTED = "reported"
    TOLD = "told"
    ACCORDING_TO = "according_to"
    QUOTED_BY = "quoted_by"
    SPEAKER = "speaker"
    CITED = "cited"
    CLAIMANT = "claimant"


@dataclass(frozen=True, slots=True)
class ClaimantRead:
    """The class of a claimant's words.

    why: which words told it, or why none did; never empty.
    """

    claimant_class: ClaimantClass
    why: str

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise ValueError(f"claimant class {self.claimant_class!r} has no why; say which words told it")


@dataclass(frozen=True, slots=True)
class Link:
    """One who passed a claim on, or with whom it began.

    depth: 0 is the outlet that printed it; the deeper, the nearer to the origin. Links of one depth stand side by side.
    span: the words in the document's text; None for the publisher, which is derived from what the input says of it.
    cue: the words that give the credit ("citing"); None for the publisher, and for a claimant without any.
    """

    depth: int
    name: str
    claimant_class: ClaimantClass
    credit: Credit
    span: Span | None = None
    cue: Span | None = None

    def __post_init__(self) -> None:
        if (self.span is None) != (self.credit is Credit.PUBLISHER):
            raise ValueError(f"link {self.name!r}: only the publisher stands in no text, and it always does")
        if self.span is not None and self.span.text != self.name:
            raise ValueError(f"link {self.name!r} is not what its span says: {self.span.text!r}")

    @property
    def derived(self) -> bool:
        """Whether it stands in no text, and comes from what the input says of the document."""
        return self.span is None
