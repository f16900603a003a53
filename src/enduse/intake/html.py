"""Reads web pages: the main text with title, date, outlet and address, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from enduse.errors import InputError, SourceError
from enduse.model import Document

from .encoding import decode, encodable
from .stream import Source

MAX_HTML = 16 * 1024 * 1024
"""Bytes of the largest page that is read."""

MAX_TAGS = 100_000
"""Tags of the largest page; trafilatura's time grows with their square: 10 s at 100,000, 41 s at 200,000."""

MAX_ATTRIBUTES = 2_000
"""Attributes of one tag; the parser's time grows with their square: 0.4 s at 10,000, 2.7 s at 20,000."""

MAX_LINKED_DATA = 256 * 1024
"""Characters of embedded JSON-LD that trafilatura may see; its patterns take 1 s for 100,000 ill-formed ones."""

CACHES_FROM = 1024 * 1024
"""Characters of a page after which trafilatura's caches are emptied, for they keep its lines."""

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w.-]+)", re.I
)

_PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<script\b(?P<script>.*?)(?:</script|\Z)"
    r"|<style\b.*?(?:</style|\Z)"
    r"|<(?P<tag>[a-z](?:[^>\"'=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?|[\"'])*+)"
    r"|</",
    re.I | re.S,
)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"?|'[^']*'?)")

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""Only dates that the page marks as its own; a guess from the text would look as sure. Not bound to today's date."""


def documents_in(source: Source, *, charset: str | None = None) -> Iterator[Document | InputError]:
    """Yield the one document that the page holds.

    charset: the encoding that came beside the page, as HTTP tells it; what stands in the page goes first.
    """
    try:
        data = source.read(MAX_HTML)
        page = decode(data, source.where, declared=_declared(data[:4096]) or charset)
        del data
        yield _document_of(page, source)
    except InputError as error:
        yield error


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head)
    return (found[1] or found[2]).decode() if found else None


def _document_of(page: str, source: Source) -> Document:
    try:
        from trafilatura import bare_extraction
        from trafilatura.meta import reset_caches
    except ImportError as error:
        raise SourceError(f"web pages need trafilatura, which cannot be imported: {error}") from error
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # or its warnings go to stderr
    page = _tamed(page, source.where)
    try:
        found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    except Exception as error:  # any page of the web may come here; whatever breaks on it is that page's failure
        what = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        raise InputError(source.where, f"cannot be read as a web page ({what}); save its text as .txt") from error
    finally:
        if len(page) > CACHES_FROM:
            reset_caches()
    if found is None or isinstance(found, dict) or not found.text or found.text.isspace():
        raise InputError(source.where, "is a web page in which no article was found; save its text as .txt")
    title, date, outlet, url = (
        encodable(field) if field else None for field in (found.title, found.date, found.sitename, found.url)
    )
    return Document(source.name, encodable(found.text), title, date, outlet, url)


def _tamed(page: str, where: str) -> str:
    """Refuse what would take minutes to parse, and cut out linked data past its limit."""
    linked = 0
    cuts: list[tuple[int, int]] = []
    for tags, piece in enumerate(_PIECE.finditer(page), start=1):
        if tag := piece["tag"]:
            if len(tag) > MAX_ATTRIBUTES and len(_VALUE.sub(" ", tag).split()) > MAX_ATTRIBUTES:
                what = f"has a tag with more than {MAX_ATTRIBUTES:,} attributes"
                raise InputError(where, f"{what}; save its text as .txt")
        elif (script := piece["script"]) and "ld+json" in script[:200].lower():
            linked += len(script)
            if linked > MAX_LINKED_DATA:
                cuts.append(piece.span("script"))
        if tags > MAX_TAGS:
            raise InputError(where, f"has more than {MAX_TAGS:,} tags; split it, or save its text as .txt")
    for start, end in reversed(cuts):
        page = page[:start] + ">" + page[end:]
    return page
