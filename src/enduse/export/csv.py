"""CSV and TSV: one row a claim, the columns always the same and in the same order.

A role's cell is a JSON list of its fillers with text, start and end, or empty. What was looked up stands in the last
columns, "; " between several; they are empty where nothing was looked up or found. Text is verbatim: a cell that begins
with "=", "+", "-" or "@" is not altered, so that the quote stays the quote; a spreadsheet may take it for a formula,
and such a file is to be imported with its columns as text. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from enduse.model import Extraction, Reading, ResolvedClaim, Role

from .record import json_line, role_records

CODED = tuple(role for role in Role if role not in {Role.QUANTITY, Role.TIME, Role.PURPOSE, Role.CONDITION})
"""Roles whose fillers are looked up in a register."""

COLUMNS = (
    *("doc", "title", "date", "source", "url", "sha256"),
    *("id", "type", "status", "state", "mode", "stance", "start", "end", "quote"),
    *(role.value for role in Role),
    *("score", "reader"),
    *(f"{role.value}_code" for role in CODED),
    *("quantity_low", "quantity_best", "quantity_high", "quantity_measure", "quantity_unit"),
    *("time_start", "time_end", "time_precision", "claimant_class", "chain"),
)

_OF_QUANTITY = ("low", "best", "high", "measure", "unit")
_OF_PERIOD = ("start", "end", "precision")
_SURROGATE = re.compile("[\ud800-\udfff]")


def comma_separated(readings: Iterable[Reading]) -> Iterator[str]:
    """Write the heading, then all rows of a document as one piece; a document without claims has none."""
    return _pieces(readings, ",")


def tab_separated(readings: Iterable[Reading]) -> Iterator[str]:
    """Write as comma_separated, with tabs; a cell that holds a tab or a line break is quoted."""
    return _pieces(readings, "\t")


def _pieces(readings: Iterable[Reading], delimiter: str) -> Iterator[str]:
    yield _row(COLUMNS, delimiter)
    for reading in readings:
        yield "".join(_row(_cells(reading, extraction), delimiter) for extraction in reading.extractions)


def _cells(reading: Reading, extraction: Extraction) -> list[object]:
    document, claim = reading.document, extraction.claim
    sentence = claim.sentence
    roles = [json_line(role_records(claim, role)) if claim.roles.get(role) else "" for role in Role]
    return [
        *(document.id, document.title, document.published_on, document.publisher, document.url, document.sha256),
        *(claim.id, claim.type, claim.status, claim.state, claim.mode, claim.stance),
        *(sentence.start, sentence.end, sentence.text),
        *roles,
        *(round(extraction.score, 3), extraction.reader),
        *_looked_up(reading.resolved.get(claim.id)),
    ]


def _looked_up(resolved: ResolvedClaim | None) -> list[str]:
    if resolved is None:
        resolved = ResolvedClaim("", {})
    codes = [
        _joined(found.referent.code if found.referent else None for found in resolved.roles.get(role, ()))
        for role in CODED
    ]
    quantities = [quantity for found in resolved.roles.get(Role.QUANTITY, ()) for quantity in found.quantities]
    periods = [found.period for found in resolved.roles.get(Role.TIME, ()) if found.period]
    return [
        *codes,
        *(_joined(getattr(quantity, name) for quantity in quantities) for name in _OF_QUANTITY),
        *(_joined(getattr(period, name) for period in periods) for name in _OF_PERIOD),
        resolved.claimant_class or "",
        " > ".join(link.name for link in resolved.chain),
    ]


def _joined(values: Iterable[object]) -> str:
    """Values with "; " between, "-" for one that is not told; empty when none is told."""
    cells = ["-" if value is None else str(value) for value in values]
    return "; ".join(cells) if any(cell != "-" for cell in cells) else ""


class _Row:
    """Takes the one row that a csv writer writes."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _row(cells: Iterable[object], delimiter: str) -> str:
    row = _Row()
    # With "\r\n" every version of Python quotes a cell that holds either character; lines then end as on Unix.
    csv.writer(row, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", row.text.removesuffix("\r\n")) + "\n"
