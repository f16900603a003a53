"""Who is told to supply whom with which class of arms in which year: a list, a drawing, and the acts of one flow."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from enduse.model.kept import ClaimFilter
from enduse.service import bands, flow_lines, flows, grading, linking_pages

from .asked import ROWS_A_PAGE, AsOf, Claims, Paged, filter_of
from .events import COLUMNS as EVENT_COLUMNS
from .figures import Left, figure
from .listing import ALL, CONTENT, View, add_view, ledger_of, streamed
from .people import Reader
from .render import at_the_time, page, query_of
from .tables import Rows, as_csv, as_json

COUNTED = 1_000
"""Flows up to which the page says how many there are."""

COLUMNS = {
    **{name: name for name in ("id", "supplier", "supplier_name", "recipient", "recipient_name", "weapon")},
    "weapon_name": "weapon_name", "period": "period", "statuses": "counts.*.status", "denied": "counts.*.denied",
    "documents": "counts.*.documents", "reports": "counts.*.reports", "events": "counts.*.events", "claims": "claims",
}  # fmt: skip


class FlowsAsked:
    """A filter, and which page of the flows that it lets through."""

    def __init__(self, given: Annotated[Claims, Query()]) -> None:
        self.given = given
        self.filter: ClaimFilter = filter_of(given)
        self.after = given.after

    def found(self, ledger: str, limit: int) -> flows.FlowPage:
        """A page of flows."""
        return flows.flows(ledger, self.filter, limit=limit, after=self.after)


def _page(ledger: str, asked: FlowsAsked) -> dict[str, Any]:
    found = asked.found(ledger, asked.given.limit or ROWS_A_PAGE)
    counted = flows.count_flows(ledger, asked.filter, COUNTED + 1)
    return {"found": found, "count": min(counted, COUNTED), "more": counted > COUNTED}


def _rows(ledger: str, asked: FlowsAsked) -> Rows:
    whole = asked.given.limit is None and asked.after is None
    found = asked.found(ledger, ALL if whole else asked.given.limit or ROWS_A_PAGE)
    count = len(found.flows) if whole else flows.count_flows(ledger, asked.filter, ALL)
    return Rows(count, flow_lines.json_lines(found.flows), found.after)


router = APIRouter()
add_view(router, View("/flows", "Flows", "flows.html", FlowsAsked, _page, _rows, COLUMNS))


@router.get("/figures/flows.json", summary="The drawing of flows", responses=CONTENT[".json"])
def drawing(request: Request, user: Reader, asked: Annotated[FlowsAsked, Depends()]) -> Response:
    """The flows of one page as bands, those of each status apart."""
    ledger = ledger_of(request)
    found = asked.found(ledger, asked.given.limit or ROWS_A_PAGE)
    counted = flows.count_flows(ledger, asked.filter, COUNTED + 1)
    number = "more than 1,000" if counted > COUNTED else f"{counted:,}"
    left = Left(
        counted - len(found.flows), f"flows on other pages of the list ({number} in all)", f"/flows{query_of(request)}"
    )
    return _drawn(
        ledger, found.flows, f"the {len(found.flows)} flows of this page of {number} that pass the filters", [left],
        asked.filter.as_of,
    )  # fmt: skip


class OneFlow(Paged, AsOf):
    """Which page of the acts of a flow, and as of when."""


@router.get("/flows/{id}.json", summary="The events of a flow (JSON)", responses=CONTENT[".json"])
def flow_json(request: Request, user: Reader, id: str, asked: Annotated[OneFlow, Query()]) -> Response:
    """Each event as `enduse events` writes it."""
    return streamed(as_json(_events(request, id, asked)), "application/json")


@router.get("/flows/{id}.csv", summary="The events of a flow (CSV)", responses=CONTENT[".csv"])
def flow_csv(request: Request, user: Reader, id: str, asked: Annotated[OneFlow, Query()]) -> Response:
    """The same as a table."""
    return streamed(as_csv(_events(request, id, asked), EVENT_COLUMNS), "text/csv", "flow")


@router.get("/flows/{id}", summary="A flow and its events (page)", response_class=HTMLResponse)
def flow(request: Request, user: Reader, id: str, asked: Annotated[OneFlow, Query()]) -> HTMLResponse:
    """The numbers of each status, and the acts behind them."""
    ledger = ledger_of(request)
    view = flows.flow(ledger, id, as_of=asked.as_of)
    found = flows.events_of_flow(ledger, id, limit=asked.limit or ROWS_A_PAGE, after=asked.after, as_of=asked.as_of)
    return page(
        request, "flow.html", flow_=view, found=found, asked=asked,
        grades=grading.grades(ledger, view.flow.id, as_of=asked.as_of),
    )  # fmt: skip


@router.get("/figures/flows/{id}.json", summary="The drawing of one flow", responses=CONTENT[".json"])
def drawing_of_flow(request: Request, user: Reader, id: str, asked: Annotated[AsOf, Query()]) -> Response:
    """One flow as bands."""
    ledger = ledger_of(request)
    view = flows.flow(ledger, id, as_of=asked.as_of)
    return _drawn(ledger, [view], f"the newest acts of this flow, up to {bands.EVENTS_A_FLOW}", [], asked.as_of)


def _events(request: Request, id_: str, asked: OneFlow) -> Rows:
    ledger = ledger_of(request)
    whole = asked.limit is None and asked.after is None
    limit = ALL if whole else asked.limit or ROWS_A_PAGE
    found = flows.events_of_flow(ledger, id_, limit=limit, after=asked.after, as_of=asked.as_of)
    return Rows(found.claimed_events, linking_pages.event_lines(found.events), found.after)


def _drawn(ledger: str, shown: Any, searched: str, left: list[Left], as_of: str | None) -> Response:
    found = bands.bands(ledger, shown, as_of=as_of)
    ends = {end.id: end for band in found.bands for end in (band.left, band.right)}
    givers = {band.left.id for band in found.bands if band.step in ("supply", "to_via")}
    nodes = [
        {
            "id": id_,
            "label": label,
            "href": f"/trace?what={_asked_as(end)}{at_the_time(as_of).replace('?', '&')}" if end.code else None,
            "told": bool(end.name),
        }
        for id_, end, label in _labelled(ends, givers)
    ]
    links = [
        {
            "from": _node(band.left, giver=band.left.id in givers and band.step in ("supply", "to_via")),
            "to": _node(band.right, giver=False), "step": band.step, "status": band.status, "stance": band.stance,
            "value": band.events, "rows": f"{band.events} claimed {'event' if band.events == 1 else 'events'}",
            "href": f"/flows/{band.flow}{at_the_time(as_of)}"
            if band.flow
            else f"/events?types=diversion&code={_asked_as(band.left)}{at_the_time(as_of).replace('?', '&')}",
        }
        for band in found.bands
    ]  # fmt: skip
    left = [*left, Left(found.left_out, "flows of which only the newest acts are drawn")]
    return figure(
        "sankey", "Who is told to supply whom",
        "From supplier to recipient, through whom it is told to go, and on to who is told to have got arms from the "
        "recipient later. A band is one flow (a class of arms in a year) in one status and stance; an act told of in "
        "several statuses or classes stands in several bands, so widths are not to be added up. A later holder is not "
        "told to hold the very arms of the band before; open its trace.",
        searched, left_out=left, measure="claimed events", nodes=nodes, links=links,
    )  # fmt: skip


def _asked_as(end: bands.End) -> str:
    return quote(f"actor:{end.code}")


def _node(end: bands.End, *, giver: bool) -> str:
    return ("giver " if giver else "taker ") + end.id if not end.name else end.id


def _labelled(ends: dict[str, bands.End], givers: set[str]) -> list[tuple[str, bands.End, str]]:
    found = []
    for id_, end in ends.items():
        if end.name:
            found.append((id_, end, end.name))
        else:
            found += [(f"giver {id_}", end, "supplier not told"), (f"taker {id_}", end, "recipient not told")]
    return found
