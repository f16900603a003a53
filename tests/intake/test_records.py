"""An archive is cut into its records, and what is damaged is passed over."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.errors import InputError
from enduse.intake.records import MOST_HEADER, Record, records_in


def record(block: bytes, *, name: str = "a", headers: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <{name}>\r\n{headers}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read(data: bytes) -> list[str]:
    """The blocks that were read, and the errors, in order."""
    found = []
    try:
        for item in records_in(io.BufferedReader(io.BytesIO(data)), "x"):
            found.append(item.what if isinstance(item, InputError) else item.block.read().decode())
    except InputError as error:
        found.append(error.what)
    return found


def test_records_come_in_order_with_their_headers() -> None:
    data = record(b"one", headers="X-Long: a\r\n b\r\n") + record(b"") + record(b"WARC/1.0\r\n\r\n", name="b")
    found = list(records_in(io.BufferedReader(io.BytesIO(data)), "x"))
    assert all(isinstance(item, Record) for item in found)
    assert isinstance(found[0], Record)
    assert found[0].headers["x-long"] == "a b"
    assert [item.headers["warc-record-id"] for item in found if isinstance(item, Record)] == ["<a>", "<a>", "<b>"]
    assert read(data) == ["one", "", "WARC/1.0\r\n\r\n"]


def test_block_that_nobody_reads_is_passed_over() -> None:
    data = record(b"a" * 1_000_000) + record(b"two")
    items = records_in(io.BufferedReader(io.BytesIO(data)), "x")
    next(items)
    second = next(items)
    assert isinstance(second, Record)
    assert second.block.read() == b"two"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (record(b"one") + b"noise\r\nmore noise\r\n" + record(b"two"),
         ["one", "is damaged after record 1: what follows is passed over to the next one", "two"]),
        (record(b"one").replace(b"Length: 3", b"Length: 1") + record(b"two"),
         ["o", "is damaged after record 1: what follows is passed over to the next one", "two"]),
        (record(b"one").replace(b"Content-Length: 3", b"X: 3") + record(b"two"),
         ["is damaged in record 1: it has no length; it is passed over", "two"]),
        (record(b"one").replace(b"Length: 3", b"Length: -3") + record(b"two"),
         ["is damaged in record 1: it has no length; it is passed over", "two"]),
        (record(b"one") + record(b"twotwo")[:-8], ["one", "is cut off in record 2; get it again"]),
        (record(b"one") + b"WARC/1.0\r\nContent-Le",
         ["one", "is damaged in record 2: it has no length; it is passed over"]),
        (record(b"one", headers="X: " + "y" * MOST_HEADER + "\r\n") + record(b"two"),
         ["is damaged in record 1: it has no length; it is passed over", "two"]),
        (b"", []), (b"\r\n\r\n", []),
    ],
)  # fmt: skip
def test_damage_costs_no_more_than_it_must(data: bytes, found: list[str]) -> None:
    assert read(data) == found


@given(
    st.lists(st.one_of(st.binary(max_size=30), st.sampled_from([b"WARC/1.0\r\n", b"\r\n", record(b"x")])), max_size=8)
)
def test_anything_is_read_to_its_end(pieces: list[bytes]) -> None:
    assert len(read(b"".join(pieces))) <= sum(piece.count(b"\n") + 1 for piece in pieces) + 1
