"""Only plain addresses of the public internet pass, in whatever dress the others come."""

from __future__ import annotations

import socket

import pytest

from enduse.errors import InputError
from enduse.intake.address import LONGEST_URL, is_public, parse_url, resolve


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://Averna-Post.example", "https://averna-post.example/"),
        ("http://averna.example:80/a?b=c#part", "http://averna.example/a?b=c"),
        ("http://averna.example:8080/é?q=ü&x=%20", "http://averna.example:8080/%C3%A9?q=%C3%BC&x=%20"),
        ("https://bücher.example./x", "https://xn--bcher-kva.example/x"),
        ("http://[2001:db8::1]:81/", "http://[2001:db8::1]:81/"),
    ],
)
def test_url_is_written_as_it_is_sent(url: str, sent: str) -> None:
    assert parse_url(url).url == sent


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("ftp://averna.example/a", "has the scheme 'ftp'; only http and https are fetched"),
        ("file:///etc/passwd", "has the scheme 'file'"),
        ("averna.example/a", "has the scheme ''"),
        ("https:///a", "names no host"),
        ("https://user:word@averna.example/", "holds a user name or password"),
        ("https://averna.example:port/", "is no URL that can be read"),
        ("https://averna.example/a b", "with blanks"),
        ("https://averna.example/\r\nHost: other", "with blanks"),
        ("https://averna.example\\@10.0.0.1/", "backslashes"),
        ("http://[::1/", "is no URL that can be read"),
        ("https://averna.example/" + "a" * LONGEST_URL, "is a URL of 4,119 characters"),
        ("https://" + "ü" * 70 + ".example/", "is no URL that can be read"),
    ],
)
def test_other_urls_are_refused_with_a_reason(url: str, what: str) -> None:
    with pytest.raises(InputError) as error:
        parse_url(url)
    assert what in error.value.what
    assert error.value.where.isprintable()
    assert len(error.value.where) <= 200


@pytest.mark.parametrize(
    "ip", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_public_addresses_pass(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    """127.0.0.1 127.8.8.8 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.2.1 198.18.0.1
    224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1
    ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2002:a00:1:: 2001:db8::1 nonsense""".split(),  # noqa: SIM905
)
def test_addresses_of_this_machine_and_of_local_nets_do_not(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_this_machine_is_known_by_any_spelling(host: str) -> None:
    address = parse_url(f"http://{host}/")
    with pytest.raises(InputError, match=r"no public address|cannot be found"):
        resolve(address, private=False)


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("1.1.1.1", "10.0.0.7")]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with pytest.raises(InputError, match=r"host averna\.example is at 10\.0\.0\.7, which is no public address"):
        resolve(parse_url("http://averna.example/"), private=False)
    assert resolve(parse_url("http://averna.example/"), private=True) == ["1.1.1.1", "10.0.0.7"]
