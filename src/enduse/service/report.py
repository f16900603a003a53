"""Counts what came in and what came out, and everything that was left out with the reason for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from enduse.model import ClaimType

FAILED = "input failed"
"""The reason under which inputs that could not be read are counted."""

IDS_KEPT = 100
"""How many ids or places are kept a reason; the count goes on, so that memory does not grow with the run."""


@dataclass(slots=True)
class LeftOut:
    """How many were left out for one reason.

    where: ids of claims, or places of inputs ("news.jsonl:14"), the first IDS_KEPT of them.
    """

    count: int = 0
    where: list[str] = field(default_factory=list)

    def add(self, where: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.where) < IDS_KEPT:
            self.where.append(where)


@dataclass(slots=True)
class RunReport:
    """The account of one run, filled while its readings are taken.

    characters: code points of text in the documents read.
    without_claims: documents of which no claim was given.
    left_out: by reason; inputs that failed are under FAILED.
    seconds: from the first reading asked for to the last one given.
    """

    documents: int = 0
    without_claims: int = 0
    characters: int = 0
    claims: Counter[ClaimType] = field(default_factory=Counter)
    left_out: dict[str, LeftOut] = field(default_factory=dict)
    seconds: float = 0.0

    def leave_out(self, reason: str, where: str) -> None:
        """Count one thing that is left out, under its reason."""
        self.left_out.setdefault(reason, LeftOut()).add(where)

    @property
    def failed(self) -> int:
        """How many inputs could not be read."""
        return self.left_out[FAILED].count if FAILED in self.left_out else 0

    def summary(self) -> str:
        """The account in one line for a person."""
        claims = _counted(self.claims.total(), "claim")
        if self.claims:
            claims += f" ({', '.join(f'{self.claims[t]:,} {t}' for t in ClaimType if self.claims[t])})"
        left_out = sum(entry.count for entry in self.left_out.values())
        reasons = ", ".join(f"{entry.count:,} {reason}" for reason, entry in self.left_out.items())
        parts = [
            _counted(self.documents, "document"),
            claims,
            f"{left_out:,} left out" + (f" ({reasons})" * bool(reasons)),
        ]
        return ", ".join(parts) + f" in {self.seconds:.1f} s"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
