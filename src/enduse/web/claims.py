"""The list of claims, by the filters of `enduse claims`."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from enduse.model import Role
from enduse.service import asking, pages
from enduse.service.every import every_claim

from .asked import ClaimsAsked, claims_asked
from .listing import View, add_view
from .tables import Rows

COLUMNS = {
    **{name: name for name in ("id", "type", "status", "state", "mode", "stance", "decision", "quote")},
    "decided_by": "judgements.*.by",
    **{role.value: f"roles.{role.value}.*.text" for role in Role},
    "document": "documents.*.id",
    "name": "documents.*.name",
    "title": "documents.*.title",
    "publisher": "documents.*.publisher",
    "published_on": "documents.*.published_on",
    "url": "documents.*.url",
    "start": "start",
    "end": "end",
    "sha256": "sha256",
    "score": "scores.*.score",
    "reader": "scores.*.reader",
}
"""Several documents of one text, several fillers and several readers are a JSON list in their cell."""


def _page(ledger: str, asked: ClaimsAsked) -> dict[str, Any]:
    found = asking.claims(ledger, asked.filter, limit=asked.limit, after=asked.after)
    counted = asking.count(ledger, asked.filter)
    return {"claims": found.claims, "after": found.after, "counted": counted, "count": counted.claims}


def _rows(ledger: str, asked: ClaimsAsked) -> Rows:
    if asked.given.limit is None and asked.given.after is None:
        every = every_claim(ledger, asked.filter)
        return Rows(len(every.rows), pages.claim_lines(every.claims()))
    found = asking.claims(ledger, asked.filter, limit=asked.limit, after=asked.after)
    return Rows(asking.count(ledger, asked.filter).claims, pages.claim_lines(found.claims), found.after)


router = APIRouter()
add_view(router, View("/claims", "Claims", "claims.html", claims_asked, _page, _rows, COLUMNS))
