"""Opens the readers that the hall uses: the trained one, and the same with the names looked up behind it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from enduse.model import Document, Reader, Reading

from .workers import MakeReader

if TYPE_CHECKING:
    from enduse.resolve.resolver import Resolver


@cache
def spans_reader() -> Reader:
    """Open the trained reader that ships with enduse; a process opens it once."""
    from enduse.extract.spans import SpanReader

    return SpanReader.open()


class ResolvingReader:
    """A reader behind which the names are looked up, in whatever process it reads."""

    def __init__(self, reader: Reader, resolver: Resolver) -> None:
        self.name = reader.name
        self._reader = reader
        self._resolver = resolver

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read as the reader does, and look up what the claims name."""
        return map(self._resolver.resolve, self._reader.read(documents))


def resolving_reader(registers: Path | None = None, make_reader: MakeReader = spans_reader) -> Reader:
    """Open the reader with the registers behind it.

    registers: a folder of the user's own registers, laid over ours.
    """
    from enduse.resolve.lookups import open_lookups
    from enduse.resolve.resolver import Resolver

    return ResolvingReader(make_reader(), Resolver(open_lookups(registers)))


def reader_for(*, raw: bool = False, registers: str | os.PathLike[str] | None = None) -> MakeReader:
    """Choose how to open the reader: raw gives the words alone, and opens no register."""
    return spans_reader if raw else partial(resolving_reader, None if registers is None else Path(registers))
