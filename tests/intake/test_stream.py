"""Streams are unpacked as they are read, and damage is told after all that stands before it."""

import gzip
import io
import random
import tracemalloc
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

import pytest
import zstandard

from enduse.errors import InputError
from enduse.intake.inputs import documents
from enduse.intake.stream import open_source, wide_encoding
from enduse.model import Document

NOISE = random.Random(5).randbytes(400_000).hex()
LINES = "".join(f'{{"id": {n}, "text": "Norland {NOISE[n * 200 : n * 200 + 200]}"}}\n' for n in range(4000)).encode()


def zst(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


def read(data: bytes) -> list[Document | InputError]:
    return list(documents(["-"], stdin=io.BytesIO(data)))


class Endless:
    """Bytes made as they are asked for, so that only the reader's memory counts."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts

    def read1(self, size: int) -> bytes:
        return next(self._parts, b"")

    read = read1


@pytest.mark.parametrize("pack", [gzip.compress, zst])
def test_parts_packed_one_after_another_are_read_on(pack: Callable[[bytes], bytes]) -> None:
    data = pack(LINES) + pack(b"") + pack(LINES)

    assert len(read(data)) == 8000


def test_zero_padding_after_gzip_is_passed_over() -> None:
    assert len(read(gzip.compress(LINES) + bytes(700))) == 4000


@pytest.mark.parametrize(
    ("pack", "what"),
    [
        (gzip.compress, "is cut off: its gzip data ends too early; get it again"),
        (zst, "is cut off: its Zstandard data ends too early; get it again"),
    ],
)
@pytest.mark.parametrize("kept", [0.5, 0.9, 0.999])
def test_packed_file_that_is_cut_off_gives_what_it_still_holds(
    pack: Callable[[bytes], bytes], what: str, kept: float
) -> None:
    packed = pack(LINES)

    *found, error = read(packed[: int(len(packed) * kept)])

    assert all(isinstance(item, Document) for item in found)
    assert str(error) == f"<stdin>:{len(found) + 1}: {what}"
    assert len(found) > 4000 * (kept - 0.4)


def test_gzip_that_is_damaged_gives_what_stands_before_the_damage() -> None:
    packed = bytearray(gzip.compress(LINES))
    packed[len(packed) // 2 :] = random.Random(6).randbytes(50_000)

    found = read(bytes(packed))

    assert [item.id for item in found[:1900] if isinstance(item, Document)] == [str(n) for n in range(1900)]
    assert isinstance(found[-1], InputError)
    assert ": is damaged: its gzip data is corrupt (" in str(found[-1])


def test_gzip_with_a_wrong_checksum_is_damaged() -> None:
    packed = bytearray(gzip.compress(LINES))
    packed[-6] ^= 1

    *found, error = read(bytes(packed))

    assert len(found) >= 3999
    assert "incorrect data check" in str(error)


def test_zstd_that_is_damaged_is_an_error() -> None:
    packed = bytearray(zst(LINES))
    packed[len(packed) // 2 :] = b"\xff" * 50_000

    error = read(bytes(packed))[-1]

    assert isinstance(error, InputError)
    assert "its Zstandard data cannot be unpacked" in error.what


def test_file_named_as_packed_that_is_not_is_an_error() -> None:
    with pytest.raises(InputError, match="is named as compressed but holds neither gzip nor Zstandard data"):
        open_source(io.BytesIO(b"plain").read, "a.txt.gz", packed=True)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", gzip.compress(b""), zst(b"")])
def test_input_of_no_bytes_is_empty(data: bytes) -> None:
    assert [str(item) for item in read(data)] == ["<stdin>: is empty; give a file with text in it"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Norland arms Tessaly.\n", "Норландия вооружает Тессалию, пишут газеты.\n"])
def test_utf_16_is_told_without_a_byte_order_mark(encoding: str, text: str) -> None:
    assert wide_encoding((text * 3).encode(encoding)) == (b"", encoding)


@pytest.mark.parametrize("data", [b"a\0b" * 30, b"\0" * 64, b"Norland\0arms\0Tessaly and\0others", b"a\0"])
def test_text_with_zero_bytes_is_not_utf_16(data: bytes) -> None:
    assert wide_encoding(data) == (b"", None)


def test_long_input_is_read_in_bounded_memory() -> None:
    part = b'{"text": "' + b"Norland " * 10_000 + b'"}\n'
    endless = cast(BinaryIO, Endless(part for _ in range(600)))
    tracemalloc.start()
    count = sum(1 for _ in documents(["-"], stdin=endless))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 600
    assert peak < 600 * len(part) / 10


@pytest.mark.parametrize("pack", [gzip.compress, zst])
def test_bomb_of_one_packed_line_is_skipped_in_bounded_memory(pack: Callable[[bytes], bytes]) -> None:
    data = pack(b'{"text": "' + b"a" * 200_000_000 + b'"}\n' + LINES[:300])
    tracemalloc.start()
    first, *rest = read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert str(first) == "<stdin>:1: line is longer than 32 MiB and was skipped; give one article a line"
    assert isinstance(rest[0], Document)
    assert peak < 120_000_000
