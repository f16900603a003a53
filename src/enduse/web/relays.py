"""Draws who repeats whom of an event, and what each relay changed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from enduse.service import linking

from .asked import AsOf
from .figures import Left, figure
from .listing import CONTENT, ledger_of
from .people import Reader
from .render import at_the_time

MOST = 150
"""Claims that are drawn; the page lists all."""

router = APIRouter()


@router.get("/figures/relays/{id}.json", summary="The drawing of relays", responses=CONTENT[".json"])
def drawing(request: Request, user: Reader, id: str, asked: Annotated[AsOf, Query()]) -> Response:
    """The claims of an event, those that others repeat first."""
    view = linking.event(ledger_of(request), id, as_of=asked.as_of)
    relays = view.sources.relays
    ids = {kept.claim.id for kept in view.claims}
    repeating = {relay.claim for relay in relays}
    drawn = view.claims[:MOST]
    shown = {kept.claim.id for kept in drawn}
    nodes: list[dict[str, Any]] = [
        _node(kept, at_the_time(asked.as_of), root=kept.claim.id not in repeating) for kept in drawn
    ]
    edges = []
    for relay in relays:
        if relay.claim not in shown or (relay.of in ids and relay.of not in shown):
            continue
        of = relay.of if relay.of in ids else f"credited:{relay.name}"
        if of not in shown and of not in {node["id"] for node in nodes}:
            kept = next(kept for kept in drawn if kept.claim.id == relay.claim)
            nodes.append(_credited(str(of), relay.name, _labels(kept)))
        changes = [
            {"kind": change.kind.value, "before": change.before, "after": change.after} for change in relay.changes
        ]
        edges.append({"from": of, "to": relay.claim, "how": relay.how.value, "why": relay.why, "changes": changes})
    s = view.sources
    return figure(
        "relays", "Who repeats whom",
        "From a report to those that credit or copy it, with what each changed. That wording or numbers agree only "
        "suggests it. A source that is credited and whose own text is not in the ledger is drawn hollow.",
        f"{len(view.claims)} claims in {s.documents} documents, {s.reports} independent reports",
        left_out=[Left(len(view.claims) - len(drawn), "claims of the event that are listed and not drawn")],
        nodes=nodes, edges=edges, roots={"minimum": s.minimum, "maximum": s.maximum},
    )  # fmt: skip


def _labels(kept: Any) -> tuple[str, str]:
    claim = kept.claim
    return str(claim.status or _STATE_AS[str(claim.state)]), str(claim.stance)


_STATE_AS = {
    "proposed": "called_for", "rejected": "refused", "agreed": "promised", "in_force": "occurred",
    "violated": "occurred", "extended": "occurred", "collapsed": "halted",
}  # fmt: skip
"""How far a state of a truce has got, in the words of the drawing."""


def _node(kept: Any, then: str, *, root: bool) -> dict[str, Any]:
    status, stance = _labels(kept)
    document = kept.documents[0] if kept.documents else None
    return {
        "id": kept.claim.id, "label": (document and document.publisher) or "no outlet named",
        "day": document.published_on[:10] if document and document.published_on else None,
        "text": kept.claim.sentence.text, "status": status, "stance": stance, "root": root, "held": True,
        "href": f"/claims/{kept.claim.id}{then}",
    }  # fmt: skip


def _credited(id_: str, name: str, labels: tuple[str, str]) -> dict[str, Any]:
    return {
        "id": id_, "label": name, "day": None, "text": "", "status": labels[0], "stance": labels[1], "root": True,
        "held": False, "href": None,
    }  # fmt: skip
