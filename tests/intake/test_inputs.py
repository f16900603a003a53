"""documents() reads what a person names, in order, and goes on past what it cannot read."""

import gzip
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from enduse.errors import InputError
from enduse.intake import inputs
from enduse.intake.inputs import documents
from enduse.model import Document

ARTICLE = {
    "id": "av-1", "title": "Norland to arm Tessaly", "text": "Norland will send howitzers.\nOfficials said so.",
    "date": "2031-04-03", "source": "Averna Post", "url": "https://averna-post.example/1", "desk": "not read",
}  # fmt: skip
LINE = json.dumps(ARTICLE).encode() + b"\n"
TABLE = b'id,title,text,date,source,url\nav-1,,"Norland will, it said, send howitzers.",2031-04-03,Averna Post,\n'
TEXT = b"Norland will send howitzers."
PAGE = b"<!doctype html><html><body><article><p>Norland will send howitzers.</p></article></body></html>"


def texts(items: Iterator[Document | InputError]) -> list[str]:
    """Give each document's text, and each error as "where: what"."""
    return [str(item) if isinstance(item, InputError) else item.text for item in items]


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", TEXT, "Norland will send howitzers."),
        ("a.text", TEXT, "Norland will send howitzers."),
        ("a.md", b"# Arms\n\nNorland.", "# Arms\n\nNorland."),
        ("a.markdown", b"# Arms\n\nNorland.", "# Arms\n\nNorland."),
        ("a.html", PAGE, "Norland will send howitzers."),
        ("a.htm", PAGE, "Norland will send howitzers."),
        ("a.xhtml", PAGE, "Norland will send howitzers."),
        ("a.jsonl", LINE, ARTICLE["text"]),
        ("a.ndjson", LINE, ARTICLE["text"]),
        ("a.json-lines", LINE, ARTICLE["text"]),
        ("a.json", json.dumps([ARTICLE], indent=1).encode(), ARTICLE["text"]),
        ("a.csv", TABLE, "Norland will, it said, send howitzers."),
        ("a.tsv", b"id\ttext\n1\tNorland, it said.\n", "Norland, it said."),
        ("A.TXT", TEXT, "Norland will send howitzers."),
    ],
)
@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
def test_each_kind_is_read_plain_and_packed(name: str, data: bytes, text: str, packing: str, tmp_path: Path) -> None:
    packed = {"": data, ".gz": gzip.compress(data), ".zst": zstandard.ZstdCompressor().compress(data)}
    path = tmp_path / (name + packing)
    path.write_bytes(packed[packing])

    assert texts(documents([str(path)])) == [text]


def test_file_gives_its_path_as_id_and_a_line_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_bytes(TEXT)
    Path("in/b.jsonl").write_bytes(LINE + b'{"text": "no id"}\n')

    ids = [item.id for item in documents(["in/"]) if isinstance(item, Document)]

    assert ids[:2] == ["in/a.txt", "av-1"]
    assert ids[2].startswith("doc-")


