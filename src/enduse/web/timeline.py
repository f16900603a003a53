"""Draws what each source tells of on which day: events and plans, and the states of truces with their silences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from enduse.model import ClaimType, Role
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.service import asking, truces

from .asked import Claims, filter_of
from .figures import Left, figure
from .listing import CONTENT, View, add_view, ledger_of, part_of, turn
from .people import Reader
from .tables import Rows, lines_of

CLAIMS = 400
"""Claims that are looked at, those added last."""

TRUCES = 2_000
"""Claims of ceasefires up to which the states of truces are drawn."""

COLUMNS = {name: name for name in ("source", "kind", "day", "basis", "label", "stance", "claim", "quote")}
PLANS = frozenset({"planned", "promised", "considered", "called_for", "risk"})


class Mark(NamedTuple):
    """What a source tells of on a day. basis: why it stands on that day."""

    source: str
    kind: str
    day: str
    basis: str
    label: str
    stance: str
    claim: str
    quote: str


class TimelineAsked:
    """A filter of claims."""

    def __init__(self, given: Annotated[Claims, Query()]) -> None:
        self.given = given
        self.filter: ClaimFilter = filter_of(given)
        self.after = given.after

    def found(self, ledger: str) -> tuple[list[Mark], int, bool]:
        """The marks in order of days, how many claims tell no day, and whether there were more than were looked at."""
        page = asking.claims(ledger, self.filter, limit=CLAIMS)
        marks = [mark for kept in page.claims for mark in _marks(kept)]
        undated = sum(1 for kept in page.claims if not _day(kept))
        return sorted(marks, key=lambda mark: (mark.day, mark.source)), undated, page.after is not None


def _marks(kept: KeptClaim) -> Iterator[Mark]:
    day = _day(kept)
    if day:
        claim = kept.claim
        label = str(claim.status or claim.state)
        kind = "plan" if label in PLANS else "violation" if label == "violated" else "state" if claim.state else "event"
        yield Mark(
            kept.documents[0].publisher or "no outlet named", kind, day, "day of publication", label,
            claim.stance.value, claim.id, claim.sentence.text,
        )  # fmt: skip


def _day(kept: KeptClaim) -> str | None:
    day = kept.documents[0].published_on if kept.documents else None
    return day[:10] if day and len(day) >= 10 else None


def _page(ledger: str, asked: TimelineAsked) -> dict[str, Any]:
    marks, undated, more = asked.found(ledger)
    shown, after = part_of(marks, asked.given.limit or CLAIMS, asked.after)
    return {"marks": shown, "count": len(marks), "undated": undated, "more": more, "after": after, "most": CLAIMS}


def _rows(ledger: str, asked: TimelineAsked) -> Rows:
    marks, _, _ = asked.found(ledger)
    shown, after = part_of(marks, asked.given.limit, asked.after)
    return Rows(len(marks), lines_of(mark._asdict() for mark in shown), after)


router = APIRouter()
add_view(router, View("/timeline", "Timeline", "timeline.html", TimelineAsked, _page, _rows, COLUMNS))


@router.get(
    "/figures/timeline.json", summary="The drawing of days", responses=CONTENT[".json"], dependencies=[Depends(turn)]
)
def drawing(request: Request, user: Reader, asked: Annotated[TimelineAsked, Depends()]) -> Response:
    """A lane for each source; the states of each truce below, with the silences of each source."""
    ledger = ledger_of(request)
    marks, undated, more = asked.found(ledger)
    groups, many = _truces(ledger, asked, {mark.claim for mark in marks})
    lanes = defaultdict(list)
    for mark in marks:
        if mark.kind in ("event", "plan"):
            lanes[mark.source].append(_drawn(mark))
    first = [
        {"label": source, "href": None, "marks": found, "silences": _drawn_silences(found)}
        for source, found in sorted(lanes.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    shown = [{"label": "Events and plans, by source, on the day of publication", "lanes": first}] if first else []
    days = [mark["start"] for group in (*shown, *groups) for lane in group["lanes"] for mark in lane["marks"]]
    return figure(
        "timeline", "Who tells of what, and when",
        "A mark stands on the day of publication, not on the day of the act. Each source has a lane of its own; "
        "silence means that nothing of it was found, and is not taken for peace.",
        f"the {len(marks) + undated} claims added last that pass the filters",
        left_out=[
            Left(undated, "claims without a day of publication"),
            Left(int(more), "or more claims that were not looked at"),
            Left(many, "or more claims of ceasefires: too many to draw the states of truces; narrow the filters"),
        ],
        **{"from": min(days, default="2000-01-01"), "to": max(days, default="2000-01-01")}, groups=[*shown, *groups],
    )  # fmt: skip


def _drawn(mark: Mark) -> dict[str, Any]:
    return {
        "start": mark.day, "end": mark.day, "precision": "day", "kind": mark.kind, "status": mark.label, "state": None,
        "stance": mark.stance, "count": 1, "label": mark.quote, "href": f"/claims/{mark.claim}",
    }  # fmt: skip


def _drawn_silences(marks: Iterable[dict[str, Any]]) -> list[dict[str, str | None]]:
    """Between which days a source tells nothing that is drawn, so that no line joins them."""
    found = truces.silences({date.fromisoformat(mark["start"]) for mark in marks})
    return [{"from": str(gap.since), "to": str(gap.until)} for gap in found]


def _truces(ledger: str, asked: TimelineAsked, wanted: set[str]) -> tuple[list[dict[str, Any]], int]:
    """The truces at the place that is asked for; none, and how many claims there are at least, where these are many."""
    ceasefire = ClaimType.CEASEFIRE.value
    given = asked.filter
    if given.types and ceasefire not in given.types:
        return [], 0
    of_truces = ClaimFilter(types=(ceasefire,), as_of=given.as_of)
    if asking.count_few(ledger, of_truces, TRUCES) is None:
        return [], TRUCES
    found = truces.ceasefires(ledger, place=given.roles.get(Role.PLACE), as_of=given.as_of)
    return [
        {"label": truce.name, "lanes": list(_lanes(truce.lines))}
        for truce in found
        if any(one.claim in wanted and one.day for line in truce.lines for one in line.states)
    ], 0


def _lanes(lines: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for line in lines:
        marks = [
            {
                "start": str(one.day), "end": str(one.day), "precision": "day",
                "kind": "violation" if one.label == "violated" else "state", "status": None, "state": one.label,
                "stance": one.stance, "count": 1, "label": one.quote, "href": f"/claims/{one.claim}",
            }
            for one in line.states
            if one.day
        ]  # fmt: skip
        silences = [
            {"from": str(gap.since), "to": str(gap.until) if gap.until else None} for gap in line.silences
        ]  # fmt: skip
        yield {"label": line.source, "href": None, "marks": marks, "silences": silences}
