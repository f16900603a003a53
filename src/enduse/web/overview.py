"""The first page: what came in, what is planned, what changed, what contradicts, what is flagged; all lead to rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from enduse.model.kept import ClaimFilter
from enduse.service import arrivals, linking, planning
from enduse.service.linking_pages import contradiction_lines
from enduse.service.pages import kept_record
from enduse.service.plan_lines import as_line, news_lines, plan_lines
from enduse.service.progress import progress

from .asked import Asking
from .figures import Left, figure
from .listing import CONTENT, ledger_of, streamed
from .people import Reader, Right
from .render import page
from .tables import Rows, as_csv, lines_of

PLANS, CONTRADICTIONS = 8, 5
"""Rows of each that are shown; their pages show all."""

COLUMNS = {name: name for name in ("outlet", "week", "documents")}

router = APIRouter()


class Overview(Asking):
    """What the first page may be asked."""

    since: str | None = Field(None, description="What changed since then: a day, or an instant of UTC.")


Asked = Annotated[Overview, Query()]


@router.get("/overview.csv", summary="What came in (CSV)", responses=CONTENT[".csv"])
def overview_csv(request: Request, user: Reader, asked: Asked) -> Response:
    """A row for each outlet and week in which it printed something."""
    rows = list(_weeks(arrivals.coverage(ledger_of(request))))
    return streamed(as_csv(Rows(len(rows), lines_of(rows)), COLUMNS), "text/csv", "overview")


@router.get("/overview.json", summary="The overview (JSON)", responses=CONTENT[".json"])
def overview_json(request: Request, user: Reader, asked: Asked) -> Response:
    """Exactly the rows that the page shows, each part by its name."""
    shown = _shown(ledger_of(request), asked)
    cover, changed = shown["cover"], shown["changed"]
    made = {
        "coverage": {
            "from": cover.first, "to": cover.last, "newest": cover.newest, "older": cover.older,
            "undated": cover.undated, "ahead": cover.ahead, "more": cover.more, "rows": list(_weeks(cover)),
        },
        "plans": [json.loads(line) for line in plan_lines(shown["plans"].plans)], "plans_more": shown["plans"].after,
        "contradictions": [json.loads(line) for line in contradiction_lines(shown["contradictions"].contradictions)],
        "contradictions_more": shown["contradictions"].after,
        "flagged": [{"claim": kept_record(one.kept), "why": one.why} for one in shown["flagged"].flagged],
        "flagged_read": shown["flagged"].read, "flagged_more": shown["flagged"].more,
        "changed": changed and {
            "documents": changed.documents, "claims": changed.claims,
            "news": None if changed.news is None else [json.loads(line) for line in news_lines(changed.news)],
        },
    }  # fmt: skip
    return streamed(iter([as_line(made)]), "application/json")


@router.get("/overview", summary="The overview (page)", response_class=HTMLResponse)
def overview(request: Request, user: Reader, asked: Asked) -> HTMLResponse:
    """Each number opens its rows."""
    shown = _shown(ledger_of(request), asked)
    now = datetime.now(UTC)
    return page(
        request, "overview.html", asked=asked, **shown, counted=arrivals.COUNTED,
        outlets=sorted(_outlets(shown["cover"]), key=lambda one: (-one["documents"], one["name"])),
        age=(now.date() - shown["cover"].newest).days if shown["cover"].newest else None,
        now=now.strftime("%Y-%m-%dT%H:%M:%SZ"), yesterday=str(now.date() - timedelta(days=1)),
        week_ago=str(now.date() - timedelta(days=7)), tomorrow=str(now.date() + timedelta(days=1)),
        before=str(shown["cover"].first - timedelta(days=1)), review=progress(ledger_of(request)),
        may=not request.app.state.settings.read_only and user.may(Right.REVIEW),
    )  # fmt: skip


@router.get("/figures/coverage.json", summary="The drawing of what came in", responses=CONTENT[".json"])
def drawing(request: Request, user: Reader, asked: Annotated[Asking, Query()]) -> Response:
    """Documents of each outlet by week; weeks without any stay gaps."""
    cover = arrivals.coverage(ledger_of(request))
    outlets = [
        {
            "label": one["name"] or "no outlet named",
            "href": _documents(one["name"], cover.first, cover.last) if one["name"] else None,
            "cells": [
                {
                    "start": str(week), "count": count,
                    "href": _documents(one["name"], week, week + timedelta(days=6)) if one["name"] else None,
                }
                for week, count in sorted(cover.weeks[one["name"]].items())
            ],
        }
        for one in sorted(_outlets(cover), key=lambda one: -one["documents"])
    ]  # fmt: skip
    return figure(
        "coverage", "What came in",
        "Documents of each outlet by the week of publication. A gap means that the ledger holds nothing of that "
        "outlet and week, not that nothing was printed or happened.",
        f"{cover.documents:,} documents of {len(outlets)} outlets, {cover.first} to {cover.last}",
        left_out=[
            Left(cover.older, f"documents published before {cover.first}"),
            Left(cover.undated, "documents without a day of publication"),
            Left(cover.ahead, "documents whose day of publication is yet to come"),
        ],
        unit="week", **{"from": str(cover.first), "to": str(cover.last)}, outlets=outlets,
    )  # fmt: skip


def _shown(ledger: str, asked: Overview) -> dict[str, Any]:
    return {
        "cover": arrivals.coverage(ledger), "plans": planning.plan_page(ledger, limit=PLANS),
        "contradictions": linking.contradictions(ledger, ClaimFilter(), limit=CONTRADICTIONS),
        "flagged": arrivals.flagged(ledger), "changed": arrivals.changed(ledger, asked.since) if asked.since else None,
    }  # fmt: skip


def _weeks(cover: arrivals.Coverage) -> Iterator[dict[str, Any]]:
    for outlet, weeks in sorted(cover.weeks.items()):
        for week, count in sorted(weeks.items()):
            yield {"outlet": outlet, "week": str(week), "documents": count}


def _outlets(cover: arrivals.Coverage) -> Iterator[dict[str, Any]]:
    for name, weeks in cover.weeks.items():
        yield {
            "name": name, "documents": sum(weeks.values()), "weeks": len(weeks), "last": max(weeks),
            "href": _documents(name, cover.first, cover.last),
        }  # fmt: skip


def _documents(outlet: str, since: date, until: date) -> str:
    """The documents of an outlet and some days; of what names no outlet, those of the days."""
    asked = {"outlet": outlet} if outlet else {}
    return f"/documents?{urlencode({**asked, 'since': str(since), 'until': str(until)})}"
