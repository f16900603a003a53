"""The list of documents, and the reader: an article with its claims marked, and the documents that repeat it."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from enduse.service import articles

from .asked import ROWS_A_PAGE, AsOf, Paged
from .claims import COLUMNS
from .listing import CONTENT, View, add_view, ledger_of, part_of, streamed
from .people import Reader
from .reader import names_of, numbered_claims, stretches
from .render import page
from .tables import Rows, as_csv, as_json

DOCUMENT_COLUMNS = {
    name: name for name in ("id", "name", "title", "publisher", "published_on", "url", "claims", "sha256", "added_at")
}


class Documents(Paged, AsOf):
    """Which documents are listed."""

    outlet: str | None = Field(None, description="Only what this outlet printed; its whole name.")
    since: str | None = Field(None, description="Only what was published on that day or later.")
    until: str | None = Field(None, description="Only what was published on that day or before.")


class DocumentsAsked(NamedTuple):
    """The filter as the address has it."""

    given: Documents

    @property
    def after(self) -> int | None:
        """How many documents stand on the pages before."""
        return self.given.after

    def found(self, ledger: str) -> articles.EveryDocument:
        """All documents that are let through."""
        return articles.documents(ledger, **self.given.model_dump(exclude={"limit", "after"}))


def _asked(given: Annotated[Documents, Query()]) -> DocumentsAsked:
    return DocumentsAsked(given)


def _page(ledger: str, asked: DocumentsAsked) -> dict[str, Any]:
    every = asked.found(ledger)
    rows, after = part_of(every.rows, asked.given.limit or ROWS_A_PAGE, asked.after)
    return {"documents": list(every.documents(rows)), "count": len(every.rows), "after": after}


def _rows(ledger: str, asked: DocumentsAsked) -> Rows:
    every = asked.found(ledger)
    rows, after = part_of(every.rows, asked.given.limit, asked.after)
    return Rows(len(every.rows), articles.document_lines(every.documents(rows)), after)


router = APIRouter()
add_view(router, View("/documents", "Documents", "documents.html", _asked, _page, _rows, DOCUMENT_COLUMNS))


class OneArticle(AsOf):
    """Which state of an article, and which claim of it is looked at."""

    claim: str | None = Field(None, description="Of several claims in one sentence, the one whose roles are marked.")


Asked = Annotated[OneArticle, Query()]


@router.get("/documents/{id}.json", summary="A document with its text and claims (JSON)", responses=CONTENT[".json"])
def article_json(request: Request, user: Reader, id: str, asked: Asked) -> Response:
    """Offsets count Unicode code points of `text`."""
    found = articles.article(ledger_of(request), id, as_of=asked.as_of)
    return streamed(iter([articles.article_line(found)]), "application/json")


@router.get("/documents/{id}.csv", summary="The claims of a document (CSV)", responses=CONTENT[".csv"])
def article_csv(request: Request, user: Reader, id: str, asked: Asked) -> Response:
    """Exactly the claims that the page marks."""
    found = articles.article(ledger_of(request), id, as_of=asked.as_of)
    rows = Rows(len(found.claims), articles.article_claim_lines(found))
    return streamed(as_csv(rows, COLUMNS), "text/csv", "claims")


@router.get("/documents/{id}", summary="A document with its claims marked (page)", response_class=HTMLResponse)
def article(request: Request, user: Reader, id: str, asked: Asked) -> HTMLResponse:
    """The article, each claim's sentence marked and its roles coloured; the claims beside it."""
    found = articles.article(ledger_of(request), id, as_of=asked.as_of)
    marked = stretches(found.text, found.claims, asked.claim)
    return page(
        request, "article.html", article=found, stretches=marked, claims=numbered_claims(marked), names_of=names_of,
        asked=asked,
    )  # fmt: skip


@router.get("/documents/{id}/with/{other}.json", summary="Two documents compared (JSON)", responses=CONTENT[".json"])
def compared_json(request: Request, user: Reader, id: str, other: str, asked: Annotated[AsOf, Query()]) -> Response:
    """The pieces in which the two texts agree or differ."""
    pair = articles.compared(ledger_of(request), id, other, as_of=asked.as_of)
    return streamed(as_json(Rows(len(pair.pieces), articles.piece_lines(pair))), "application/json")


@router.get("/documents/{id}/with/{other}.csv", summary="Two documents compared (CSV)", responses=CONTENT[".csv"])
def compared_csv(request: Request, user: Reader, id: str, other: str, asked: Annotated[AsOf, Query()]) -> Response:
    """The same as a table."""
    pair = articles.compared(ledger_of(request), id, other, as_of=asked.as_of)
    rows = Rows(len(pair.pieces), articles.piece_lines(pair))
    return streamed(as_csv(rows, {name: name for name in ("same", "left", "right")}), "text/csv", "compared")


@router.get("/documents/{id}/with/{other}", summary="Two documents side by side (page)", response_class=HTMLResponse)
def compared(request: Request, user: Reader, id: str, other: str, asked: Annotated[AsOf, Query()]) -> HTMLResponse:
    """The two texts beside each other, with what differs marked."""
    pair = articles.compared(ledger_of(request), id, other, as_of=asked.as_of)
    return page(request, "compared.html", pair=pair, count=sum(not piece.same for piece in pair.pieces), asked=asked)
