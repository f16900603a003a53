"""What each source reports of each truce."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from pydantic import Field

from enduse.model.truce import Truce
from enduse.service import plan_lines, truces

from .asked import ROWS_A_PAGE, AsOf, Paged
from .listing import View, add_view, part_of
from .tables import Rows

COLUMNS = {
    "name": "name", "why": "why", "places": "places", "sources": "lines.*.source",
    "states": "lines.*.states.*.label", "days": "lines.*.states.*.day", "claims": "lines.*.states.*.claim",
    "stances": "lines.*.states.*.stance", "quotes": "lines.*.states.*.quote", "violations": "lines.*.violations",
    "declared": "declared.*.day", "effective": "effective.*.day", "ended": "ended.*.day",
    "documents": "reports.documents", "reports_low": "reports.low", "reports_high": "reports.high",
}  # fmt: skip


class Ceasefires(Paged, AsOf):
    """The filters of `enduse ceasefires`."""

    place: str | None = Field(None, description="Only truces with these words in the country's name or a place.")


class CeasefiresAsked(NamedTuple):
    """The filter as the address has it."""

    given: Ceasefires

    @property
    def after(self) -> int | None:
        """How many truces stand on the pages before."""
        return self.given.after

    def found(self, ledger: str) -> list[Truce]:
        """All truces that are let through."""
        return truces.ceasefires(ledger, place=self.given.place, as_of=self.given.as_of)


def _asked(given: Annotated[Ceasefires, Query()]) -> CeasefiresAsked:
    return CeasefiresAsked(given)


def _page(ledger: str, asked: CeasefiresAsked) -> dict[str, Any]:
    found = asked.found(ledger)
    shown, after = part_of(found, asked.given.limit or ROWS_A_PAGE, asked.after)
    return {"truces": shown, "count": len(found), "after": after}


def _rows(ledger: str, asked: CeasefiresAsked) -> Rows:
    found = asked.found(ledger)
    shown, after = part_of(found, asked.given.limit, asked.after)
    return Rows(len(found), plan_lines.truce_lines(shown), after)


router = APIRouter()
add_view(router, View("/ceasefires", "Ceasefires", "ceasefires.html", _asked, _page, _rows, COLUMNS, whole=True))
