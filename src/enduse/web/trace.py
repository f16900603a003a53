"""Who is told to have held which arms: links of custody, what joins them, gaps, and what is drawn apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from enduse.model.custody import NOTICE, Backing, Chain, Custody, CustodyLink, Holder
from enduse.service import custody, custody_lines
from enduse.service.plan_lines import as_line

from .asked import AsOf
from .figures import Left, figure
from .listing import CONTENT, ledger_of, streamed
from .people import Reader
from .render import page

router = APIRouter()


class Traced(AsOf):
    """What is traced."""

    what: str | None = Field(None, description="A name, a code, a class, or the id of a claim, an event or a flow.")
    since: str | None = Field(None, description="Only what was published on that day or later.")
    until: str | None = Field(None, description="Only what was published on that day or before.")
    limit: int | None = Field(None, ge=1, le=1_000, description="Claims read of those that name it, the newest.")


Asked = Annotated[Traced, Query()]


def _found(request: Request, asked: Traced) -> Custody:
    return custody.trace(
        ledger_of(request), asked.what or "", since=asked.since, until=asked.until, as_of=asked.as_of,
        limit=asked.limit or custody.MOST,
    )  # fmt: skip


@router.get("/trace.json", summary="Custody (JSON)", responses=CONTENT[".json"])
def trace_json(request: Request, user: Reader, asked: Asked) -> Response:
    """Everything that the page shows, as one object."""
    found = custody_lines.custody_record(_found(request, asked))
    return streamed(iter([as_line(found)]), "application/json")


@router.get("/trace.csv", summary="Custody (CSV)", responses=CONTENT[".csv"])
def trace_csv(request: Request, user: Reader, asked: Asked) -> Response:
    """One row for each claim of a link."""
    return streamed(custody_lines.custody_csv(_found(request, asked)), "text/csv", "trace")


@router.get("/trace", summary="Custody (page)", response_class=HTMLResponse)
def trace(request: Request, user: Reader, asked: Asked) -> HTMLResponse:
    """Chains first, then the links that nothing joins, then what is told of nothing done."""
    found = _found(request, asked) if asked.what else None
    return page(
        request, "trace.html", found=found, asked=asked, notice=NOTICE, groups=list(_groups(found)) if found else [],
        links={link.id: link for link in found.links} if found else {}, named=_named, behind=behind,
        most=asked.limit or custody.MOST,
        points={point.link: point for point in found.points} if found else {},
    )  # fmt: skip


@router.get("/figures/custody.json", summary="The drawing of custody", responses=CONTENT[".json"])
def drawing(request: Request, user: Reader, asked: Asked) -> Response:
    """The same chains, gaps and links."""
    found = _found(request, asked)
    links = {link.id: link for link in found.links}
    points = {point.link: point.why for point in found.points}
    groups = [
        {"label": label, "links": [_drawn(links[id_], points) for id_ in ids], "joints": joints}
        for label, ids, joints in _groups(found)
    ]
    left = [
        *(Left(len(one.claims), one.reason) for one in found.left_out),
        Left(found.more, "further pairs of links that may be of the same arms"),
        Left(found.class_only, "pairs of links with no more in common than a holder and a class of arms"),
        Left(max(0, found.found - (asked.limit or custody.MOST)), "claims that name it and were not read"),
    ]
    return figure(
        "custody", f"Through whose hands: {found.understood}",
        "Links are joined only where their own words show the same arms; a gap says what is not told. What is "
        "planned, feared or denied stands apart.",
        f"{found.read:,} claims; {found.found:,} name what was asked for, the others lead on from these",
        left_out=left, notice=NOTICE,
        groups=groups,
        compatible=[{"left": pair.left, "right": pair.right, "why": pair.why} for pair in found.compatible],
        apart=[
            {
                "id": said.told.claim, "label": said.told.quote, "status": said.told.label, "stance": said.told.stance,
                "when": str(said.told.day or "no date"), "href": f"/claims/{said.told.claim}",
            }
            for said in found.apart
        ],
    )  # fmt: skip


def _groups(found: Custody) -> Iterator[tuple[str, list[str], list[dict[str, Any]]]]:
    """The chains, and then each link that stands alone."""
    chained: set[str] = set()
    for number, chain in enumerate(found.chains, 1):
        chained |= set(chain.links)
        yield f"Chain {number}", list(chain.links), list(_joints(chain))
    for link in found.links:
        if link.id not in chained:
            yield f"Alone: {_named(link.before) or '?'} → {_named(link.after) or '?'}", [link.id], []


def _joints(chain: Chain) -> Iterator[dict[str, Any]]:
    """What joins each link to one before it, best to the one just before; the others say the same again."""
    for at, right in enumerate(chain.links[1:], 1):
        joints = [joint for joint in chain.joints if joint.right == right]
        joints.sort(key=lambda joint: -chain.links.index(joint.left))
        for joint in joints[:1]:
            gap = chain.gaps[at] or "who had them between is not told"
            why = joint.why if joint.continuous else f"{joint.why}; {gap}"
            kind = "joined" if joint.continuous else "gap"
            yield {"left": joint.left, "right": right, "kind": kind, "why": why, "href": None}


def _drawn(link: CustodyLink, points: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": link.id, "kind": link.kind.value, "before": _named(link.before), "after": _named(link.after),
        "arms": "; ".join([*link.quantities, *(arms.words for arms in link.arms)]),
        "when": _when(link), "stance": "alleged" if link.alleged else "stated", "status": "occurred",
        "mode": link.mode, "denied": len(link.denied),
        "rows": behind(link.backing),
        "href": f"#{link.id}", "point": points.get(link.id),
    }  # fmt: skip


def behind(backing: Backing) -> str:
    """Three numbers that say three things, in words."""
    low, high = backing.roots
    numbers = ((f"{backing.documents}", "document"), (f"{backing.reports}", "report"),
               (f"{low}" if low == high else f"{low} to {high}", "root"))  # fmt: skip
    return ", ".join(f"{number} {word}{'' if number == '1' else 's'}" for number, word in numbers)


def _when(link: CustodyLink) -> str:
    if link.start is None:
        return "not dated"
    days = str(link.start) if link.start == link.end or link.end is None else f"{link.start} to {link.end}"
    return days if link.dated else f"published {days}"


def _named(holders: Iterable[Holder]) -> str | None:
    """Who had them, by the register or in the words of the text; None where that is not told."""
    return "; ".join(holder.name or f"“{holder.words}”" for holder in holders) or None
