"""What is planned, promised, considered or called for, with the state of its conditions."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from pydantic import Field

from enduse.service import plan_lines, planning
from enduse.service.planning import PlanFilter, PlanPage

from .asked import ROWS_A_PAGE, AsOf, Paged
from .listing import ALL, View, add_view
from .tables import Rows

COUNTED = 1_000
"""Plans up to which the page says how many there are."""

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
        """The row of the last plan on the page before."""
        return self.given.after

    @property
    def filter(self) -> PlanFilter:
        """The filter, as a ledger takes it."""
        given = self.given
        return PlanFilter(bool(given.conditional), given.words, given.as_of, given.day)

    def found(self, ledger: str, limit: int) -> PlanPage:
        """A page of the plans that are let through."""
        return planning.plan_page(ledger, self.filter, limit=limit, after=self.after)


def _asked(given: Annotated[Plans, Query()]) -> PlansAsked:
    return PlansAsked(given)


def _page(ledger: str, asked: PlansAsked) -> dict[str, Any]:
    found = asked.found(ledger, asked.given.limit or ROWS_A_PAGE)
    counted = planning.count_plans(ledger, asked.filter, COUNTED + 1)
    return {"found": found, "plans": found.plans, "count": min(counted, COUNTED), "more": counted > COUNTED}


def _rows(ledger: str, asked: PlansAsked) -> Rows:
    whole = asked.given.limit is None and asked.after is None
    found = asked.found(ledger, ALL if whole else asked.given.limit or ROWS_A_PAGE)
    count = len(found.plans) if whole else planning.count_plans(ledger, asked.filter, ALL)
    return Rows(count, plan_lines.plan_lines(found.plans), found.after)


router = APIRouter()
add_view(router, View("/plans", "Plans", "plans.html", _asked, _page, _rows, COLUMNS, whole=True))
