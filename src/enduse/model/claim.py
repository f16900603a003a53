"""What one sentence says about arms or a ceasefire, as the codebook defines it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .span import Span


class ClaimType(StrEnum):
    """What kind of act the sentence speaks of."""

    TRANSFER = "transfer"
    DIVERSION = "diversion"
    INTERDICTION = "interdiction"
    HOLDING = "holding"
    CEASEFIRE = "ceasefire"


class Status(StrEnum):
    """How far the sentence says the act has got; a ceasefire has a State instead."""

    CALLED_FOR = "called_for"
    REFUSED = "refused"
    RISK = "risk"
    CONSIDERED = "considered"
    PLANNED = "planned"
    PROMISED = "promised"
    HALTED = "halted"
    OCCURRED = "occurred"


class State(StrEnum):
    """Where a ceasefire stands."""

    PROPOSED = "proposed"
    REJECTED = "rejected"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    VIOLATED = "violated"
    EXTENDED = "extended"
    COLLAPSED = "collapsed"


class Stance(StrEnum):
    """Whether the sentence states the act, keeps its distance from it, or reports that it is rejected."""

    STATED = "stated"
    ALLEGED = "alleged"
    DENIED = "denied"


class Mode(StrEnum):
    """How diverted arms changed hands; leak where the way is not told."""

    CAPTURE = "capture"
    SURRENDER = "surrender"
    SALE = "sale"
    THEFT = "theft"
    RETRANSFER = "retransfer"
    LEAK = "leak"


class Role(StrEnum):
    """What a span of the sentence is to the act."""

    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    AGENT = "agent"
    HOLDER = "holder"
    PARTY = "party"
    BROKER = "broker"
    FROM = "from"
    TO = "to"
    WEAPON = "weapon"
    ORIGIN = "origin"
    QUANTITY = "quantity"
    TARGET = "target"
    VIA = "via"
    PLACE = "place"
    TIME = "time"
    PURPOSE = "purpose"
    CONDITION = "condition"
    CLAIMANT = "claimant"


_COMMON = {Role.WEAPON, Role.ORIGIN, Role.QUANTITY, Role.PLACE, Role.TIME, Role.CLAIMANT}
ROLES_OF: Mapping[ClaimType, frozenset[Role]] = {
    ClaimType.TRANSFER: frozenset(_COMMON | {Role.SUPPLIER, Role.RECIPIENT, Role.VIA, Role.CONDITION, Role.PURPOSE}),
    ClaimType.DIVERSION: frozenset(_COMMON | {Role.FROM, Role.TO}),
    ClaimType.INTERDICTION: frozenset(_COMMON | {Role.AGENT, Role.FROM, Role.TO}),
    ClaimType.HOLDING: frozenset(_COMMON | {Role.HOLDER, Role.TARGET}),
    ClaimType.CEASEFIRE: frozenset({Role.PARTY, Role.BROKER, Role.PLACE, Role.TIME, Role.CLAIMANT, Role.CONDITION}),
}
"""The roles that each type can fill, as in the codebook."""


_quoted = json.encoder.encode_basestring_ascii


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's statement that something did, does, will, may, should or did not happen.

    sentence: the evidence, a span of the document's text.
    roles: verbatim spans inside the sentence, each role's in order of the text; a role not filled is absent.
    status is None for a ceasefire, state for everything else, mode for everything but a diversion.
    """

    document_sha256: str
    type: ClaimType
    stance: Stance
    sentence: Span
    roles: Mapping[Role, tuple[Span, ...]]
    status: Status | None = None
    state: State | None = None
    mode: Mode | None = None

    def __post_init__(self) -> None:
        ceasefire, diversion = self.type is ClaimType.CEASEFIRE, self.type is ClaimType.DIVERSION
        if (self.state is not None) != ceasefire or (self.status is not None) == ceasefire:
            raise ValueError(f"a {self.type} has {'a state and no status' if ceasefire else 'a status and no state'}")
        if (self.mode is not None) != diversion:
            raise ValueError(f"a {self.type} has {'a mode' if diversion else 'no mode'}")
        for role, spans in self.roles.items():
            if role not in ROLES_OF[self.type]:
                raise ValueError(f"a {self.type} has no role {role}")
            for span in spans:
                offset = span.start - self.sentence.start
                if offset < 0 or self.sentence.text[offset : offset + len(span.text)] != span.text:
                    raise ValueError(
                        f"{role} {span.text!r} does not stand in the sentence at [{span.start}, {span.end})"
                    )

    @property
    def id(self) -> str:
        """Made from what is said and where, not from who read it: equal across runs, machines and readers."""
        # JSON written by hand, for most of the time of an encoder goes into its making; labels need no escapes.
        labels = [f'"{x}"' if x else "null" for x in (self.type, self.status, self.state, self.mode, self.stance)]
        spans = sorted((role, s.start, s.end) for role, spans in self.roles.items() for s in spans)
        roles = ",".join([f'["{role}",{start},{end}]' for role, start, end in spans])
        where = f"{_quoted(self.document_sha256)},{self.sentence.start},{self.sentence.end}"
        content = f"[{where},{','.join(labels)},[{roles}]]"
        return f"clm-{hashlib.sha256(content.encode()).hexdigest()[:20]}"


@dataclass(frozen=True, slots=True)
class Extraction:
    """That a reader found a claim, and how sure it was.

    score: 0 to 1, the reader's own estimate that the claim is in the sentence; no probability that it is true.
    reader: name and version of what read it ("spans-1").
    """

    claim: Claim
    score: float
    reader: str
