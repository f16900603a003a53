"""Cuts a stream into lines of text, none of them larger than memory allows."""

from __future__ import annotations

from collections.abc import Iterator

from enduse.errors import InputError

from .encoding import MEND_BELOW, SAMPLE, guess, is_mostly_utf8, mended
from .stream import Source

MAX_LINE = 32 * 1024 * 1024
"""Bytes of the longest line that is read: 1,000 times a long article."""

_SKIP = 1024 * 1024


class Lines:
    """The lines of a source, with their ends as they stand.

    A line that cannot be read raises InputError from next(); the next call gives the line after it.
    number: of the line given last, from 1.
    guesses: whether a line that is not UTF-8 may be in an older encoding, guessed at the first such line.
    """

    def __init__(self, source: Source, *, guesses: bool = False) -> None:
        self.number = 0
        self._where = source.where
        self._stream = source.stream
        self._guesses = guesses
        self._encoding: str | None = None
        self._ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        raw = self._read(MAX_LINE + 1)
        if not raw:
            raise StopIteration
        self.number += 1
        if len(raw) > MAX_LINE and not raw.endswith(b"\n"):
            self._skip_line()
            what = f"line is longer than {MAX_LINE >> 20} MiB and was skipped; give one article a line"
            raise InputError(self.where, what)
        try:
            return raw.decode()
        except UnicodeDecodeError as error:
            return self._decode_broken(raw, error.start)

    @property
    def where(self) -> str:
        """The file and the line given last, as an InputError names them."""
        return f"{self._where}:{self.number}"

    def _read(self, limit: int) -> bytes:
        if self._ended:
            return b""
        try:
            return self._stream.readline(limit)
        except InputError as error:
            self._ended = True
            raise InputError(f"{self._where}:{self.number + 1}", error.what) from error

    def _skip_line(self) -> None:
        while (part := self._read(_SKIP)) and not part.endswith(b"\n"):
            pass

    def _decode_broken(self, raw: bytes, start: int) -> str:
        if self._guesses:
            self._guesses = False
            sample = raw[:SAMPLE] + self._stream.peek()[:SAMPLE]
            self._encoding = None if is_mostly_utf8(sample) else guess(sample)
        text = mended(raw, self._encoding or "utf-8")
        if text is None:
            what = f"byte 0x{raw[start]:02X}, number {start + 1} of the line, is not UTF-8"
            share = f"more than {MEND_BELOW:.1%} of the line is broken"
            raise InputError(self.where, f"{what}, and {share}; save the file as UTF-8")
        return text