def test_inputs_are_read_in_the_order_given_and_folders_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("z.txt", "in/b.txt", "in/a/2.txt", "in/a/10.txt", "in/c.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(name)

    paths = [str(tmp_path / name) for name in ("z.txt", "in", "a.txt")]

    assert texts(documents(paths)) == ["z.txt", "in/a/10.txt", "in/a/2.txt", "in/b.txt", "in/c.txt", "a.txt"]


def test_inputs_after_one_that_fails_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.jsonl").write_bytes(b"{}\n" + LINE)
    (tmp_path / "c.txt").write_bytes(TEXT)

    found = list(documents([str(tmp_path / "absent.txt"), str(tmp_path)]))

    assert [type(item) for item in found] == [InputError, InputError, InputError, Document, Document]


def test_named_file_of_unknown_suffix_is_read_as_it_looks(tmp_path: Path) -> None:
    for name, data in (("article", TEXT), ("page.asp", PAGE), ("dump.dat", LINE)):
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in ("article", "page.asp", "dump.dat")]

    assert texts(documents(paths)) == [TEXT.decode(), "Norland will send howitzers.", ARTICLE["text"]]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT, TEXT.decode()),
        (b'{"talks" have failed, Norland says.', '{"talks" have failed, Norland says.\n'.strip()),
        (LINE, ARTICLE["text"]),
        (b"\xef\xbb\xbf\n" + LINE, ARTICLE["text"]),
        (json.dumps(ARTICLE, indent=2).encode(), ARTICLE["text"]),
        (json.dumps([ARTICLE]).encode(), ARTICLE["text"]),
        (PAGE, "Norland will send howitzers."),
        (
            b"<?xml version='1.0'?>\n<!-- x -->\n" + PAGE.replace(b"<!doctype html>", b""),
            "Norland will send howitzers.",
        ),
        (gzip.compress(LINE), ARTICLE["text"]),
        (zstandard.ZstdCompressor().compress(LINE), ARTICLE["text"]),
        (LINE.decode().encode("utf-16"), ARTICLE["text"]),
        (TEXT.decode().encode("utf-16-le"), TEXT.decode()),
        (TEXT.decode().encode("utf-32"), TEXT.decode()),
    ],
)
def test_standard_input_is_read_as_it_looks(data: bytes, text: str) -> None:
    if data.startswith(b'{"talks"'):
        data += b"\n"
        text += "\n"
    assert texts(documents(["-"], stdin=io.BytesIO(data))) == [text]


def test_standard_input_is_named_in_errors_and_left_open() -> None:
    stdin = io.BytesIO(LINE + b"{\n")

    found = list(documents(["-"], stdin=stdin))

    assert isinstance(found[0], Document)
    assert str(found[1]).startswith("<stdin>:2: is not valid JSON")
    assert not stdin.closed


def test_text_on_standard_input_takes_its_id_from_its_content() -> None:
    (document,) = documents(["-"], stdin=io.BytesIO(TEXT))

    assert isinstance(document, Document)
    assert document.id.startswith("doc-")


def test_documents_come_before_the_input_has_ended() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as pipe, os.fdopen(writing, "wb", buffering=0) as writer:
        writer.write(LINE)
        first = next(documents(["-"], stdin=pipe))

    assert isinstance(first, Document)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe_is_read_as_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(LINE,))
    writer.start()

    assert texts(documents([str(path)])) == [ARTICLE["text"]]
    writer.join()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc to see open files")
def test_reader_that_stops_early_closes_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE * 3)
    reading = documents([str(path)])
    next(reading)

    def is_open() -> bool:
        return any(os.path.realpath(f"/proc/self/fd/{fd}") == str(path) for fd in os.listdir("/proc/self/fd"))

    assert is_open()
    reading.close()  # type: ignore[attr-defined]
    assert not is_open()


def test_file_is_opened_only_when_its_turn_comes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_bytes(LINE)
    reading = documents([str(first), str(second)])
    next(reading)
    second.write_bytes(LINE)

    assert texts(reading) == [ARTICLE["text"]]


def test_file_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    (tmp_path / "a.txt").write_bytes(TEXT)
    monkeypatch.setattr(inputs, "open", refuse, raising=False)

    (error,) = texts(documents([str(tmp_path / "a.txt")]))

    assert error.endswith(
        "a.txt: may not be read (permission denied); make it readable (chmod u+r, and u+x on folders)"
    )


def test_device_is_refused() -> None:
    assert texts(documents(["/dev/null"])) == [
        "/dev/null: is a device; give a file, a folder, a pipe, or - for standard input"
    ]


def test_file_that_fails_while_it_is_read_is_an_error() -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    (error,) = documents(["-"], stdin=Broken())  # type: ignore[arg-type]

    assert str(error) == "<stdin>: standard input cannot be read (input/output error)"


@pytest.mark.parametrize("heavy", ["trafilatura", "lxml", "zstandard", "charset_normalizer"])
def test_import_brings_in_no_heavy_library(heavy: str) -> None:
    code = f"import sys, enduse.intake.inputs; sys.exit({heavy!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
