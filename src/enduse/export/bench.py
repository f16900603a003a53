"""Writes sentences that people have decided about as coded sentences, which a reader can be trained on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from enduse.model import Claim
from enduse.model.kept import KeptDocument

KIND = "reviewed"
"""Why these sentences were drawn, and their corpus."""


def line(text: str, document: KeptDocument, bounds: tuple[int, int], before: str, claims: Iterable[Claim]) -> str:
    """One sentence of a text with all that it says; an empty list of claims says that it says nothing."""
    start, end = bounds
    row = {
        "id": f"{document.name}#{start}",
        "title": document.title or "",
        "date": document.published_on or "",
        "source": document.publisher or "",
        "corpus": KIND,
        "prev": before,
        "text": text[start:end],
        "kind": KIND,
        "claims": [_coded(claim) for claim in claims],
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _coded(claim: Claim) -> dict[str, Any]:
    first = claim.sentence.start
    coded: dict[str, Any] = {
        "type": claim.type,
        "stance": claim.stance,
        "start": 0,
        "end": claim.sentence.end - first,
        "roles": {
            role: [{"text": s.text, "start": s.start - first, "end": s.end - first} for s in spans]
            for role, spans in claim.roles.items()
        },
    }
    for name in ("status", "state", "mode"):
        if (label := getattr(claim, name)) is not None:
            coded[name] = label
    return coded
