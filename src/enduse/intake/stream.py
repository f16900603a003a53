"""Opens an input as a stream of UTF-8 bytes: unpacked, re-encoded from UTF-16, never held whole."""

from __future__ import annotations

import codecs
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enduse.errors import InputError

from .kind import binary_kind, is_archive

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 256 * 1024
"""Bytes asked for at a time."""

HEAD = 64 * 1024
"""Bytes at the start of an input that are looked at to tell what it is."""

MAX_FILE = 64 * 1024 * 1024
"""Bytes of the largest file that is read as one piece (plain text, Markdown, JSON)."""

_ZSTD_FEED = 512
"""Compressed bytes fed at a time: 4 of them can stand for 128 KiB, so that a feed unpacks to 16 MiB at most."""

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """An input that is open and seems to be text.

    name: the id that a document takes from it; empty for standard input.
    head: its first bytes, up to HEAD, as stream gives them.
    stream: bytes from the start, unpacked, without byte order mark; UTF-8 or an 8-bit encoding.
    """

    where: str
    name: str
    head: bytes
    stream: io.BufferedReader

    def read(self, limit: int) -> bytes:
        """Read to the end; raises InputError if that is more than limit bytes."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            advice = "give one article a file, or JSON Lines with one article a line"
            raise InputError(self.where, f"is larger than {limit >> 20} MiB and was not read; {advice}")
        return data


def open_source(read: Callable[[int], bytes], where: str, *, name: str = "", packed: bool = False) -> Source:
    """Make a Source of whatever gives bytes.

    packed: its name says that it is compressed.
    Raises InputError if it is empty or binary, or is not compressed and should be.
    """
    head, chunks = _peek(iter(lambda: read(CHUNK), b""))
    if head.startswith((_GZIP, _ZSTD)):
        head, chunks = _peek(gunzip(chunks, where) if head.startswith(_GZIP) else unzstd(chunks, where))
    elif packed and head:
        raise InputError(where, "is named as compressed but holds neither gzip nor Zstandard data; mend its name")
    bom, encoding = (b"", None) if is_archive(head) else wide_encoding(head[:HEAD])
    if encoding:
        head, chunks = _peek(_transcode(_without(chunks, len(bom)), encoding))
        if head[:HEAD].count(b"\xef\xbf\xbd") > len(head[:HEAD]) / 100:
            raise InputError(where, f"seems to be binary; it is not valid {encoding.upper()}; save it as UTF-8")
    elif head.startswith(codecs.BOM_UTF8):
        head, chunks = head[3:], _without(chunks, 3)
    if not head:
        raise InputError(where, "is empty; give a file with text in it")
    if what := binary_kind(head[:HEAD]):
        raise InputError(where, what)
    return Source(where, name, head[:HEAD], io.BufferedReader(_ChunkReader(chunks), CHUNK))


def gunzip(chunks: Iterator[bytes], where: str) -> Iterator[bytes]:
    """Unpack gzip, member after member; all that stands before a damage is yielded before the InputError."""
    unpacker, started = zlib.decompressobj(31), False
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpacker.eof:
                rest = rest.lstrip(b"\0")  # padding between members
                if not rest:
                    break
                unpacker = zlib.decompressobj(31)
            before = unpacker.copy()
            try:
                data = unpacker.decompress(rest, CHUNK)
            except zlib.error as error:
                yield from _up_to_damage(before, rest, CHUNK // 64)
                raise InputError(where, f"is damaged: its gzip data is corrupt ({error}); get it again") from error
            if data:
                yield data
            rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            started = True
    while not unpacker.eof and (data := unpacker.decompress(b"", CHUNK)):
        yield data
    if started and not unpacker.eof:
        raise InputError(where, "is cut off: its gzip data ends too early; get it again")


def unzstd(chunks: Iterator[bytes], where: str) -> Iterator[bytes]:
    """Unpack Zstandard, frame after frame; all that stands before a damage is yielded before the InputError."""
    import zstandard

    unpacker = zstandard.ZstdDecompressor().decompressobj()
    for chunk in chunks:
        for start in range(0, len(chunk), _ZSTD_FEED):
            rest = chunk[start : start + _ZSTD_FEED]
            while rest:
                if unpacker.eof:
                    unpacker = zstandard.ZstdDecompressor().decompressobj()
                try:
                    data = unpacker.decompress(rest)
                except zstandard.ZstdError as error:
                    raise InputError(where, f"is damaged: its Zstandard data cannot be unpacked ({error})") from error
                if data:
                    yield data
                rest = unpacker.unused_data if unpacker.eof else b""
    if not unpacker.eof:
        raise InputError(where, "is cut off: its Zstandard data ends too early; get it again")


def wide_encoding(head: bytes) -> tuple[bytes, str | None]:
    """Tell UTF-16 or UTF-32 by the byte order mark, and UTF-16 without one by where its zero bytes stand."""
    for bom, encoding in _WIDE_BOMS:
        if head.startswith(bom):
            return bom, encoding
    if b"\0" not in head:
        return b"", None
    head = head[: len(head) // 2 * 2]
    zeros = {"utf-16-be": head[0::2].count(0), "utf-16-le": head[1::2].count(0)}
    encoding, most = max(zeros.items(), key=lambda item: item[1])
    if len(head) < 16 or most < len(head) / 100 or min(zeros.values()) > most / 50:
        return b"", None
    text = head.decode(encoding, "replace")
    odd = sum(1 for c in text if not (c.isprintable() or c.isspace()))
    return b"", encoding if odd < len(text) / 50 else None


class _ChunkReader(io.RawIOBase):
    """An iterator of bytes as a raw stream, so that BufferedReader can cut lines out of it."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = memoryview(next(self._chunks, b""))
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def _peek(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Look at the first bytes: HEAD of them, or fewer when a slow pipe has given a whole line."""
    held, failure = b"", None
    try:
        for chunk in chunks:
            held += chunk
            if len(held) >= HEAD or b"\n" in held.lstrip():
                break
    except InputError as error:
        failure = error
        if not held:
            raise
    return held, _resume(held, chunks, failure)


def _resume(held: bytes, chunks: Iterator[bytes], failure: InputError | None) -> Iterator[bytes]:
    if held:
        yield held
    if failure:
        raise failure
    yield from chunks


def _without(chunks: Iterator[bytes], count: int) -> Iterator[bytes]:
    """Drop the first bytes; they stand in the first chunk, which _peek has filled."""
    first = next(chunks)[count:]
    if first:
        yield first
    yield from chunks


def _transcode(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        if data := decoder.decode(chunk).encode():
            yield data
    if data := decoder.decode(b"", final=True).encode():
        yield data


def _up_to_damage(unpacker: zlib._Decompress, rest: bytes, step: int) -> Iterator[bytes]:
    """Unpack again in ever smaller steps, for zlib drops what it has unpacked in the call that fails."""
    while step:
        before = unpacker.copy()
        try:
            data = unpacker.decompress(rest, step)
        except zlib.error:
            yield from _up_to_damage(before, rest, step // 64)
            return
        if not data:
            return
        yield data
        rest = unpacker.unconsumed_tail
