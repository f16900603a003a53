"""Writes pieces of text so that an interrupted run leaves whole pieces only."""

from __future__ import annotations

import os
import signal
import stat
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import IO, Any

from enduse.errors import EnduseError


class Sink(ABC):
    """Takes pieces of text; a context that ends with what was written in its place."""

    @abstractmethod
    def write(self, piece: str) -> None:
        """Write one piece whole."""

    @abstractmethod
    def finish(self) -> None:
        """Put in its place what is written, now that it is all of it."""

    @abstractmethod
    def close(self) -> None:
        """Give back what is open; without finish before it, the run was interrupted."""

    def __enter__(self) -> Sink:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class StreamSink(Sink):
    """Standard output."""

    def __init__(self, stream: IO[bytes], encoding: str = "utf-8") -> None:
        # Without its buffer: what a broken pipe refuses is then not tried again when Python ends.
        self._stream = getattr(stream, "raw", stream)
        self._encoding = encoding

    def write(self, piece: str) -> None:
        """Write one piece and let it go at once."""
        with interrupt_held_back():
            try:
                _put(self._stream, piece.encode(self._encoding, "replace"))
            except BrokenPipeError:
                raise
            except OSError as error:
                raise EnduseError(f"standard output: {error.strerror}") from error

    def finish(self) -> None:
        """Do nothing: each piece is in its place when it is written."""

    def close(self) -> None:
        """Leave the stream open, for it was not opened here."""


class FileSink(Sink):
    """A file that holds whole pieces at any time; what a full disk cuts off is taken back."""

    def __init__(self, path: Path) -> None:
        self._whole = 0
        self._file = _open(path, path)
        self._path = path

    def write(self, piece: str) -> None:
        """Write one piece, or none of it."""
        data = piece.encode()
        with interrupt_held_back():
            try:
                _put(self._file, data)
            except BaseException as error:
                with suppress(OSError):  # a device cannot be cut
                    self._file.truncate(self._whole)
                if not isinstance(error, OSError):
                    raise
                raise EnduseError(f"{self._path}: {error.strerror}; {self._kept()}") from error
        self._whole += len(data)

    def finish(self) -> None:
        """Do nothing: each piece is in its place when it is written."""

    def _kept(self) -> str:
        return f"the {self._whole:,} bytes in it are whole lines" if self._whole else "nothing is in it"

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class WholeFileSink(FileSink):
    """A file that appears when its last piece is written, for a format that is broken without it."""

    def __init__(self, path: Path) -> None:
        final = path.resolve()
        self._part: Path | None = final.with_name(final.name + ".part")
        self._whole = 0
        self._file = _open(self._part, path)
        self._path = path

    def _kept(self) -> str:
        return "it is left as it was"

    def finish(self) -> None:
        """Put the file in its place."""
        if self._part is not None:
            os.replace(self._part, self._path.resolve())
            self._part = None

    def close(self) -> None:
        """Close the file, and remove what is not whole."""
        super().close()
        if self._part is not None:
            self._part.unlink(missing_ok=True)


_DATABASE = b"SQLite format 3\0"


def _open(path: Path, shown: Path) -> IO[bytes]:
    try:
        if shown.is_file() and _begins(shown, _DATABASE):
            raise EnduseError(f"{shown}: is a database; choose another file to write to")
        return path.open("wb", buffering=0)
    except OSError as error:
        raise EnduseError(f"{shown}: {error.strerror}; choose another file to write to") from error


def _begins(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def is_device(path: Path) -> bool:
    """Whether the path is there and no regular file: a device or a pipe, which is written as it is."""
    return path.exists() and not stat.S_ISREG(path.stat().st_mode)


@contextmanager
def interrupt_held_back() -> Iterator[None]:
    """Let Ctrl-C wait until the body is done; a second one does not wait."""
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    heard: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        if heard:
            raise KeyboardInterrupt
        heard.append(number)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt


def _put(stream: Any, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = stream.write(rest)
        if written is None:  # a pipe that does not block, and is full
            time.sleep(0.01)
        else:
            rest = rest[written:]
    stream.flush()
