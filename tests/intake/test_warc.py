"""Web archives give the articles of their pages, damaged ones what is left, in flat memory."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from enduse.errors import InputError
from enduse.intake import warc
from enduse.intake.html import MAX_HTML
from enduse.intake.inputs import documents
from enduse.intake.stream import open_source
from enduse.model import Document

TEXT = "The government of Norland said on Monday it would send forty howitzers to Tessaly, the café owners say."
URL = "https://averna-post.example/"


def page(number: int = 1) -> bytes:
    more = f"Officials of Averna said {number} times that nothing had been decided yet."
    return f"<html><body><article><p>{TEXT}</p><p>{more}</p></article></body></html>".encode()


def answer(body: bytes, *, kind: str = "text/html; charset=utf-8", status: str = "200 OK", headers: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body


def record(
    block: bytes, *, sort: str = "response", kind: str = "application/http; msgtype=response", n: int = 1
) -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {sort}\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Target-URI: {URL}{n}\r\n"
    return f"{head}Content-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def read(data: bytes) -> list[Document | InputError]:
    return list(warc.documents_in(open_source(io.BytesIO(data).read, "x.warc", name="x.warc")))


def told(found: list[Document | InputError]) -> list[str]:
    return [item.url or "" if isinstance(item, Document) else str(item) for item in found]


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz", "x.data"])
def test_archive_is_an_input_like_any_other(tmp_path: Path, name: str) -> None:
    records = [record(b"software: x", sort="warcinfo", kind="application/warc-fields"), record(answer(page()), n=7)]
    data = b"".join(gzip.compress(r) for r in records) if name.endswith("gz") else b"".join(records)
    (tmp_path / name).write_bytes(data)
    (document,) = documents([str(tmp_path / name)])
    assert isinstance(document, Document)
    assert (document.id, document.url) == ("urn:uuid:7", URL + "7")
    assert TEXT in document.text


def test_archive_is_found_in_a_folder_and_read_from_a_pipe(tmp_path: Path) -> None:
    data = gzip.compress(record(answer(page())))
    (tmp_path / "x.warc.gz").write_bytes(data)
    assert len([d for d in documents([str(tmp_path)]) if isinstance(d, Document)]) == 1
    assert len([d for d in documents(["-"], stdin=io.BytesIO(data)) if isinstance(d, Document)]) == 1


def test_records_that_are_no_page_are_counted_by_reason() -> None:
    found = read(
        record(answer(b"\x89PNG" + b"\0" * 9_000, kind="image/png"))
        + record(b"GET / HTTP/1.1\r\n\r\n", sort="request", kind="application/http; msgtype=request")
        + record(answer(b"", status="301 Moved"))
        + record(answer(page()), n=3)
        + record(answer(b"\x89PNG", kind="Image/PNG"))
        + record(answer(b""), sort="revisit")
        + record(b"{}", sort="resource", kind="application/json")
        + record(b"noise")
    )
    assert told(found) == [
        URL + "3",
        "x.warc: skipped: 6 records that are no page "
        "(2 image/png, 1 answer 301, 1 revisit, 1 application/json, 1 answer none)",
    ]


def test_resource_and_conversion_records_are_read() -> None:
    found = read(
        record(page(), sort="resource", kind="text/html", n=1)
        + record(TEXT.encode(), sort="conversion", kind="text/plain", n=2)
    )
    assert told(found) == [URL + "1", URL + "2"]
    assert isinstance(found[1], Document)
    assert found[1].text == TEXT


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page())


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (page(), ""),
        (gzip.compress(page()), "Content-Encoding: gzip\r\n"),
        (zlib.compress(page()), "Content-Encoding: deflate\r\n"),
        (page(), "Content-Encoding: gzip\r\n"),
        (page(), "Content-Encoding: br\r\n"),
        (CHUNKED, "Transfer-Encoding: chunked\r\n"),
        (page(), "Transfer-Encoding: chunked\r\n"),
        (page(), "Content-Length: 5\r\n"),
        (page(), "Content-Length: 500000\r\n"),
    ],
)
def test_body_is_read_however_it_was_kept(body: bytes, headers: str) -> None:
    (document,) = read(record(answer(body, headers=headers)))
    assert isinstance(document, Document)
    assert TEXT in document.text


def test_body_packed_with_brotli_is_left_out() -> None:
    assert "1 packed with Brotli" in str(read(record(answer(b"\x1b\x03\x00", headers="Content-Encoding: br\r\n")))[0])


@pytest.mark.parametrize("told_charset", ["windows-1252", "utf-8", "klingon"])
def test_wrong_charset_does_not_spoil_the_text(told_charset: str) -> None:
    body = page().decode().encode("cp1252")
    (document,) = read(record(answer(body, kind=f"text/html; charset={told_charset}")))
    assert isinstance(document, Document)
    assert TEXT in document.text


def test_page_past_the_limit_is_refused_and_the_next_is_read() -> None:
    packed = gzip.compress(b"<p>a</p>" * (MAX_HTML // 4))
    found = read(
        record(answer(b"a" * (MAX_HTML + 1)))
        + record(answer(packed, headers="Content-Encoding: gzip\r\n"), n=2)
        + record(answer(page()), n=3)
    )
    assert told(found) == [
        f"x.warc: {URL}1: is larger than 16 MiB and was not read; save its text as .txt",
        f"x.warc: {URL}2: is larger than 16 MiB and was not read; save its text as .txt",
        URL + "3",
    ]


def test_page_that_cannot_be_unpacked_costs_itself_only() -> None:
    bad = gzip.compress(page())[:10] + b"\xff" * 40
    found = read(record(answer(bad, headers="Content-Encoding: gzip\r\n")) + record(answer(page()), n=2))
    assert str(found[0]).startswith(f"x.warc: {URL}1: cannot be unpacked")
    assert told(found[1:]) == [URL + "2"]


@pytest.mark.parametrize("kept", [0.55, 0.95, 0.99])
def test_archive_that_is_cut_off_gives_its_whole_pages(kept: float) -> None:
    records = [record(answer(page(n)), n=n) for n in range(10)]
    packed = b"".join(gzip.compress(r) for r in records)
    for data, reason in ((b"".join(records), "is cut off in record"), (packed, "its gzip data ends too early")):
        found = read(data[: int(kept * len(data))])
        assert all(isinstance(item, Document) for item in found[:-1])
        assert len(found) - 1 == int(kept * 10)
        assert str(found[-1]).startswith("x.warc: ")
        assert reason in str(found[-1])


def test_memory_stays_flat_past_a_huge_record() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/tiff\r\n\r\n"
    size, piece = 300 << 20, b"\0" * (1 << 20)

    def archive() -> Iterator[bytes]:
        yield record(answer(page()), n=1)
        yield record(head, n=2).replace(b"Length: %d" % len(head), b"Length: %d" % (len(head) + size)).rstrip(b"\r\n")
        yield b"\r\n\r\n"
        for _ in range(size >> 20):
            yield piece
        yield b"\r\n\r\n" + record(answer(page()), n=3)

    chunks = archive()
    tracemalloc.start()
    try:
        found = list(warc.documents_in(open_source(lambda _: next(chunks, b""), "x.warc")))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told(found)[:2] == [URL + "1", URL + "3"]
    assert peak < 64 << 20
