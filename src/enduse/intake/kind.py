"""Tells what kind of file an input is, by its name or by its first bytes."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath

PACKED = (".gz", ".zst")
"""Suffixes of compressed files; they stand after the suffix that tells the kind."""

READABLE = ".txt .md .html .jsonl .json .csv .tsv .warc (each also with .gz or .zst)"
"""The kinds as error messages name them, one suffix a kind."""


class Kind(StrEnum):
    """How a file holds its documents."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    JSON_LINES = "JSON Lines"
    JSON = "JSON"
    CSV = "CSV"
    TSV = "TSV"
    WARC = "WARC"


SUFFIXES = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML,
    ".jsonl": Kind.JSON_LINES, ".ndjson": Kind.JSON_LINES, ".json-lines": Kind.JSON_LINES, ".json": Kind.JSON,
    ".csv": Kind.CSV, ".tsv": Kind.TSV, ".warc": Kind.WARC,
}  # fmt: skip
"""Every suffix that is read, in lower case."""

_PAGE = re.compile(rb"\s*(<\?xml[^>]{0,200}>\s*)?(<!--(?>.*?-->)\s*)*+<(!doctype\s+html|html)\b", re.I | re.S)

_TEXTUAL = bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100)) + b"\t\n\v\f\r\x1b"
CONTROL_SHARE = 0.05
"""Share of control characters from which bytes count as binary: noise has 0.11, text next to none."""

_IMAGE = "enduse reads text: run text recognition (OCR) on it first"
_ARCHIVE = "unpack it and give the files inside"
_MAGIC: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF", "convert it to text first (pdftotext)"),
    (0, b"PK\x03\x04", "a zip archive, or an Office document or e-book, which are zip archives",
     "unpack it, or save the document as plain text"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)", "save it as plain text"),
    (0, b"{\\rtf", "a rich text document (RTF)", "save it as plain text"),
    (0, b"\x89PNG\r\n", "a PNG image", _IMAGE), (0, b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (0, b"GIF8", "a GIF image", _IMAGE), (0, b"II*\0", "a TIFF image", _IMAGE), (0, b"MM\0*", "a TIFF image", _IMAGE),
    (8, b"WEBPVP8", "a WebP image", _IMAGE),
    (0, b"\x1f\x8b\x08", "gzip data inside compressed data", "unpack it once"),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard data inside compressed data", "unpack it once"),
    (0, b"BZh", "bzip2 data", "unpack it, or pack it as .gz or .zst"),
    (0, b"\xfd7zXZ\0", "xz data", "unpack it, or pack it as .gz or .zst"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", _ARCHIVE), (0, b"Rar!\x1a\x07", "a RAR archive", _ARCHIVE),
    (257, b"ustar", "a tar archive", _ARCHIVE),
    (0, b"SQLite format 3\0", "an SQLite database", "export its articles as JSON Lines"),
    (0, b"PAR1", "a Parquet file", "export its articles as JSON Lines"),
    (0, b"\x7fELF", "a program", "leave it out"), (0, b"ID3", "an audio file", "give its transcript"),
    (0, b"OggS", "an audio or video file", "give its transcript"),
    (4, b"ftyp", "an audio or video file", "give its transcript"),
)  # fmt: skip


def kind_of_name(path: str) -> Kind | None:
    """Tell the kind by the suffix, past .gz or .zst; None for a suffix that is not read."""
    name = PurePath(path).name.lower()
    for suffix in PACKED:
        name = name.removesuffix(suffix)
    return SUFFIXES.get(PurePath(name).suffix)


def is_archive(head: bytes) -> bool:
    """Tell a web archive by its first bytes, whatever the suffix says."""
    return head.startswith(b"WARC/1.")


def kind_of_head(head: bytes) -> Kind:
    """Tell the kind by the first bytes: a web archive, HTML, JSON Lines, JSON, or else plain text."""
    if is_archive(head):
        return Kind.WARC
    if _PAGE.match(head):
        return Kind.HTML
    first, newline, _ = head.lstrip().partition(b"\n")
    first = first.rstrip()
    if first[:1] == b"{" and (_is_object(first) or (not newline and first[1:].lstrip()[:1] == b'"')):
        return Kind.JSON_LINES
    if first in (b"{", b"[") or (first[:1] == b"[" and first[1:].lstrip()[:1] == b"{"):
        return Kind.JSON
    return Kind.TEXT


def kind_of_json(named: Kind, head: bytes) -> Kind:
    """Tell JSON Lines from one JSON value, whichever of the two the suffix says."""
    seen = kind_of_head(head)
    if seen is Kind.JSON_LINES or (seen is Kind.JSON and not head.lstrip().partition(b"\n")[0].rstrip().endswith(b"]")):
        return seen
    return named


def binary_kind(head: bytes) -> str | None:
    """Say what a file that is no text seems to be, and what to do; None for text and for a web archive."""
    if is_archive(head):
        return None
    for offset, magic, what, advice in _MAGIC:
        if head.startswith(magic, offset):
            return f"is {what}; {advice}"
    control = len(head.translate(None, _TEXTUAL))
    if control > CONTROL_SHARE * len(head):
        return f"seems to be binary ({100 * control // len(head)} % control characters); enduse reads {READABLE}"
    return None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
