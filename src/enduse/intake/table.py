"""Reads tables, CSV and TSV: one document a row, under a header that names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from enduse.errors import InputError
from enduse.model import Document

from .lines import MAX_LINE, Lines
from .record import FIELDS, document_of
from .stream import Source

_DELIMITERS = ",;\t|"
_ADVICE = f"the first row names the columns, 'text' and as many as there are of {', '.join(FIELDS)}"


def documents_in(source: Source) -> Iterator[Document | InputError]:
    """Yield the document of each row, and an InputError for each row that gives none; empty rows are passed over.

    Columns may stand in any order and be parted by comma, semicolon, tab or bar; names of columns in any case.
    A row whose quotes or number of cells do not fit is refused, for its text could be cut or joined wrongly.
    """
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    rows = _Rows(Lines(source, guesses=True))
    try:
        header, delimiter = _header(rows.lines, source.where)
    except InputError as error:
        yield error
        return
    reader = csv.reader(rows, delimiter=delimiter, strict=True)
    any_found = False
    while not rows.runaway:
        item = _next_item(reader, rows, header, source.where)
        if item is None:
            break
        any_found = True
        yield item
    if not any_found:
        yield InputError(source.where, "holds a header and no rows; give one article a row")


class _Rows:
    """Lines for csv.reader, which asks for as many as a row's quotes span.

    first: number of the first line of the row being read.
    runaway: whether a quote was opened and not closed within MAX_LINE characters.
    """

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.first = 0
        self.runaway = False
        self._size = 0

    def begin(self) -> None:
        self.first, self._size = self.lines.number + 1, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self._size += len(line)
        if self._size > MAX_LINE:
            self.runaway = True
            raise csv.Error(f"a quote is not closed within {MAX_LINE >> 20} MiB, and the rest of the file is not read")
        return line


def _header(lines: Lines, where: str) -> tuple[list[str], str]:
    """Read the first row and tell by it what parts the columns."""
    first = next((line for line in lines if not line.isspace() and not line.lower().startswith("sep=")), "")
    for delimiter in _DELIMITERS:
        try:
            names = [name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter, strict=True), [])]
        except csv.Error:
            continue
        twice = [name for name in FIELDS if names.count(name) > 1]
        if twice:
            raise InputError(lines.where, f"has two columns {twice[0]!r}; name each column once")
        if "text" in names:
            return names, delimiter
    if not first:
        raise InputError(where, f"is empty: it has blank lines only; {_ADVICE}")
    raise InputError(lines.where, f"names no column 'text' ({first.strip()[:60]!r}); {_ADVICE}")


def _next_item(reader: Iterator[list[str]], rows: _Rows, header: list[str], where: str) -> Document | InputError | None:
    while True:
        rows.begin()
        here = f"{where}:{rows.first}"
        try:
            row = next(reader)
        except StopIteration:
            return None
        except InputError as error:
            return error
        except csv.Error as error:
            return InputError(here, f"row cannot be read: {error}; check its quotes (a quote inside quotes is doubled)")
        if not any(row):
            continue
        if len(row) != len(header):
            cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            counts = f"{cells} where the header has {len(header)}"
            return InputError(here, f"row has {counts}; put quotes around cells that hold a separator or a line end")
        try:
            return document_of(dict(zip(header, row, strict=True)), here)
        except InputError as error:
            return error
