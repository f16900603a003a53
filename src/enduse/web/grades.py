"""The grades that people gave to a claim, an event or a flow, and the form by which one is given."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from enduse.model.grade import CREDIBILITY, RELIABILITY, Grades, meaning
from enduse.service import grading
from enduse.service.plan_lines import as_line

from .asked import AsOf
from .listing import CONTENT, ledger_of, streamed
from .people import Reader, Reviewer, Right
from .render import page
from .tables import Rows, as_csv, lines_of

COLUMNS = {
    name: name for name in ("target", "reliability", "credibility", "by", "at", "why", "older", "new", "gone", "claims")
}

router = APIRouter()
Asked = Annotated[AsOf, Query()]


def _rows(found: Grades) -> list[dict[str, Any]]:
    return [
        {
            **asdict(given.grading), "letters": given.letters, "older": given.older, "new": list(given.new),
            "gone": list(given.gone),
        }
        for given in found.given
    ]  # fmt: skip


@router.get("/grades/{id}.json", summary="Grades (JSON)", responses=CONTENT[".json"])
def grades_json(request: Request, user: Reader, id: str, asked: Asked) -> Response:
    """All grades, the latest last, each with the evidence it was given on."""
    found = grading.grades(ledger_of(request), id, as_of=asked.as_of)
    rows = _rows(found)
    made = {
        "target": found.target, "letters": found.letters, "claims": list(found.claims), "count": len(rows),
        "after": None, "rows": rows,
    }  # fmt: skip
    return streamed(iter([as_line(made)]), "application/json")


@router.get("/grades/{id}.csv", summary="Grades (CSV)", responses=CONTENT[".csv"])
def grades_csv(request: Request, user: Reader, id: str, asked: Asked) -> Response:
    """One grade a row."""
    rows = _rows(grading.grades(ledger_of(request), id, as_of=asked.as_of))
    return streamed(as_csv(Rows(len(rows), lines_of(rows)), COLUMNS), "text/csv", "grades")


@router.get("/grades/{id}", summary="Grades (page)", response_class=HTMLResponse)
def grades(request: Request, user: Reader, id: str, asked: Asked) -> HTMLResponse:
    """Both letters apart, and whether the evidence has changed since."""
    found = grading.grades(ledger_of(request), id, as_of=asked.as_of)
    may = user.may(Right.REVIEW) and not request.app.state.settings.read_only and asked.as_of is None
    return page(
        request, "grades.html", found=found, asked=asked, meaning=meaning, reliability=RELIABILITY,
        credibility=CREDIBILITY, may=may,
    )  # fmt: skip


@router.post("/grades/{id}", summary="Give a grade", status_code=303, response_class=RedirectResponse)
def give(
    request: Request, user: Reviewer, id: str, reliability: Annotated[str, Form()], credibility: Annotated[str, Form()],
    why: Annotated[str, Form(max_length=2_000)] = "",
) -> RedirectResponse:  # fmt: skip
    """Keep a grade, signed with the user's name, on the claims that there are now."""
    given = grading.grade(
        ledger_of(request), id, reliability=reliability, credibility=credibility, by=user.name, why=why
    )
    return RedirectResponse(f"/grades/{given.target}", status_code=303)
