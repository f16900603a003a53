"""Where claims exclude each other, both sides shown."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from enduse.service import linking, linking_pages

from .asked import ClaimsAsked, claims_asked
from .listing import View, add_view, part_of
from .tables import Rows

COLUMNS = {
    "kind": "kind", "why": "why", "one_event": "one_event",
    **{f"{side}_{name}": f"{side}.*.{name}"
       for side in ("left", "right") for name in ("id", "status", "stance", "condition", "claimant", "quote")},
    "left_publisher": "left.*.documents.*.publisher", "right_publisher": "right.*.documents.*.publisher",
    "left_published_on": "left.*.documents.*.published_on", "right_published_on": "right.*.documents.*.published_on",
}  # fmt: skip


def _page(ledger: str, asked: ClaimsAsked) -> dict[str, Any]:
    found = linking.contradictions(ledger, asked.filter)
    shown, after = part_of(found, asked.limit, asked.after)
    return {"found": shown, "count": len(found), "after": after}


def _rows(ledger: str, asked: ClaimsAsked) -> Rows:
    found = linking.contradictions(ledger, asked.filter)
    shown, after = part_of(found, asked.given.limit, asked.after)
    return Rows(len(found), linking_pages.contradiction_lines(shown), after)


router = APIRouter()
add_view(
    router,
    View("/contradictions", "Contradictions", "contradictions.html", claims_asked, _page, _rows, COLUMNS, whole=True),
)
