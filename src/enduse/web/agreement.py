"""How far people who judged the same claims agree."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from enduse.service.agreement import agreement
from enduse.service.progress import agreement_lines

from .asked import Asking
from .listing import CONTENT, ledger_of, streamed
from .people import Reader
from .render import page
from .tables import Rows, as_csv, as_json

router = APIRouter()
PAIR = ("left", "right", "claims", "same", "kappa", "low", "high", "corrected", "corrected_alike")
"""The columns of the table of pairs."""


@router.get("/agreement.json", summary="How far each pair of people agrees (JSON)", responses=CONTENT[".json"])
def agreement_json(request: Request, user: Reader, asked: Annotated[Asking, Query()]) -> Response:
    """One row a pair; the first judgement of each of the first two people counts."""
    return streamed(as_json(_pairs(request)), "application/json")


@router.get("/agreement.csv", summary="How far each pair of people agrees (CSV)", responses=CONTENT[".csv"])
def agreement_csv(request: Request, user: Reader, asked: Annotated[Asking, Query()]) -> Response:
    """One row a pair; the first judgement of each of the first two people counts."""
    return streamed(as_csv(_pairs(request), {name: name for name in PAIR}), "text/csv", "agreement")


@router.get("/agreement", summary="How far each pair of people agrees (page)", response_class=HTMLResponse)
def agreement_page(request: Request, user: Reader, asked: Annotated[Asking, Query()]) -> HTMLResponse:
    """Cohen's kappa of each pair, with its interval and how many claims it stands on."""
    return page(request, "agreement.html", pairs=agreement(ledger_of(request)))


def _pairs(request: Request) -> Rows:
    lines = list(agreement_lines(ledger_of(request)))
    return Rows(len(lines), lines)
