"""Asks one network address for one page over HTTP, within a time and a size, whatever the other side does."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING, cast

from enduse.errors import InputError

from .address import Address

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 64 * 1024
"""Bytes asked for at a time."""

PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}
"""Encodings of an answer that are unpacked, with zlib's number for them."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """When an exchange must end. until: time.monotonic() when it is given up; most_bytes: of the body, unpacked.

    cut: whether a longer body is cut off there; if not, it is refused.
    """

    until: float
    most_bytes: int
    seconds: float
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. body: unpacked; empty unless the status is 200."""

    status: int
    headers: Message
    body: bytes


class _TimedStream(io.RawIOBase):
    """A socket that reads no later than a moment: each read waits only for the time that is left of the whole."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self._connection, self._until = connection, until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _Readable:
    """What HTTPResponse takes a socket for: it only asks for a file to read."""

    def __init__(self, stream: io.RawIOBase) -> None:
        self._stream = stream

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        return io.BufferedReader(self._stream, CHUNK)


def ask(address: Address, ips: Sequence[str], headers: Mapping[str, str], bounds: Bounds) -> Answer:
    """Send a GET request to the first of the network addresses that takes it, and read the answer.

    Raises InputError, with the URL, for whatever keeps the answer from being whole.
    """
    try:
        with _connect(address, ips, bounds) as connection:
            lines = [f"GET {address.target} HTTP/1.1", f"Host: {address.authority}"]
            lines += [f"{name}: {value}" for name, value in headers.items()]
            connection.sendall(
                ("\r\n".join([*lines, "Accept-Encoding: gzip", "Connection: close"]) + "\r\n\r\n").encode()
            )
            readable = _Readable(_TimedStream(connection, bounds.until))
            with http.client.HTTPResponse(cast(socket.socket, readable), method="GET") as response:
                response.begin()
                body = _body(response, address, bounds) if response.status == http.client.OK else b""
                return Answer(response.status, response.headers, body)
    except TimeoutError as error:
        what = f"took longer than {bounds.seconds:g} s and was given up; try again later or allow more time"
        raise InputError(address.url, what) from error
    except ssl.SSLError as error:
        what = (
            f"has no connection that can be trusted ({error.verify_message or error.reason})"
            if isinstance(error, ssl.SSLCertVerificationError)
            else f"has no secure connection ({error.reason})"
        )
        raise InputError(address.url, f"{what}; check the address") from error
    except (http.client.HTTPException, OSError, zlib.error) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or f"{type(error).__name__} {error}".strip()
        raise InputError(address.url, f"gave no whole answer ({reason[:100].lower()}); try again later") from error


def _connect(address: Address, ips: Sequence[str], bounds: Bounds) -> socket.socket:
    """Connect to an address that was looked up and looked at; never to the name, which may mean another by now."""
    failure: OSError = OSError("no network address")
    for ip in ips:
        left = bounds.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        try:
            connection = socket.create_connection((ip, address.port), timeout=left)
        except OSError as error:
            failure = error
            continue
        if address.scheme == "http":
            return connection
        try:
            connection.settimeout(max(0.001, bounds.until - time.monotonic()))
            return ssl.create_default_context().wrap_socket(connection, server_hostname=address.host)
        except BaseException:
            connection.close()
            raise
    raise failure


def _body(response: http.client.HTTPResponse, address: Address, bounds: Bounds) -> bytes:
    found = bytearray()
    for piece in _unpacked(response, address):
        found += piece
        if len(found) > bounds.most_bytes:
            if bounds.cut:
                return bytes(found[: bounds.most_bytes])
            size = f"{bounds.most_bytes / (1 << 20):.3g} MiB"
            raise InputError(address.url, f"is larger than {size} and was not read to its end; it is no article")
    return bytes(found)


def _unpacked(response: http.client.HTTPResponse, address: Address) -> Iterator[bytes]:
    """The body piece by piece, each of bounded size, so that a small answer cannot unpack to a large one at once."""
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding == "identity":
        yield from _pieces(response)
        return
    if encoding not in PACKED:
        raise InputError(
            address.url, f"answers in the encoding {encoding[:20]!r}, which was not asked for; try again later"
        )
    unpacker = zlib.decompressobj(PACKED[encoding])
    for piece in _pieces(response):
        rest = piece
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, CHUNK)
            rest = unpacker.unconsumed_tail
    while not unpacker.eof and (piece := unpacker.decompress(b"", CHUNK)):
        yield piece
    if not unpacker.eof:
        raise http.client.IncompleteRead(b"")


def _pieces(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := response.read1(CHUNK):
        yield piece
    if response.length:  # read1 ends without a word where the connection does
        raise http.client.IncompleteRead(b"", response.length)
