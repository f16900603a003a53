"""An answer comes whole, in time and in size, or not at all."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from enduse.errors import InputError
from enduse.intake.address import parse_url
from enduse.intake.exchange import Answer, Bounds, ask

if TYPE_CHECKING:
    from tests.intake.conftest import Site


def get(url: str, *, seconds: float = 10, most: int = 100_000, cut: bool = False) -> Answer:
    address = parse_url(url)
    return ask(address, [address.host], {"X-Test": "yes"}, Bounds(time.monotonic() + seconds, most, seconds, cut))


@contextmanager
def raw_server(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """Takes one connection, reads the request, and lets a function answer."""
    listening = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        try:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                talk(connection)
        except OSError:
            pass

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    listening.close()
    thread.join(10)
    assert not thread.is_alive()


def drip(head: bytes) -> Callable[[socket.socket], None]:
    def talk(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(1_000):
            connection.sendall(b"a")
            time.sleep(0.02)

    return talk


def test_request_says_what_it_must(site: Site) -> None:
    site.routes["/a?b=c"] = (200, {"Content-Type": "text/plain"}, b"text")
    answer = get(f"{site.url}/a?b=c")
    assert (answer.status, answer.body, answer.headers["Content-Type"]) == (200, b"text", "text/plain")
    ((path, headers),) = site.asked
    assert path == "/a?b=c"
    assert headers["Host"] == site.url.removeprefix("http://")
    assert (headers["Accept-Encoding"], headers["Connection"], headers["X-Test"]) == ("gzip", "close", "yes")


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_body_is_unpacked(site: Site, name: str, pack: Callable[[bytes], bytes]) -> None:
    site.routes["/"] = (200, {"Content-Encoding": name}, pack(b"text " * 1_000))
    assert get(site.url).body == b"text " * 1_000


def test_body_in_chunks_is_put_together() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with raw_server(lambda c: c.sendall(head + b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n")) as url:
        assert get(url).body == b"hello world"


def test_body_of_an_error_is_not_read(site: Site) -> None:
    site.routes["/"] = (500, {}, b"a" * 1_000_000)
    answer = get(site.url)
    assert (answer.status, answer.body) == (500, b"")


@pytest.mark.parametrize("most", [99_999, 1])
def test_body_past_the_limit_is_refused_or_cut(site: Site, most: int) -> None:
    site.routes["/"] = (200, {}, b"a" * 100_000)
    with pytest.raises(InputError, match="is larger than"):
        get(site.url, most=most)
    assert get(site.url, most=most, cut=True).body == b"a" * most
    assert len(get(site.url, most=100_000).body) == 100_000


def test_endless_body_is_given_up_at_the_limit() -> None:
    sent = [0]

    def talk(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            sent[0] += connection.send(b"a" * 65536)

    with raw_server(talk) as url, pytest.raises(InputError, match=r"is larger than 0\.954 MiB"):
        get(url, most=1_000_000)
    assert sent[0] < 50_000_000


def test_gzip_bomb_is_given_up_at_the_limit(site: Site) -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(bomb.compress(b"\0" * (1 << 20)) for _ in range(200)) + bomb.flush()
    site.routes["/"] = (200, {"Content-Encoding": "gzip"}, packed)
    assert len(packed) < 300_000
    with pytest.raises(InputError, match="is larger than"):
        get(site.url, most=1_000_000)


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX-Header: ", b"HTTP/1.1 200 OK\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"],
)  # fmt: skip
def test_slow_drip_is_given_up_in_time(head: bytes) -> None:
    start = time.monotonic()
    with raw_server(drip(head)) as url, pytest.raises(InputError, match=r"took longer than 0\.3 s"):
        get(url, seconds=0.3)
    assert time.monotonic() - start < 5


def test_endless_promises_to_go_on_are_given_up_in_time() -> None:
    def talk(connection: socket.socket) -> None:
        while True:
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)

    with raw_server(talk) as url, pytest.raises(InputError, match=r"took longer than 0\.3 s"):
        get(url, seconds=0.3)


@pytest.mark.parametrize(
    "answer",
    [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nshort",
     b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip",
     b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"text " * 100)[:-20],
     b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1_000 + b"\r\n",
     b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"],
)  # fmt: skip
def test_answer_that_is_not_whole_is_none(answer: bytes) -> None:
    with raw_server(lambda c: c.sendall(answer)) as url, pytest.raises(InputError, match="gave no whole answer"):
        get(url)


def test_encoding_that_was_not_asked_for_is_refused(site: Site) -> None:
    site.routes["/"] = (200, {"Content-Encoding": "br"}, b"packed")
    with pytest.raises(InputError, match="answers in the encoding 'br', which was not asked for"):
        get(site.url)


def test_nobody_at_home_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(InputError, match="connection refused"):
        get(f"http://127.0.0.1:{port}/")


def test_secure_address_needs_a_secure_connection(site: Site) -> None:
    with pytest.raises(InputError, match="has no secure connection"):
        get(site.url.replace("http:", "https:"))


def test_next_address_is_tried_when_one_does_not_answer(site: Site) -> None:
    site.routes["/"] = (200, {}, b"text")
    address = parse_url(site.url)
    bounds = Bounds(time.monotonic() + 10, 1_000, 10)
    assert ask(address, ["127.0.0.9", "127.0.0.1"], {}, bounds).body == b"text"
