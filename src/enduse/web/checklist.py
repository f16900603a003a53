"""The criteria of the risk of diversion for one transfer, each with the claims that speak to it; made to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from enduse.model.checklist import Checklist
from enduse.service import checklist, checklist_lines

from .asked import AsOf
from .listing import CONTENT, ledger_of, streamed
from .people import Reader
from .render import page
from .tables import Rows, as_csv, lines_of

COLUMNS = {
    name: name for name in ("key", "title", "source", "blank", "not_read", "facts", "note", "claim", "status", "stance",
                            "published_on", "said_by", "quote", "documents", "reports")
}  # fmt: skip

router = APIRouter()
Asked = Annotated[AsOf, Query()]


def _found(request: Request, id_: str, asked: AsOf) -> Checklist:
    return checklist.checklist(ledger_of(request), id_, as_of=asked.as_of)


@router.get("/checklist/{id}.json", summary="A checklist (JSON)", responses=CONTENT[".json"])
def checklist_json(request: Request, user: Reader, id: str, asked: Asked) -> Response:
    """What `enduse checklist` writes."""
    return streamed(iter([checklist_lines.checklist_line(_found(request, id, asked))]), "application/json")


@router.get("/checklist/{id}.csv", summary="A checklist (CSV)", responses=CONTENT[".csv"])
def checklist_csv(request: Request, user: Reader, id: str, asked: Asked) -> Response:
    """A row for each claim that speaks to a criterion, and one for each criterion that is blank."""
    rows = list(_rows(_found(request, id, asked)))
    return streamed(as_csv(Rows(len(rows), lines_of(rows)), COLUMNS), "text/csv", "checklist")


@router.get("/checklist/{id}", summary="A checklist (page)", response_class=HTMLResponse)
def shown(request: Request, user: Reader, id: str, asked: Asked) -> HTMLResponse:
    """No score, no total: a blank says that nothing was read, and never that there is no risk."""
    return page(request, "checklist.html", found=_found(request, id, asked), asked=asked)


def _rows(found: Checklist) -> Iterator[dict[str, Any]]:
    for criterion in found.criteria:
        told = {
            "key": criterion.key, "title": criterion.title, "source": criterion.source, "blank": criterion.blank,
            "not_read": criterion.not_read, "facts": list(criterion.facts),
        }  # fmt: skip
        said = [(entry, one.told) for entry in criterion.entries for one in entry.said]
        for entry, one in said:
            yield {
                **told, "note": entry.note, "claim": one.claim, "status": one.label, "stance": one.stance,
                "published_on": str(one.day or ""), "said_by": one.source, "quote": one.quote,
                "documents": entry.backing.documents, "reports": entry.backing.reports,
            }  # fmt: skip
        if not said:
            yield told
