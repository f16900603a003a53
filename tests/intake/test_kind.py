"""The kind of an input, by name and by first bytes."""

import random

import pytest

from enduse.intake.kind import Kind, binary_kind, kind_of_head, kind_of_json, kind_of_name


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.jsonl", Kind.JSON_LINES),
        ("x/A.JSONL.GZ", Kind.JSON_LINES),
        ("a.csv.zst", Kind.CSV),
        ("a.tar.gz", None),
        ("a.gz", None),
        ("jsonl", None),
        ("in.txt/README", None),
    ],
)
def test_kind_is_told_by_the_suffix_under_the_packing(path: str, kind: Kind | None) -> None:
    assert kind_of_name(path) is kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b'{"id": 1}\n{"id": 2}', Kind.JSON_LINES),
        (b'{"text": "a line longer than the head', Kind.JSON_LINES),
        (b"{\n", Kind.JSON),
        (b' [ {"id": 1},\n', Kind.JSON),
        (b"[Averna, 3 April] Talks failed.\n", Kind.TEXT),
        (b"{Norland}\n", Kind.TEXT),
        (b" \n<HTML lang=en>", Kind.HTML),
        (b"<!DOCTYPE html PUBLIC", Kind.HTML),
        (b"<!-- a --><!-- b -->\n<html>", Kind.HTML),
        (b"<!---->" * 9000, Kind.TEXT),
        (b"<p>Norland", Kind.TEXT),
        (b"[" * 100_000, Kind.TEXT),
    ],
)
def test_kind_is_told_by_the_first_bytes(head: bytes, kind: Kind) -> None:
    assert kind_of_head(head) is kind


@pytest.mark.parametrize(
    ("named", "head", "kind"),
    [
        (Kind.JSON, b'{"id": 1}\n{"id": 2}\n', Kind.JSON_LINES),
        (Kind.JSON, b'[{"id": 1}]\n', Kind.JSON),
        (Kind.JSON, b"oops\n", Kind.JSON),
        (Kind.JSON_LINES, b'[\n {"id": 1}', Kind.JSON),
        (Kind.JSON_LINES, b'[{"id": 1}]\n{"id": 2}\n', Kind.JSON_LINES),
        (Kind.JSON_LINES, b'oops\n{"id": 2}\n', Kind.JSON_LINES),
    ],
)
def test_json_and_json_lines_are_told_apart_whatever_the_suffix_says(named: Kind, head: bytes, kind: Kind) -> None:
    assert kind_of_json(named, head) is kind


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "is a PDF; convert it to text first (pdftotext)"),
        (b"PK\x03\x04\x14", "is a zip archive, or an Office document"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG image; enduse reads text: run text recognition (OCR) on it first"),
        (b"\xff\xd8\xff\xe0", "is a JPEG image"),
        (b"{\\rtf1 Norland", "is a rich text document (RTF); save it as plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office document"),
        (b"a.txt" + bytes(252) + b"ustar\x0000", "is a tar archive; unpack it and give the files inside"),
        (b"text" + bytes(100), "seems to be binary (96 % control characters); enduse reads .txt .md"),
        (random.Random(1).randbytes(4096), "seems to be binary (10 % control characters)"),
    ],
)
def test_binary_is_named_with_what_to_do(head: bytes, what: str) -> None:
    assert (binary_kind(head) or "").startswith(what)


@pytest.mark.parametrize("head", [b"Tab\there\r\n\fnext\x1b page", "Норландия".encode("koi8-r"), b"a\0" + b"b" * 99])
def test_text_with_a_few_control_characters_is_not_binary(head: bytes) -> None:
    assert binary_kind(head) is None


def test_web_archive_is_told_by_its_first_bytes_and_is_not_binary() -> None:
    head = b"WARC/1.1\r\nWARC-Type: response\r\n" + b"\0" * 1_000
    assert kind_of_head(head) is Kind.WARC
    assert binary_kind(head) is None
    assert kind_of_name("a/CC-NEWS-1.warc.gz") is Kind.WARC
