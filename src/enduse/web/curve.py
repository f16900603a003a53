"""Draws how long truces held, as far as their beginnings and ends are reported."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from enduse.service import truces

from .ceasefires import Ceasefires
from .figures import Left, figure
from .listing import CONTENT, ledger_of, turn
from .people import Reader
from .render import query_of

router = APIRouter()


@router.get(
    "/figures/curve.json", summary="The drawing of how long truces held", responses=CONTENT[".json"],
    dependencies=[Depends(turn)],
)  # fmt: skip
def drawing(request: Request, user: Reader, asked: Annotated[Ceasefires, Query()]) -> Response:
    """One curve of all truces that the filter lets through."""
    found = truces.held(ledger_of(request), place=asked.place, as_of=asked.as_of)
    steps = [asdict(step) for step in found.steps]
    curves = [{"label": f"{len(found.spells)} truces", "median": found.median, "steps": steps,
               "href": f"/ceasefires{query_of(request)}"}]  # fmt: skip
    reasons = Counter(_reason(said) for said in found.left_out)
    return figure(
        "curve", "How long truces held",
        "The share of truces that still held after so many days, by Kaplan and Meier, with 95 % intervals. A truce "
        "whose end is not reported counts until it was last reported to hold; silence is not taken for peace.",
        f"{len(found.spells) + len(found.left_out)} truces that pass the filters, {len(found.spells)} with a length",
        left_out=[Left(count, reason) for reason, count in reasons.items()], curves=curves if steps else [],
    )  # fmt: skip


def _reason(said: str) -> str:
    """What is told after the name of a truce."""
    reason = said.partition(": ")[2]
    return reason if reason and not reason.isdigit() else said
