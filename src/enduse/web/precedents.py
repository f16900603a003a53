"""What was tried before that is like a plan, under which controls, and what was reported afterwards."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from enduse.model.precedent import Precedents
from enduse.service import precedent_lines, precedents
from enduse.service.plan_lines import as_line

from .asked import AsOf
from .listing import CONTENT, ledger_of, streamed
from .people import Reader
from .render import page

router = APIRouter()


class Cases(AsOf):
    """Which cases are asked for."""

    horizon: int | None = Field(None, ge=1, le=36_500, description="Days in which reports count as an outcome.")
    limit: int | None = Field(None, ge=1, le=1_000, description="At most so many cases.")


Asked = Annotated[Cases, Query()]


def _found(request: Request, plan: str, asked: Cases) -> Precedents:
    return precedents.precedents(
        ledger_of(request), plan, horizon=asked.horizon or precedents.HORIZON, limit=asked.limit or 50,
        as_of=asked.as_of,
    )  # fmt: skip


@router.get("/precedents/{plan}.json", summary="Precedents of a plan (JSON)", responses=CONTENT[".json"])
def precedents_json(request: Request, user: Reader, plan: str, asked: Asked) -> Response:
    """The plan, its cases as rows, and the sentences of its article that name others."""
    lines = [json.loads(line) for line in precedent_lines.precedent_lines(_found(request, plan, asked))]
    cases = [line for line in lines if line["kind"] == "case"]
    named = [line for line in lines if line["kind"] == "named"]
    made = {"count": len(cases), "after": None, "plan": lines[0], "rows": cases, "named": named}
    return streamed(iter([as_line(made)]), "application/json")


@router.get("/precedents/{plan}.csv", summary="Precedents of a plan (CSV)", responses=CONTENT[".csv"])
def precedents_csv(request: Request, user: Reader, plan: str, asked: Asked) -> Response:
    """One case a row."""
    return streamed(precedent_lines.precedent_rows(_found(request, plan, asked)), "text/csv", "precedents")


@router.get("/precedents/{plan}", summary="Precedents of a plan (page)", response_class=HTMLResponse)
def of_plan(request: Request, user: Reader, plan: str, asked: Asked) -> HTMLResponse:
    """Cases with their quotes and controls; no rate is made of them."""
    return page(request, "precedents.html", found=_found(request, plan, asked), asked=asked)
