"""Writes events, their sources and contradictions as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from enduse.export.record import json_line
from enduse.model import Role
from enduse.model.kept import KeptClaim

from .linking import ContradictionView, EventView


def event_lines(events: Iterable[EventView]) -> Iterator[str]:
    """One event a line."""
    for view in events:
        record = event_record(view)
        del record["sources"]
        yield json_line(record) + "\n"


def source_line(view: EventView) -> str:
    """An event with its roots and relays, on one line."""
    return json_line(event_record(view)) + "\n"


def contradiction_lines(found: Iterable[ContradictionView]) -> Iterator[str]:
    """One contradiction a line, the claims of both sides in it."""
    for view in found:
        record: dict[str, Any] = asdict(view.contradiction)
        record["left"] = [claim_in_short(kept) for kept in view.left]
        record["right"] = [claim_in_short(kept) for kept in view.right]
        yield json_line(record) + "\n"


def event_record(view: EventView) -> dict[str, Any]:
    """An event as data: its claims each with their own status, stance, condition and claimant, and three numbers."""
    found = view.sources
    return {
        "id": view.event.id,
        "type": view.event.type.value,
        "documents": found.documents,
        "reports": found.reports,
        "roots": [found.minimum, found.maximum],
        "claims": [claim_in_short(kept) for kept in view.claims],
        "ties": [asdict(tie) for tie in view.event.ties],
        "notes": list(view.event.notes),
        "sources": {
            "roots": [asdict(root) for root in found.roots],
            "joined": list(found.joined),
            "relays": [asdict(relay) for relay in found.relays],
            "denials": list(found.denials),
            "compared": [asdict(one) for one in found.compared],
        },
    }


def claim_in_short(kept: KeptClaim) -> dict[str, Any]:
    """A claim inside a group, by what must stay visible there; `enduse show ID` gives all of it."""
    claim = kept.claim
    return {
        "id": claim.id,
        "status": str(claim.status or claim.state),
        "stance": claim.stance.value,
        "mode": claim.mode.value if claim.mode else None,
        "condition": [span.text for span in claim.roles.get(Role.CONDITION, ())],
        "claimant": [span.text for span in claim.roles.get(Role.CLAIMANT, ())],
        "quote": claim.sentence.text,
        "decision": kept.decision.value,
        "gradings": [asdict(grading) for grading in kept.gradings],
        "documents": [
            {"id": d.id, "name": d.name, "publisher": d.publisher, "published_on": d.published_on}
            for d in kept.documents
        ],
    }
