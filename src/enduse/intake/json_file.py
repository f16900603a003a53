"""Reads a JSON file: one object, several in a row, or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from enduse.errors import InputError
from enduse.model import Document

from .encoding import decode
from .jsonl import malformed
from .record import document_of
from .stream import MAX_FILE, Source

_BETWEEN = re.compile(r"[\s,\[\]]*")


def documents_in(source: Source) -> Iterator[Document | InputError]:
    """Yield the document of each object; objects before a damage are yielded before its InputError.

    The file is held whole, its objects one at a time.
    """
    try:
        text = decode(source.read(MAX_FILE), source.where)
    except InputError as error:
        yield error
        return
    decoder = json.JSONDecoder()
    position, line, number, depth = 0, 1, 0, 0
    while True:
        between = _BETWEEN.match(text, position)
        assert between is not None  # the pattern matches the empty string
        depth += between[0].count("[") - between[0].count("]")
        line += between[0].count("\n")
        position = between.end()
        if position == len(text):
            break
        number += 1
        where = f"{source.where}:{line}"
        try:
            value, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield InputError(where, f"item {number} {malformed(error, text)}; the rest of the file is not read")
            return
        yield _item(value, number, where)
        line += text.count("\n", position, end)
        position = end
    if depth:
        yield InputError(source.where, "ends inside a list; it seems to be cut off, get it again")
    elif not number:
        yield InputError(source.where, "is an empty list; each item is an object with a 'text'")


def _item(value: object, number: int, where: str) -> Document | InputError:
    if not isinstance(value, dict):
        return InputError(where, f"item {number} is no object; each item is an object with a 'text'")
    try:
        return document_of(value, where)
    except InputError as error:
        return InputError(where, f"item {number}: {error.what}")
