"""Takes a URL apart and finds the network addresses behind it, public ones only unless asked."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from enduse.errors import InputError

LONGEST_URL = 4_096
"""Characters of the longest URL that is asked for."""

_PORTS = {"http": 80, "https": 443}
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")
_KEPT = "%/:?@!$&'()*+,;=-._~"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """A URL in parts, as it goes over the wire: host and target are ASCII."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """What one robots.txt and one pause between requests hold for."""
        return f"{self.scheme}://{self.authority}"


def parse_url(url: str) -> Address:
    """Take a URL apart; raises InputError unless it is a plain http or https address."""
    where = _shown(url)
    if len(url) > LONGEST_URL:
        raise InputError(where, f"is a URL of {len(url):,} characters; {LONGEST_URL:,} are read")
    if _ODD.search(url):
        raise InputError(
            where, "is a URL with blanks, backslashes or control characters in it; write them as %20 and so on"
        )
    try:
        parts = urlsplit(url)
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError as error:
        raise InputError(where, f"is no URL that can be read ({error}); check it") from error
    if parts.scheme not in _PORTS:
        raise InputError(where, f"has the scheme {parts.scheme!r}; only http and https are fetched")
    if not host:
        raise InputError(where, "names no host; write it as https://host/path")
    if parts.username is not None or parts.password is not None:
        raise InputError(where, "holds a user name or password; enduse sends none, take them out")
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    address = Address("", parts.scheme, host, _PORTS[parts.scheme] if port is None else port, target)
    return Address(address.site + target, address.scheme, address.host, address.port, target)


def resolve(address: Address, *, private: bool) -> list[str]:
    """Look the host up; give its network addresses, in the order to try them.

    private: whether addresses of this machine and of local networks may be asked. If not, one of them among the
    answers is enough to refuse all, and what is given here is what must be connected to: a name looked up again could
    stand for another address.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(address.url, f"host {address.host} cannot be found ({reason}); check the name") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private and (local := next((ip for ip in addresses if not is_public(ip)), None)):
        what = f"host {address.host} is at {local}, which is no public address"
        raise InputError(address.url, f"{what}; private addresses are fetched only when asked for")
    return addresses


def is_public(ip: str) -> bool:
    """Whether an address is one of the public internet, also where it wraps one of the older kind."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            wrapped.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(inner is not None and not _global(inner) for inner in wrapped):
            return False
        if address.ipv4_mapped is not None or address in _NAT64:
            return True
    return _global(address)


def _global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved


def _host(name: str) -> str:
    name = name.rstrip(".")
    return name if name.isascii() else name.encode("idna").decode("ascii")


def _shown(url: str) -> str:
    """The URL on one line, cut if it is long."""
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in url)
    return line if len(line) <= 200 else line[:199] + "…"
