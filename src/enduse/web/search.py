"""The texts in which words stand."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from pydantic import Field

from enduse.errors import UsageError
from enduse.service import pages
from enduse.service.every import EveryText, every_text

from .asked import ROWS_A_PAGE, AsOf, Paged
from .listing import View, add_view, part_of
from .tables import Rows

COLUMNS = {
    "document": "documents.*.id", "name": "documents.*.name", "title": "documents.*.title",
    "publisher": "documents.*.publisher", "published_on": "documents.*.published_on", "url": "documents.*.url",
    "start": "passage.start", "end": "passage.end", "passage": "passage.text", "claims": "claims",
}  # fmt: skip


class Search(Paged, AsOf):
    """What `enduse search` takes."""

    words: str | None = Field(None, description='Words, "phrases", beginnings*, AND, OR, NOT, NEAR, NEAR/5, brackets.')


class SearchAsked(NamedTuple):
    """The question as the address has it."""

    given: Search

    @property
    def after(self) -> int | None:
        """How many texts stand on the pages before."""
        return self.given.after

    def found(self, ledger: str) -> EveryText:
        """All texts in which the words stand."""
        if self.given.words is None:
            raise UsageError("there is nothing to search for; give words=…")
        return every_text(ledger, self.given.words, as_of=self.given.as_of)


def _asked(given: Annotated[Search, Query()]) -> SearchAsked:
    return SearchAsked(given)


def _page(ledger: str, asked: SearchAsked) -> dict[str, Any]:
    if asked.given.words is None:
        return {"hits": (), "count": None, "after": None}
    every = asked.found(ledger)
    rows, after = part_of(every.rows, asked.given.limit or ROWS_A_PAGE, asked.after)
    return {"hits": list(every.hits(rows)), "count": len(every.rows), "after": after}


def _rows(ledger: str, asked: SearchAsked) -> Rows:
    every = asked.found(ledger)
    rows, after = part_of(every.rows, asked.given.limit, asked.after)
    return Rows(len(every.rows), pages.hit_lines(every.hits(rows)), after)


router = APIRouter()
add_view(router, View("/search", "Search", "search.html", _asked, _page, _rows, COLUMNS))
