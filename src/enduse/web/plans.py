"""What is planned, promised, considered or called for, with the state of its conditions."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from pydantic import Field

from enduse.model.plan import Plan
from enduse.service import plan_lines, planning

from .asked import ROWS_A_PAGE, AsOf, Paged
from .listing import View, add_view, part_of
from .tables import Rows

COLUMNS = {
    "word": "word", "type": "type", "claim": "told.claim", "day": "told.day", "label": "told.label",
    "stance": "told.stance", "quote": "told.quote", "source": "told.source", "outlet": "told.outlet",
    "chain": "told.chain",
    **{role: f"roles.{role}" for role in ("supplier", "recipient", "weapon", "quantity", "via", "purpose", "place")},
    "condition": "conditions.*.words", "condition_kind": "conditions.*.kind", "level": "conditions.*.level",
    "level_words": "conditions.*.wording", "untied": "conditions.*.untied", "outcome": "outcomes.*.kind",
    "outcome_why": "outcomes.*.why", "also": "also.*.claim", "documents": "documents",
}  # fmt: skip


class Plans(Paged, AsOf):
    """The filters of `enduse plans`."""

    conditional: bool | None = Field(None, description="Only what hangs on a condition.")
    words: str | None = Field(None, description="Words that must stand in the sentence.")
    day: str | None = Field(None, description="The day of which the calendar is asked; without it, that of as_of.")


class PlansAsked(NamedTuple):
    """The filter as the address has it."""

    given: Plans

    @property
    def after(self) -> int | None:
        """How many plans stand on the pages before."""
        return self.given.after

    def found(self, ledger: str) -> list[Plan]:
        """All plans that are let through."""
        given = self.given
        return planning.plans(
            ledger, conditional=bool(given.conditional), words=given.words, as_of=given.as_of, day=given.day
        )  # fmt: skip


def _asked(given: Annotated[Plans, Query()]) -> PlansAsked:
    return PlansAsked(given)


def _page(ledger: str, asked: PlansAsked) -> dict[str, Any]:
    found = asked.found(ledger)
    shown, after = part_of(found, asked.given.limit or ROWS_A_PAGE, asked.after)
    return {"plans": shown, "count": len(found), "after": after}


def _rows(ledger: str, asked: PlansAsked) -> Rows:
    found = asked.found(ledger)
    shown, after = part_of(found, asked.given.limit, asked.after)
    return Rows(len(found), plan_lines.plan_lines(shown), after)


router = APIRouter()
add_view(router, View("/plans", "Plans", "plans.html", _asked, _page, _rows, COLUMNS, whole=True))
