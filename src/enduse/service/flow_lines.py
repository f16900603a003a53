"""Writes flows as JSON Lines and as CSV, one line a status in the latter."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from enduse.export.record import json_line

from .flows import FlowView

COLUMNS = (
    "id", "supplier", "supplier_name", "recipient", "recipient_name", "weapon", "weapon_name", "period", "status",
    "denied", "documents", "reports", "events",
)  # fmt: skip


def json_lines(flows: Iterable[FlowView]) -> Iterator[str]:
    """One flow a line, its statuses in it."""
    for view in flows:
        names = {"supplier_name": view.supplier, "recipient_name": view.recipient, "weapon_name": view.weapon}
        yield json_line({"id": view.flow.id, **asdict(view.flow), **names}) + "\n"


def csv_lines(flows: Iterable[FlowView]) -> Iterator[str]:
    """A heading, and a line for each status of each flow; the numbers of several lines are not to be added."""
    yield _line(COLUMNS)
    for view in flows:
        flow = view.flow
        for count in flow.counts:
            yield _line((
                flow.id, flow.supplier or "", view.supplier, flow.recipient or "", view.recipient, flow.weapon or "",
                view.weapon, flow.period, count.status, "yes" if count.denied else "no", count.documents,
                count.reports, count.events,
            ))  # fmt: skip


def _line(cells: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()
