"""Cuts a web archive into its records (WARC 1.0 and 1.1), each a few headers and a block that is read as it comes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enduse.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_HEADER = 64 * 1024
"""Bytes of all headers of a record."""

_SKIP = 256 * 1024
_VERSION = b"WARC/1."


@dataclass(frozen=True, slots=True)
class Record:
    """One record. headers: by their names in lower case; block: what it holds, to be read before the next record."""

    headers: dict[str, str]
    block: io.BufferedReader


class _Block(io.RawIOBase):
    """The next bytes of a stream, and no more."""

    def __init__(self, stream: io.BufferedReader, length: int, cut_off: InputError) -> None:
        self._stream, self.left, self._cut_off = stream, length, cut_off

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        count = self._stream.readinto(target[: min(self.left, len(target))])
        if not count and self.left:
            raise self._cut_off
        self.left -= count
        return count

    def skip(self) -> None:
        """Pass over what nobody has read."""
        scrap = bytearray(min(self.left, _SKIP))
        while self.left:
            self.readinto(scrap)


def records_in(stream: io.BufferedReader, where: str) -> Iterator[Record | InputError]:
    """Yield the records one by one.

    Where one ends otherwise than it says, or has no length, an InputError is yielded, and the next line that begins a
    record is searched for. Raises InputError, also while a block is read, if the archive is cut off.
    """
    count, lost = 0, False
    while line := stream.readline(MOST_HEADER):
        if not line.startswith(_VERSION):
            if line.strip() and not lost:
                lost = True
                yield InputError(
                    where, f"is damaged after record {count:,}: what follows is passed over to the next one"
                )
            continue
        count, lost = count + 1, False
        headers = _headers(stream)
        length = headers.get("content-length", "") if headers is not None else ""
        if headers is None or not (length.isascii() and length.isdecimal() and len(length) < 16):
            lost = True
            yield InputError(where, f"is damaged in record {count:,}: it has no length; it is passed over")
            continue
        block = _Block(stream, int(length), InputError(where, f"is cut off in record {count:,}; get it again"))
        yield Record(headers, io.BufferedReader(block))
        block.skip()


def _headers(stream: io.BufferedReader) -> dict[str, str] | None:
    """The headers up to the empty line; None if they do not end."""
    headers: dict[str, str] = {}
    name, left = "", MOST_HEADER
    while left > 0:
        line = stream.readline(left)
        left -= len(line)
        if not line.strip():
            return headers if line else None
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and name:
            headers[name] += " " + text.strip()
        else:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            headers[name] = value.strip()
    return None
