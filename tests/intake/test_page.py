"""A page becomes a document with the address that it came from."""

from __future__ import annotations

import pytest

from enduse.errors import InputError
from enduse.intake.page import Answered, document_of

URL = "https://averna-post.example/2031/norland"
TEXT = "The government of Norland said on Monday it would send forty howitzers to Tessaly. So the café owners say."
BODY = f"<article><h1>Norland</h1><p>{TEXT}</p><p>{TEXT}</p></article>"
PAGE = f"<html><head><title>Norland</title></head><body>{BODY}</body></html>"


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml", ""])
def test_page_gives_its_article(kind: str) -> None:
    document = document_of(Answered(URL, PAGE.encode(), kind, None))
    assert TEXT in document.text
    assert document.url == URL
    assert document.id == f"doc-{document.sha256[:16]}"


@pytest.mark.parametrize("kind", ["text/plain", ""])
def test_plain_text_is_kept_whole(kind: str) -> None:
    document = document_of(Answered(URL, TEXT.encode(), kind, None, id="urn:1"))
    assert (document.id, document.text, document.url) == ("urn:1", TEXT, URL)


def test_address_is_not_what_the_page_says_of_itself() -> None:
    page = PAGE.replace("<head>", '<head><link rel="canonical" href="https://other.example/x">')
    assert document_of(Answered(URL, page.encode(), "text/html", None)).url == URL


@pytest.mark.parametrize(
    ("told", "meta"),
    [("windows-1252", ""), (None, "windows-1252"), ("utf-8", "windows-1252"), ("utf-8", ""), ("klingon", "")],
)
def test_wrong_charset_does_not_spoil_the_text(told: str | None, meta: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{meta}">') if meta else PAGE
    document = document_of(Answered(URL, page.encode("cp1252"), "text/html", told))
    assert TEXT in document.text


@pytest.mark.parametrize(
    ("body", "kind", "what"),
    [
        (b"%PDF-1.7", "application/pdf", "is application/pdf and no page"),
        (b"%PDF-1.7\n", "text/html", "is a PDF; convert it to text first"),
        (b"", "text/html", "is empty"),
        (b"<html><body></body></html>", "text/html", "is a web page in which no article was found"),
        (b"  ", "text/plain", "is empty"),
    ],
)
def test_what_is_no_page_is_refused(body: bytes, kind: str, what: str) -> None:
    with pytest.raises(InputError, match=f"^{URL}: {what}"):
        document_of(Answered(URL, body, kind, None))
