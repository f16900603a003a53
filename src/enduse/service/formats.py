"""The formats that readings can be written in; each is opened when it is used."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from enduse.errors import UsageError
from enduse.model import Reading

FORMATS: Mapping[str, str] = {
    "jsonl": "enduse.export.jsonl:lines",
    "json": "enduse.export.json:array",
    "csv": "enduse.export.csv:comma_separated",
    "tsv": "enduse.export.csv:tab_separated",
}


def pieces(name: str, readings: Iterable[Reading]) -> Iterator[str]:
    """Write readings in a format, piece by piece as they come; in all formats but json a piece is whole lines.

    Raises UsageError for a format that there is not.
    """
    if name not in FORMATS:
        raise UsageError(f"no format named {name!r}; there are: {', '.join(FORMATS)}")
    module, function = FORMATS[name].split(":")
    return cast(Iterator[str], getattr(importlib.import_module(module), function)(readings))
