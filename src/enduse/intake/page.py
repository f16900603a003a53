"""Makes a Document of what a web server once answered: the bytes of a page with its address and media type."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from enduse.errors import InputError
from enduse.model import Document

from . import html, text
from .kind import Kind, kind_of_head
from .stream import open_source

PAGES = frozenset({"text/html", "application/xhtml+xml"})
"""Media types of web pages."""

READ = PAGES | {"text/plain", ""}
"""Media types that are read; without one the first bytes tell."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server gave, unpacked.

    url: where it was found; id: a name for the document, empty if there is none; charset: as the server tells it.
    where: how an error names it.
    """

    url: str
    body: bytes
    kind: str
    charset: str | None
    id: str = ""
    where: str = ""


def document_of(answer: Answered) -> Document:
    """Read the article of a page; its address is the one it came from, whatever the page says of itself.

    Raises InputError if it is no page, or holds no article.
    """
    where = answer.where or answer.url
    if answer.kind not in READ:
        raise InputError(where, f"is {answer.kind[:60]} and no page; enduse reads web pages and plain text")
    source = open_source(io.BytesIO(answer.body).read, where, name=answer.id)
    if answer.kind in PAGES or (not answer.kind and kind_of_head(source.head) is Kind.HTML):
        found = next(html.documents_in(source, charset=answer.charset))
    else:
        found = next(text.documents_in(source))
    if isinstance(found, InputError):
        raise found
    return replace(found, url=answer.url)
