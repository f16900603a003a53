"""Who supplies whom with which class of arms in which year, as far as events tell; each status counted by itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .record import canonical


@dataclass(frozen=True, slots=True)
class FlowCount:
    """What is told of a flow in one status: three numbers that say three things.

    denied: that it is denied; such claims never stand behind the status itself. documents: that carry a claim. reports:
    what these are when copies are folded. events: acts told of. Counts of several statuses are not to be added: one
    event may be told as planned and as occurred.
    """

    status: str
    denied: bool
    documents: int
    reports: int
    events: int


@dataclass(frozen=True, slots=True)
class Flow:
    """One supplier, recipient, class of arms and year; codes, None where the claims tell none.

    period: a year, or "undated". claims: one claim of each of its events, the newest first, at most as many as are
    asked for.
    """

    supplier: str | None
    recipient: str | None
    weapon: str | None
    period: str
    counts: tuple[FlowCount, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Made of what the flow is, and not of its claims: it stays when claims are added."""
        content = canonical([self.supplier, self.recipient, self.weapon, self.period])
        return f"flw-{hashlib.sha256(content.encode()).hexdigest()[:20]}"
