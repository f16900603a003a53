"""What Python users hold: readings that show themselves in a notebook and turn into plain data."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from enduse.errors import InputError
from enduse.export import html
from enduse.export.record import DocumentRecord, document_record
from enduse.model import Reading

from .readers import resolving_reader
from .reading import Run, read, read_text
from .workers import MakeReader


@dataclass(frozen=True, slots=True)
class ReadingView(Reading):
    """A reading that can show itself; in all else the Reading that it is."""

    @classmethod
    def of(cls, reading: Reading) -> ReadingView:
        """Make a reading showable."""
        return cls(reading.document, reading.extractions, reading.resolved)

    @classmethod
    def of_text(
        cls,
        text: str,
        *,
        title: str | None = None,
        date: str | None = None,
        source: str | None = None,
        make_reader: MakeReader = resolving_reader,
    ) -> ReadingView:
        """Read one text."""
        return cls.of(read_text(text, title=title, date=date, source=source, make_reader=make_reader))

    def to_dict(self) -> DocumentRecord:
        """The object that `enduse read` writes for this document."""
        return document_record(self)

    def _repr_html_(self) -> str:
        return f"<div>{html.document(self)}</div>"


class Readings(Sequence[ReadingView]):
    """The readings of several inputs, in their order.

    failed: what could not be read and why; empty when everything was read.
    """

    def __init__(self, readings: Iterable[Reading], failed: Iterable[InputError] = ()) -> None:
        self._readings = tuple(map(ReadingView.of, readings))
        self.failed: tuple[InputError, ...] = tuple(failed)

    @classmethod
    def of(
        cls,
        paths: Iterable[str | os.PathLike[str]],
        *,
        workers: int = 1,
        types: Iterable[str] | None = None,
        min_score: float = 0.0,
        make_reader: MakeReader = resolving_reader,
    ) -> Readings:
        """Read all of these files and folders."""
        named = [os.fspath(path) for path in paths]
        return cls.taken(read(named, workers=workers, types=types, min_score=min_score, make_reader=make_reader))

    @classmethod
    def taken(cls, run: Run) -> Readings:
        """Take all that a run gives."""
        readings, failed = [], []
        with run:
            for outcome in run:
                if isinstance(outcome, InputError):
                    failed.append(outcome)
                else:
                    readings.append(outcome)
        return cls(readings, failed)

    @overload
    def __getitem__(self, index: int) -> ReadingView: ...
    @overload
    def __getitem__(self, index: slice) -> Readings: ...
    def __getitem__(self, index: int | slice) -> ReadingView | Readings:
        if isinstance(index, slice):
            return Readings(self._readings[index])
        return self._readings[index]

    def __len__(self) -> int:
        return len(self._readings)

    def __iter__(self) -> Iterator[ReadingView]:
        return iter(self._readings)

    def to_list(self) -> list[DocumentRecord]:
        """The objects that `enduse read` writes, one a document."""
        return [reading.to_dict() for reading in self._readings]

    def __repr__(self) -> str:
        claims = sum(len(reading.extractions) for reading in self._readings)
        return f"<Readings: {len(self)} documents, {claims} claims, {len(self.failed)} inputs failed>"

    def _repr_html_(self) -> str:
        return html.fragment(self._readings, self.failed)
