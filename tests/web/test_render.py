"""What templates are given: texts as they are, addresses that keep the page's state."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from enduse.web.render import changed, outside, static, twin, verbatim


def request(query: str) -> Request:
    return Request({
        "type": "http", "path": "/claims", "query_string": query.encode(), "headers": [], "server": ("localhost", 80),
        "scheme": "http", "method": "GET",
    })  # fmt: skip


def test_text_is_escaped_and_keeps_every_character() -> None:
    assert verbatim('<b>"&\r\n\0\ud83d 🚀') == "&lt;b&gt;&#34;&amp;&#13;\n\ufffd\ufffd 🚀"


@pytest.mark.parametrize(
    ("url", "safe"),
    [("https://a.example/x", True), ("http://a.example", True), ("javascript:alert(1)", False), ("", False),
     ("data:text/html,x", False), ("//a.example", False), ("http://[", False), (None, False)],
)  # fmt: skip
def test_only_addresses_of_the_web_can_be_followed(url: str | None, safe: bool) -> None:
    assert outside(url) == (url if safe else None)


def test_addresses_keep_what_was_asked() -> None:
    asked = request("types=transfer&role=broker%3Da%26b&supplier=&limit=5&after=9")
    assert twin(asked, ".csv") == "/claims.csv?types=transfer&role=broker%3Da%26b"
    assert changed(asked, after=4) == "/claims?types=transfer&role=broker%3Da%26b&limit=5&after=4"
    assert changed(request("after=3"), after=None) == "/claims"


def test_files_have_a_mark_of_their_content() -> None:
    assert static("style.css").startswith("/static/style.css?v=")
