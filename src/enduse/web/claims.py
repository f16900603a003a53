"""The list of claims, by the filters of `enduse claims`."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from enduse.model import Role
from enduse.service import asking, pages
from enduse.service.every import every_claim

from .asked import AsOf, ClaimsAsked, claims_asked
from .listing import CONTENT, View, add_view, ledger_of, streamed
from .people import Reader
from .render import page
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


FEW = 5_000
"""So many claims are counted before a page is sent; where there are more, it says so, and asks for the number then."""


def _page(ledger: str, asked: ClaimsAsked) -> dict[str, Any]:
    found = asking.claims(ledger, asked.filter, limit=asked.limit, after=asked.after)
    counted = asking.count_few(ledger, asked.filter, FEW)
    return {"claims": found.claims, "after": found.after, "counted": counted, "few": FEW}


def _rows(ledger: str, asked: ClaimsAsked) -> Rows:
    if asked.given.limit is None and asked.given.after is None:
        every = every_claim(ledger, asked.filter)
        return Rows(len(every.rows), pages.claim_lines(every.claims()))
    found = asking.claims(ledger, asked.filter, limit=asked.limit, after=asked.after)
    return Rows(asking.count(ledger, asked.filter).claims, pages.claim_lines(found.claims), found.after)


router = APIRouter()


@router.get(
    "/claims/count", summary="How many claims a filter lets through (part of a page)", response_class=HTMLResponse
)
def claims_count(request: Request, user: Reader, asked: Annotated[ClaimsAsked, Depends(claims_asked)]) -> HTMLResponse:
    """The line above the list, for a filter that lets through many."""
    counted = asking.count(ledger_of(request), asked.filter)
    return page(request, "claims_count.html", counted=counted, few=FEW, asked=asked)


add_view(router, View("/claims", "Claims", "claims.html", claims_asked, _page, _rows, COLUMNS))


@router.get("/claims/{id}.json", summary="All that is known of a claim (JSON)", responses=CONTENT[".json"])
def claim_json(request: Request, user: Reader, id: str, asked: Annotated[AsOf, Query()]) -> Response:
    """What `enduse why` writes."""
    found = asking.why(ledger_of(request), id, as_of=asked.as_of)
    return streamed(iter([pages.evidence_line(found)]), "application/json")


@router.get("/claims/{id}", summary="Where a claim stands (page)", status_code=303, response_class=RedirectResponse)
def claim(request: Request, user: Reader, id: str, asked: Annotated[AsOf, Query()]) -> RedirectResponse:
    """Lead to the claim in its article."""
    kept = asking.why(ledger_of(request), id, as_of=asked.as_of).kept
    if not kept.documents:
        raise HTTPException(404, f"{kept.claim.id} is of a document that is withdrawn; `enduse why` shows it")
    then = f"as_of={quote(asked.as_of, safe='')}&" if asked.as_of else ""
    return RedirectResponse(
        f"/documents/{kept.documents[0].id}?{then}claim={kept.claim.id}#{kept.claim.id}", status_code=303
    )
