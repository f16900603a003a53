"""The reader: an article with its claims marked, and the documents that repeat it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from enduse.service import articles

from .asked import AsOf
from .claims import COLUMNS
from .listing import CONTENT, ledger_of, streamed
from .people import Reader
from .reader import names_of, numbered_claims, stretches
from .render import page
from .tables import Rows, as_csv

router = APIRouter()


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
