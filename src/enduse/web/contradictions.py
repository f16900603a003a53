"""Where claims exclude each other, both sides shown."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from enduse.service import linking, linking_pages

from .asked import ClaimsAsked, claims_asked
from .listing import ALL, View, add_view
from .tables import Rows

COLUMNS = {
    "kind": "kind", "why": "why", "one_event": "one_event",
    **{f"{side}_{name}": f"{side}.*.{name}"
       for side in ("left", "right") for name in ("id", "status", "stance", "condition", "claimant", "quote")},
    "left_publisher": "left.*.documents.*.publisher", "right_publisher": "right.*.documents.*.publisher",
    "left_published_on": "left.*.documents.*.published_on", "right_published_on": "right.*.documents.*.published_on",
}  # fmt: skip


def _page(ledger: str, asked: ClaimsAsked) -> dict[str, Any]:
    shown = linking.contradictions(ledger, asked.filter, limit=asked.limit, after=asked.after)
    return {"found": shown.contradictions, "count": len(shown.contradictions), "after": shown.after}


def _rows(ledger: str, asked: ClaimsAsked) -> Rows:
    shown = linking.contradictions(ledger, asked.filter, limit=asked.given.limit or ALL, after=asked.after)
    return Rows(len(shown.contradictions), linking_pages.contradiction_lines(shown.contradictions), shown.after)


router = APIRouter()
add_view(
    router,
    View("/contradictions", "Contradictions", "contradictions.html", claims_asked, _page, _rows, COLUMNS, whole=True),
)
