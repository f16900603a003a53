"""Reads JSON Lines: one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from enduse.errors import InputError
from enduse.model import Document

from .lines import Lines
from .record import document_of
from .stream import Source

_HOLDS = 'holds one object, such as {"id": "a1", "text": "…"}'


def documents_in(source: Source) -> Iterator[Document | InputError]:
    """Yield the document of each line, and an InputError for each line that gives none; blank lines are passed over."""
    lines = Lines(source)
    any_found = False
    while item := _next_item(lines):
        any_found = True
        yield item
    if not any_found:
        yield InputError(source.where, f"is empty: it has blank lines only; each line {_HOLDS}")


def malformed(error: ValueError | RecursionError, text: str) -> str:
    """Say what is wrong with a piece of JSON, and near what."""
    if isinstance(error, json.JSONDecodeError):
        near = text[max(0, error.pos - 12) : error.pos + 12].strip()
        return f"is not valid JSON at column {error.colno} ({error.msg.lower()}) near {near!r}"
    if isinstance(error, RecursionError):
        return "is JSON nested too deeply"
    return f"is not valid JSON ({str(error).partition(';')[0].lower()})"


def _next_item(lines: Lines) -> Document | InputError | None:
    try:
        for line in lines:
            if not line.isspace():
                return document_of(_object_of(line, lines.where), lines.where)
    except InputError as error:
        return error
    return None


def _object_of(line: str, where: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        if line.endswith("\n"):  # else a string that is cut off would be told as one with a line end inside
            return _object_of(line.rstrip("\r\n"), where)
        raise InputError(where, f"{malformed(error, line)}; each line {_HOLDS}") from error
    if not isinstance(value, dict):
        what = {list: "a list", str: "a string", type(None): "null", bool: "true or false"}.get(type(value), "a number")
        raise InputError(where, f"is {what}, not an object; each line {_HOLDS}")
    return value
