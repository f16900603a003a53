"""JSON: the objects of JSON Lines in one array, which is whole only when the last piece is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enduse.model import Reading

from .record import document_record, json_line


def array(readings: Iterable[Reading]) -> Iterator[str]:
    """Write the readings as one array, one document a line, as they come."""
    before = "[\n"
    for reading in readings:
        yield before + json_line(document_record(reading))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
