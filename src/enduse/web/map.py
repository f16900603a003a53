"""Draws the places that acts are told of at, as precisely as they are named; what cannot be drawn is listed."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from enduse.service import places_told

from .asked import Claims, filter_of
from .figures import Left, figure
from .listing import CONTENT, View, add_view, ledger_of, part_of
from .people import Reader
from .render import query_of
from .tables import Rows, lines_of

EVENTS = 200
"""Events whose places are looked up, those of the claims added last."""

COLUMNS = {name: name for name in places_told.PlaceTold._fields}


class MapAsked:
    """A filter of claims."""

    def __init__(self, given: Annotated[Claims, Query()]) -> None:
        self.given = given
        self.filter = filter_of(given)
        self.after = given.after

    def found(self, ledger: str) -> places_told.PlacesTold:
        """The places of the newest events that the filter lets through."""
        return places_told.places_told(ledger, self.filter, limit=EVENTS)


def _page(ledger: str, asked: MapAsked) -> dict[str, Any]:
    found = asked.found(ledger)
    shown, after = part_of(found.places, asked.given.limit or 200, asked.after)
    return {"found": found, "places": shown, "count": len(found.places), "after": after, "address": _address}


def _rows(ledger: str, asked: MapAsked) -> Rows:
    found = asked.found(ledger)
    shown, after = part_of(found.places, asked.given.limit, asked.after)
    return Rows(len(found.places), lines_of(place._asdict() for place in shown), after)


router = APIRouter()
add_view(router, View("/map", "Map", "map.html", MapAsked, _page, _rows, COLUMNS))

_STATUS_OF_STATE = {
    "proposed": "called_for", "rejected": "refused", "agreed": "promised", "in_force": "occurred",
    "violated": "occurred", "extended": "occurred", "collapsed": "halted",
}  # fmt: skip


@router.get("/figures/map.json", summary="The drawing of places", responses=CONTENT[".json"])
def drawing(request: Request, user: Reader, asked: Annotated[MapAsked, Depends()]) -> Response:
    """Countries whole, regions as rings of a fixed size, towns and sites as dots."""
    found = asked.found(ledger_of(request))
    drawn = [_drawn(place) for place in found.places]
    more = "; there are more, which are not drawn" if found.more else ""
    return figure(
        "map", "Where acts are told of",
        "Places that claims name, as precisely as they name them: a country is shaded whole, a region is a ring, a "
        "town a dot. That an act is told of at a place is not that it happened there.",
        f"the {found.read} events of the claims added last that pass the filters{more}",
        left_out=[Left(found.unplaced, "events that name no place", f"/events{query_of(request)}")],
        measure="claimed events", places=drawn,
    )  # fmt: skip


def _drawn(place: places_told.PlaceTold) -> dict[str, Any]:
    acts = f"{place.events} claimed {'event' if place.events == 1 else 'events'}"
    return {
        "label": place.name, "precision": place.precision,
        "country": place.country if place.precision == "country" else None, "lat": place.lat, "lon": place.lon,
        "radius_km": None, "what": place.what, "status": _STATUS_OF_STATE.get(place.status, place.status),
        "stance": place.stance, "value": place.events, "rows": f"{acts}, {place.status.replace('_', ' ')}",
        "href": _address(place),
    }  # fmt: skip


def _address(place: places_told.PlaceTold) -> str:
    asked = f"code=place:{quote(place.code)}" if place.code else f"place={quote(place.name)}"
    return f"/claims?{asked}&statuses={place.status}&stances={place.stance}"
