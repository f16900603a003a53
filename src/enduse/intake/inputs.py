"""Turns what a person names (files, folders, standard input) into a stream of Documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import BinaryIO

from enduse.errors import InputError
from enduse.model import Document

from . import html, json_file, jsonl, table, text, warc
from .folder import files_under, name_of, reason, shown
from .kind import PACKED, Kind, is_archive, kind_of_head, kind_of_json, kind_of_name
from .stream import Source, open_source

STANDARD_INPUT = "-"
"""The path that stands for standard input."""

_READERS: Mapping[Kind, Callable[[Source], Iterator[Document | InputError]]] = {
    Kind.TEXT: text.documents_in,
    Kind.MARKDOWN: partial(text.documents_in, markdown=True),
    Kind.HTML: html.documents_in,
    Kind.JSON_LINES: jsonl.documents_in,
    Kind.JSON: json_file.documents_in,
    Kind.CSV: table.documents_in,
    Kind.TSV: table.documents_in,
    Kind.WARC: warc.documents_in,
}


def documents(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Document | InputError]:
    """Yield the documents of files and folders one by one, in the order of the paths.

    paths: "-" is standard input; folders are read with all that is under them, in the order of names.
    stdin: what "-" reads; the process's own standard input if None. It is not closed.
    What cannot be read (an input, a line, a row) is yielded as an InputError in its place, and the stream goes on.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _standard_input(stdin or sys.stdin.buffer)
            continue
        for file in files_under(path):
            if isinstance(file, InputError):
                yield file
            else:
                yield from _documents_of_file(file)


def _documents_of_file(path: str) -> Iterator[Document | InputError]:
    where = shown(path)
    try:
        with open(path, "rb", buffering=0) as file:
            packed = path.lower().endswith(PACKED)
            source = open_source(file.read, where, name=name_of(path), packed=packed)
            yield from _documents_of(source, kind_of_name(path))
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(where, reason(error, path))


def _standard_input(stdin: BinaryIO) -> Iterator[Document | InputError]:
    where = "<stdin>"
    read: Callable[[int], bytes] = getattr(stdin, "read1", stdin.read)
    try:
        yield from _documents_of(open_source(read, where), None)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(where, f"standard input cannot be read ({os.strerror(error.errno or 0).lower()})")


def _documents_of(source: Source, named: Kind | None) -> Iterator[Document | InputError]:
    """Read as its name says; without a name that says it, as its first bytes look."""
    if named is None or is_archive(source.head):
        kind = kind_of_head(source.head)
    elif named in (Kind.JSON_LINES, Kind.JSON):
        kind = kind_of_json(named, source.head)
    else:
        kind = named
    return _READERS[kind](source)
