"""robots.txt is read as RFC 9309 says."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.intake.robots import NOTHING, Robots, parse_robots

FILE = b"""\xef\xbb\xbf# news
User-agent: *
Disallow: /private   # not for programs
Allow: /private/press
Disallow: /*.pdf$
Disallow: /search*sort=
Crawl-delay: 5

User-agent: other
User-agent: EndUse
Disallow: /drafts/
Disallow: /caf\xc3\xa9
Allow: /drafts/$

user-agent: enduse
disallow: /a%2Fb
crawl-delay: 1.5
"""


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("/", True), ("/private", False), ("/private/x", False), ("/private/press/1", True), ("/a.pdf", False),
        ("/a.pdf?x", True), ("/search?q=a&sort=b", False), ("/search?q=a", True), ("/drafts/a", True),
        ("/robots.txt", True), ("/%70rivate", False),
    ],
)  # fmt: skip
def test_rules_for_all(target: str, allowed: bool) -> None:
    assert parse_robots(FILE, "somebody").allows(target) is allowed


@pytest.mark.parametrize(
    ("target", "allowed"),
    [("/private", True), ("/drafts/a", False), ("/drafts/", True), ("/caf%C3%A9/1", False), ("/a/b", True),
     ("/a%2fb", False)],
)  # fmt: skip
def test_own_group_takes_the_place_of_the_rules_for_all(target: str, allowed: bool) -> None:
    assert parse_robots(FILE, "enduse").allows(target) is allowed


def test_delay_is_the_one_of_the_group() -> None:
    assert parse_robots(FILE, "enduse").delay == 1.5
    assert parse_robots(FILE, "somebody").delay == 5
    assert parse_robots(b"user-agent: *\ncrawl-delay: soon", "enduse").delay == 0
    assert parse_robots(b"user-agent: *\ncrawl-delay: inf", "enduse").delay == 0


@pytest.mark.parametrize("data", [b"", b"<html>no</html>", b"Disallow: /", b"User-agent: *\nDisallow:", b"\xff\xfe\0"])
def test_what_forbids_nothing_allows_all(data: bytes) -> None:
    assert parse_robots(data, "enduse") == Robots()


def test_nothing_allows_nothing() -> None:
    assert not NOTHING.allows("/")


def test_pattern_made_to_be_slow_is_not() -> None:
    robots = parse_robots(b"user-agent: *\ndisallow: /" + b"*a" * 2_000 + b"$", "enduse")
    start = time.process_time()
    assert robots.allows("/" + "a" * 1_000)
    assert time.process_time() - start < 5


@given(st.binary(max_size=200), st.text(max_size=40))
def test_anything_is_read(data: bytes, target: str) -> None:
    assert parse_robots(b"user-agent: *\n" + data, "enduse").allows("/" + target) in (True, False)
