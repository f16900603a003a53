"""CSV and TSV: one row a claim, the columns always the same and in the same order.

A role's cell is a JSON list of its fillers with text, start and end, or empty. Text is verbatim: a cell that begins
with "=", "+", "-" or "@" is not altered, so that the quote stays the quote; a spreadsheet may take it for a formula,
and such a file is to be imported with its columns as text. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from enduse.model import Extraction, Reading, Role

from .record import json_line, role_records

COLUMNS = (
    *("doc", "title", "date", "source", "url", "sha256"),
    *("id", "type", "status", "state", "mode", "stance", "start", "end", "quote"),
    *(role.value for role in Role),
    *("score", "reader"),
)

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
    ]


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
