"""Reads web archives (WARC, as Common Crawl and many crawlers write them): one document a page, as they stream past."""

from __future__ import annotations

import io
import zlib
from collections import Counter
from collections.abc import Iterator
from http.client import HTTPException, parse_headers

from enduse.errors import InputError
from enduse.model import Document

from .encoding import encodable
from .html import MAX_HTML
from .page import READ, Answered, document_of
from .records import Record, records_in
from .stream import Source

LONGEST_LINE = 64 * 1024
"""Bytes of the longest status line of an answer."""

MOST_REASONS = 8
"""Kinds of left-out records that are told apart in the line about them."""

_SILENT = frozenset({"warcinfo", "request", "metadata", "continuation"})
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}


class _LeftOutError(Exception):
    """This record is no page; the text says in a few words what it is."""


def documents_in(source: Source) -> Iterator[Document | InputError]:
    """Yield the documents of an archive in its order; what is no page is counted and told in one line at the end.

    Only one record is held at a time. An archive that is damaged or cut off gives what can be read of it.
    """
    left_out: Counter[str] = Counter()
    try:
        for record in records_in(source.stream, source.where):
            if isinstance(record, InputError):
                yield record
            elif record.headers.get("warc-type", "").lower() not in _SILENT:
                try:
                    yield _document_of(record, source.where)
                except _LeftOutError as left:
                    left_out[str(left)] += 1
    except InputError as error:
        yield error
    if left_out:
        yield InputError(source.where, _told(left_out))


def _document_of(record: Record, archive: str) -> Document | InputError:
    url = encodable(record.headers.get("warc-target-uri", "")).strip("<> ")
    name = record.headers.get("warc-record-id", "").strip("<> ")
    where = f"{archive}: {url or name or 'a record without address'}"
    try:
        if record.headers.get("content-type", "").lower().startswith("application/http"):
            kind, charset, body = _answer(record)
        else:
            kind, charset = _media_type(record.headers.get("content-type", ""))
            body = record.block.read(MAX_HTML + 1)
        if len(body) > MAX_HTML:
            raise InputError(where, f"is larger than {MAX_HTML >> 20} MiB and was not read; save its text as .txt")
        return document_of(Answered(url, body, kind, charset, id=encodable(name), where=where))
    except InputError as error:
        if error.where != where:  # the archive itself is at its end
            raise
        return error
    except (HTTPException, zlib.error, ValueError) as error:
        return InputError(where, f"cannot be unpacked ({str(error)[:100] or type(error).__name__}); get the page again")


def _answer(record: Record) -> tuple[str, str | None, bytes]:
    """Give the media type, the encoding of the text and the body of what a server answered.

    Many archives keep the body unpacked under headers that call it packed; then it is taken as it is.
    """
    if record.headers.get("warc-type", "").lower() == "revisit":
        raise _LeftOutError("revisit")
    parts = record.block.readline(LONGEST_LINE).split(None, 2)
    status = parts[1].decode("ascii", "replace")[:3] if len(parts) > 1 and parts[0].startswith(b"HTTP/") else "none"
    if status != "200":
        raise _LeftOutError(f"answer {status}")
    headers = parse_headers(record.block)
    kind, charset = _media_type(headers.get("Content-Type") or "")
    body: io.BufferedIOBase | _Chunks = record.block
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower() and _looks_chunked(record.block):
        body = _Chunks(record.block)
    encoding = (headers.get("Content-Encoding") or "").strip().lower()
    raw = body.read(MAX_HTML + 1)
    if encoding in _PACKED and (raw[:2] == b"\x1f\x8b" or encoding == "deflate"):
        raw = zlib.decompressobj(_PACKED[encoding]).decompress(raw, MAX_HTML + 1)
    elif encoding == "br" and not _looks_like_text(raw[:512]):
        raise _LeftOutError("packed with Brotli")
    return kind, charset, raw


def _media_type(told: str) -> tuple[str, str | None]:
    """Take a Content-Type apart; raises _LeftOutError for a media type that is not read."""
    kind, *others = (part.strip() for part in told.split(";"))
    kind = kind.lower()
    if kind not in READ:
        raise _LeftOutError(kind[:40] if kind.isprintable() else "of no readable type")
    charsets = (
        value.strip(" \"'") for name, _, value in (o.partition("=") for o in others) if name.lower() == "charset"
    )
    return kind, next(charsets, None)


class _Chunks:
    """A body in chunks (RFC 9112), put together again; what stands before a damage is kept."""

    def __init__(self, block: io.BufferedReader) -> None:
        self._block = block

    def read(self, limit: int) -> bytes:
        found = bytearray()
        while len(found) < limit:
            line = self._block.readline(LONGEST_LINE).partition(b";")[0].strip()
            if not line or not (size := int(line, 16)) or size < 0:
                break
            found += self._block.read(min(size, limit - len(found)))
            self._block.readline(LONGEST_LINE)
        return bytes(found)


def _looks_chunked(block: io.BufferedReader) -> bool:
    line = block.peek(16)[:16].partition(b"\r\n")[0].partition(b";")[0].strip()
    return 0 < len(line) <= 8 and not line.strip(b"0123456789abcdefABCDEF")


def _looks_like_text(head: bytes) -> bool:
    return head.lstrip()[:1] == b"<"


def _told(left_out: Counter[str]) -> str:
    most = left_out.most_common(MOST_REASONS)
    rest = left_out.total() - sum(count for _, count in most)
    listed = ", ".join(f"{count:,} {what}" for what, count in most) + (f", {rest:,} others" if rest else "")
    return f"skipped: {left_out.total():,} records that are no page ({listed})"
