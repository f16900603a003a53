"""Tells of the inputs that could not be read: a line each on stderr, and a list beside the output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from .output import FileSink, is_device

if TYPE_CHECKING:
    from enduse.errors import InputError

    from .progress import Notes


class Failures:
    """Writes `<output>.failed.jsonl` when something fails; one that an earlier run left is removed.

    output: None for standard output or a device, beside which there is no list.
    """

    def __init__(self, output: Path | None, notes: Notes) -> None:
        self._path = None if output is None or is_device(output) else output.with_name(output.name + ".failed.jsonl")
        self._notes = notes
        self._sink: FileSink | None = None
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def add(self, error: InputError) -> None:
        """Tell of one."""
        self._notes.say(str(error))
        if self._path is None:
            return
        if self._sink is None:
            self._sink = FileSink(self._path)
        self._sink.write(json.dumps({"where": error.where, "what": error.what}) + "\n")

    def __enter__(self) -> Failures:
        return self

    def __exit__(self, *error: object) -> None:
        """Close the list."""
        if self._sink is not None:
            self._sink.close()
