"""Suggests rows of the registers while a person types a name."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import Field

from enduse.model.referent import Scheme
from enduse.service.suggest import suggest

from .asked import Asking
from .people import Reader

router = APIRouter()


class Typed(Asking):
    """What was typed, and in which registers it may stand."""

    q: str | None = Field(None, max_length=200, description="Beginnings of words of a name.")
    scheme: list[Scheme] = Field([], description="Only these registers: actor, weapon, place.")


@router.get("/registers.json", summary="Names of the registers that fit what was typed (JSON)")
def registers_json(user: Reader, asked: Annotated[Typed, Query()]) -> Response:
    """The first rows that fit; `count` tells how many there are, `left_out` how many of them are not given."""
    found = suggest(asked.q or "", tuple(asked.scheme) or tuple(Scheme))
    rows = [row._asdict() for row in found.rows]
    answer = {"count": found.total, "left_out": found.total - len(rows), "rows": rows}
    return Response(json.dumps(answer, ensure_ascii=False).encode(), media_type="application/json")
