"""Writes the lines of JSON that the hall gives as one JSON document or as CSV, a row at a time."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows that a page counts. after: of a part of them, what to ask for the next with; None for the whole.

    lines: each row as the command line writes it, a line of JSON.
    """

    count: int
    lines: Iterable[str]
    after: int | None = None


def lines_of(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Records that the hall gives as data, each as a line of JSON."""
    return (json.dumps(record) + "\n" for record in records)


def as_json(rows: Rows) -> Iterator[str]:
    """One object: how many rows there are, and the rows."""
    yield f'{{"count": {rows.count}, "after": {json.dumps(rows.after)}, "rows": ['
    for number, line in enumerate(rows.lines):
        yield f"{',' if number else ''}\n{line.rstrip()}"
    yield "\n]}\n"


def as_csv(rows: Rows, columns: Mapping[str, str]) -> Iterator[str]:
    """A heading and a row each.

    columns: name → where the cell is found in the record, as a path ("roles.supplier.*.text"); "*" takes each of a
    list, and gives a list. Lists and objects are written as JSON, what is absent as an empty cell.
    """
    yield _row(columns)
    for line in rows.lines:
        record = json.loads(line)
        yield _row(_cell(found(record, path.split("."))) for path in columns.values())


def found(record: Any, path: list[str]) -> Any:
    """What stands at a path in a record; None where nothing does."""
    if not path or record is None:
        return record
    if path[0] == "*":
        return [found(inner, path[1:]) for inner in record] or None
    return found(record.get(path[0]), path[1:])


def _cell(value: Any) -> object:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return {True: "true", False: "false", None: ""}.get(value, value) if isinstance(value, bool | None) else value


class _Row:
    """Takes the one row that a csv writer writes."""

    text = ""

    def write(self, text: str) -> None:
        """Take it."""
        self.text = text


def _row(cells: Iterable[object]) -> str:
    row = _Row()
    csv.writer(row, lineterminator="\r\n").writerow(cells)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", row.text)
