"""Writes what is told of custody as JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from enduse.export.record import json_line
from enduse.model.custody import NOTICE, Custody, CustodyLink, Holder, Said

COLUMNS = (
    "link", "chain", "place_in_chain", "kind", "mode", "stance", "contested", "before", "before_code", "after",
    "after_code", "intended", "weapon", "weapon_code", "unroca", "quantity", "via", "place", "start", "end", "dated",
    "says", "claim", "quote", "claimant", "credit", "outlet", "published_on", "document", "url", "documents", "reports",
    "roots_min", "roots_max",
)  # fmt: skip


def custody_record(found: Custody) -> dict[str, Any]:
    """All of it as data, with the sentence that every view carries."""
    return {
        "notice": NOTICE,
        "asked": found.asked, "understood": found.understood, "found": found.found, "read": found.read,
        "links": [_link(link) for link in found.links],
        "chains": [asdict(chain) for chain in found.chains],
        "points": [asdict(point) for point in found.points],
        "compatible": [asdict(pair) for pair in found.compatible],
        "compatible_more": found.more, "class_only": found.class_only,
        "apart": [said_record(said) for said in found.apart],
        "left_out": [asdict(left) for left in found.left_out],
    }  # fmt: skip


def custody_lines(found: Custody) -> Iterator[str]:
    """First what was asked, then one line for each link, chain, point, pair, claim apart and reason of leaving out."""
    record = custody_record(found)
    parts = {"links": "link", "chains": "chain", "points": "point", "compatible": "compatible", "apart": "apart",
             "left_out": "left_out"}  # fmt: skip
    yield _line({"record": "custody", **{name: value for name, value in record.items() if name not in parts}})
    for name, kind in parts.items():
        yield from (_line({"record": kind, **one}) for one in record[name])


def custody_csv(found: Custody) -> Iterator[str]:
    """One row a claim of a link; a claim that denies the link says so, and claims that make no link have no row."""
    yield _row(COLUMNS)
    place = {id_: (number, at) for number, chain in enumerate(found.chains, 1) for at, id_ in enumerate(chain.links, 1)}
    for link in found.links:
        for says, group in (("done", link.said), ("denied", link.denied)):
            for said in group:
                yield _row(_cells(link, said, says, place.get(link.id, ("", ""))))


def _cells(link: CustodyLink, said: Said, says: str, place: tuple[object, object]) -> Iterable[object]:
    told, document = said.told, said.documents[0] if said.documents else None
    return (
        link.id, *place, link.kind, link.mode, "alleged" if link.alleged else "stated", "yes" if link.contested else "",
        *_holders(link.before), *_holders(link.after), _holders(link.intended)[0],
        _joined(arms.words for arms in link.arms), _joined(arms.code for arms in link.arms),
        _joined(arms.unroca for arms in link.arms), _joined(link.quantities), _joined(link.via), _joined(link.places),
        link.start, link.end, "yes" if link.dated else "", says, told.claim, told.quote, told.source, told.chain,
        told.outlet, told.day, document.id if document else "", document.url if document else "",
        link.backing.documents, link.backing.reports, *link.backing.roots,
    )  # fmt: skip


def _holders(holders: Iterable[Holder]) -> tuple[str, str]:
    known = list(holders)
    return _joined(holder.words for holder in known), _joined(holder.code for holder in known)


def _joined(values: Iterable[object]) -> str:
    cells = ["-" if value is None else str(value) for value in values]
    return "; ".join(cells) if any(cell != "-" for cell in cells) else ""


def _link(link: CustodyLink) -> dict[str, Any]:
    return {
        "id": link.id, "alleged": link.alleged, "contested": link.contested, **asdict(link),
        "said": [said_record(said) for said in link.said], "denied": [said_record(said) for said in link.denied],
    }  # fmt: skip


def said_record(said: Said) -> dict[str, Any]:
    """A claim with its quote, who says it, and its documents."""
    documents = [
        {"id": d.id, "name": d.name, "publisher": d.publisher, "published_on": d.published_on, "url": d.url}
        for d in said.documents
    ]
    return {**asdict(said.told), "roles": dict(said.roles), "documents": documents}


def _line(record: dict[str, Any]) -> str:
    """Days as they are written in ISO 8601."""
    return json_line(json.loads(json.dumps(record, default=str))) + "\n"


def _row(cells: Iterable[object]) -> str:
    into = io.StringIO()
    csv.writer(into, lineterminator="\r\n").writerow(["" if cell is None else cell for cell in cells])
    return into.getvalue().removesuffix("\r\n").encode("utf-8", "replace").decode() + "\n"
