"""Writes a checklist as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from enduse.export.record import json_line
from enduse.model.checklist import Checklist

from .custody_lines import said_record


def checklist_record(found: Checklist) -> dict[str, Any]:
    """The checklist as data, each claim with its quote; it holds no score."""
    return {
        "id": found.id,
        "claims": [said_record(said) for said in found.said],
        "supplier": [asdict(holder) for holder in found.supplier],
        "recipient": [asdict(holder) for holder in found.recipient],
        "arms": [asdict(arms) for arms in found.arms],
        "flags": list(found.flags),
        "register": list(found.register),
        "read": found.read,
        "documents": found.documents,
        "criteria": [
            {
                "key": criterion.key, "title": criterion.title, "source": criterion.source,
                "facts": list(criterion.facts), "blank": criterion.blank, "not_read": criterion.not_read,
                "entries": [
                    {**asdict(entry.backing), "note": entry.note, "claims": [said_record(said) for said in entry.said]}
                    for entry in criterion.entries
                ],
            }
            for criterion in found.criteria
        ],
    }  # fmt: skip


def checklist_line(found: Checklist) -> str:
    """The checklist on one line; days as they are written in ISO 8601."""
    return json_line(json.loads(json.dumps(checklist_record(found), default=str))) + "\n"
