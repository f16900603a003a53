"""The acts that claims tell of, and of each the tree of who stands behind it and what each relay changed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from enduse.model.kept import ClaimFilter
from enduse.service import grading, linking, linking_pages

from .asked import ROWS_A_PAGE, AsOf, Claims, filter_of
from .listing import ALL, CONTENT, View, add_view, ledger_of, streamed, turn
from .people import Reader
from .render import page
from .tables import Rows, as_csv, lines_of

COLUMNS = {
    "id": "id", "type": "type", "documents": "documents", "reports": "reports", "roots": "roots",
    "claims": "claims.*.id", "statuses": "claims.*.status", "stances": "claims.*.stance",
    "conditions": "claims.*.condition", "claimants": "claims.*.claimant", "quotes": "claims.*.quote",
    "publishers": "claims.*.documents.*.publisher", "published_on": "claims.*.documents.*.published_on",
    "notes": "notes", "ties": "ties.*.why",
}  # fmt: skip

CLAIM_COLUMNS = {
    **{name: name for name in ("id", "status", "stance", "mode", "condition", "claimant", "quote", "decision")},
    "document": "documents.*.id", "publisher": "documents.*.publisher", "published_on": "documents.*.published_on",
}  # fmt: skip


class Events(Claims):
    """The filters of `enduse events`."""

    min_claims: int | None = Field(None, ge=1, le=1_000_000, description="Only events of so many claims.")


class Asked:
    """A filter, and which page of the events that it lets through."""

    def __init__(self, given: Annotated[Events, Query()]) -> None:
        self.given = given
        self.filter: ClaimFilter = filter_of(given)
        self.after = given.after

    def found(self, ledger: str, *, limit: int, after: int | None) -> linking.EventPage:
        """A page of events."""
        return linking.events(
            ledger, self.filter, min_claims=self.given.min_claims or 1, limit=limit, after=after
        )  # fmt: skip


def _page(ledger: str, asked: Asked) -> dict[str, Any]:
    found = asked.found(ledger, limit=asked.given.limit or ROWS_A_PAGE, after=asked.after)
    return {"found": found, "count": found.claimed_events}


def _rows(ledger: str, asked: Asked) -> Rows:
    whole = asked.given.limit is None and asked.after is None
    found = asked.found(ledger, limit=ALL if whole else asked.given.limit or ROWS_A_PAGE, after=asked.after)
    least = asked.given.min_claims or 1
    count = len(found.events) if whole else linking.count_events(ledger, asked.filter, min_claims=least)
    return Rows(count, linking_pages.event_lines(found.events), found.after)


TURN = [Depends(turn)]
router = APIRouter()
add_view(router, View("/events", "Events", "events.html", Asked, _page, _rows, COLUMNS, whole=True))


@router.get(
    "/events/{id}.json", summary="An event with its sources (JSON)", responses=CONTENT[".json"], dependencies=TURN
)
def event_json(request: Request, user: Reader, id: str, asked: Annotated[AsOf, Query()]) -> Response:
    """What `enduse sources` writes: roots, relays and what each changed."""
    view = linking.event(ledger_of(request), id, as_of=asked.as_of)
    return streamed(iter([linking_pages.source_line(view)]), "application/json")


@router.get("/events/{id}.csv", summary="The claims of an event (CSV)", responses=CONTENT[".csv"], dependencies=TURN)
def event_csv(request: Request, user: Reader, id: str, asked: Annotated[AsOf, Query()]) -> Response:
    """Each claim with its own status, stance, condition and claimant."""
    view = linking.event(ledger_of(request), id, as_of=asked.as_of)
    rows = Rows(len(view.claims), lines_of(map(linking_pages.claim_in_short, view.claims)))
    return streamed(as_csv(rows, CLAIM_COLUMNS), "text/csv", "event")


@router.get("/events/{id}", summary="An event with its sources (page)", response_class=HTMLResponse, dependencies=TURN)
def event(request: Request, user: Reader, id: str, asked: Annotated[AsOf, Query()]) -> HTMLResponse:
    """The claims under the roots that they rest on, and what each relay changed."""
    view = linking.event(ledger_of(request), id, as_of=asked.as_of)
    claims = {kept.claim.id: kept for kept in view.claims}
    relays: dict[str, list[Any]] = {}
    for relay in view.sources.relays:
        relays.setdefault(relay.claim, []).append(relay)
    return page(
        request,
        "event.html",
        view_=view,
        claims=claims,
        relays=relays,
        asked=asked,
        grades=grading.grades(ledger_of(request), view.event.id, as_of=asked.as_of),
    )
