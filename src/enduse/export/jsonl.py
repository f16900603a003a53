"""JSON Lines: one object a document, one line an object; a document without claims has a line too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enduse.model import Reading

from .record import document_record, json_line


def lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Write each reading as one line, as it comes."""
    for reading in readings:
        yield json_line(document_record(reading)) + "\n"
