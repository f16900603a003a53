"""A server knows where to point a browser."""

from __future__ import annotations

from enduse.web.settings import Settings


def test_address_is_one_that_a_browser_takes() -> None:
    assert Settings("x.db").address == "http://127.0.0.1:8417/"
    assert Settings("x.db", host="::1", port=80).address == "http://[::1]:80/"
