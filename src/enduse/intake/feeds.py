"""Reads feeds (RSS, Atom), lists of feeds (OPML) and single pages of the web into documents."""

from __future__ import annotations

import calendar
import io
import logging
import re
from collections.abc import Container, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

from enduse.errors import InputError
from enduse.model import Document

from .encoding import encodable
from .fetch import Fetcher, Page, Validators
from .page import Answered, document_of

MOST_ENTRIES = 10_000
"""Entries of a feed that are read; what stands after them is named and left out."""

MOST_FEED_BYTES = 16 * 1024 * 1024
"""Bytes of the largest feed or list that is parsed."""

MOST_TAGS = 300_000
"""Tags of the largest feed or list; the parser takes 20 s for as many that are never closed."""

_ROOT = re.compile(
    rb"(?:\s++|<\?[^>]*+>|<!--(?>.*?-->)|<!DOCTYPE[^>\[]*+(?:\[(?>.*?\])\s*+)?>)*+<(?:\w++:)?(\w++)", re.S | re.I
)
_FEED_ROOTS = {b"rss", b"feed", b"rdf"}
_ENTITY = re.compile(rb"<!\s*entity", re.I)
_INSTALL = "and feedparser, which reads it, is not installed; run: pip install 'enduse[crawl]'"
_TAG = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. link: an absolute URL; published_on: ISO 8601 in UTC; None for what is not told."""

    link: str
    title: str | None
    published_on: str | None
    publisher: str | None


def fetch_documents(
    urls: Iterable[str],
    *,
    fetcher: Fetcher | None = None,
    known: MutableMapping[str, Validators] | None = None,
    skip: Container[str] = frozenset(),
) -> Iterator[Document | InputError]:
    """Fetch pages, the pages that feeds name, and the feeds that OPML lists name; yield their documents one by one.

    known: for each URL what its site gave with it the last time; a feed or page that is as it was yields nothing. It is
    brought up to date when the last document of a URL has been taken, so that an interrupted run asks again.
    skip: addresses of pages that are not fetched if a feed names them, such as those that a ledger holds.
    What cannot be fetched or read is yielded as an InputError with its URL, and the others go on.
    """
    fetcher = Fetcher() if fetcher is None else fetcher
    known = {} if known is None else known
    for url in urls:
        yield from _documents_of(url, fetcher, known, skip, lists=True)


def _documents_of(
    url: str, fetcher: Fetcher, known: MutableMapping[str, Validators], skip: Container[str], *, lists: bool
) -> Iterator[Document | InputError]:
    try:
        page = fetcher.get(url, known.get(url))
        if not page.changed:
            return
        root = root_of(page.body)
        if root == b"opml":
            if not lists:
                raise InputError(url, "is a list of feeds (OPML) inside a list of feeds; give it by itself")
            for feed in feeds_in_opml(page.body, page.url):
                yield from _documents_of(feed, fetcher, known, skip, lists=False)
        elif root in _FEED_ROOTS:
            yield from _documents_of_feed(page, fetcher, skip)
        else:
            yield _document_of(page)
        known[url] = page.validators
    except InputError as error:
        yield error


def _documents_of_feed(page: Page, fetcher: Fetcher, skip: Container[str]) -> Iterator[Document | InputError]:
    seen: set[str] = set()
    for entry in entries_in(page.body, page.url):
        if isinstance(entry, InputError):
            yield entry
        elif entry.link not in seen and entry.link not in skip:
            seen.add(entry.link)
            try:
                found = _document_of(fetcher.get(entry.link))
            except InputError as error:
                yield error
                continue
            yield replace(
                found,
                title=found.title or entry.title,
                published_on=found.published_on or entry.published_on,
                publisher=found.publisher or entry.publisher,
            )


def _document_of(page: Page) -> Document:
    return document_of(Answered(page.url, page.body, page.kind, page.charset))


def root_of(body: bytes) -> bytes:
    """The name of an XML document's first element in lower case, without prefix; empty for what is no XML."""
    head = body[:4096].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    found = _ROOT.match(head)
    return found[1].lower() if found else b""


def entries_in(body: bytes, url: str) -> Iterator[Entry | InputError]:
    """Yield the entries of an RSS or Atom feed in its order; an entry without a link as an InputError.

    Raises InputError if it is no feed, or feedparser is not installed.
    """
    _check(body, url, "a feed")
    try:
        import feedparser
    except ImportError as error:
        raise InputError(url, f"is a feed, {_INSTALL}") from error
    logging.getLogger("feedparser").addHandler(logging.NullHandler())
    try:
        headers = {"content-location": url, "content-type": "application/xml"}
        found: Any = feedparser.parse(
            io.BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # any bytes of the web may come here; whatever breaks on them is that feed's failure
        raise InputError(url, f"cannot be read as a feed ({type(error).__name__}: {str(error)[:100]})") from error
    if not found.entries and found.bozo:
        raise InputError(url, f"cannot be read as a feed ({str(found.bozo_exception)[:100]}); check the address")
    publisher = _line(found.feed.get("title"))
    for number, entry in enumerate(found.entries, start=1):
        if number > MOST_ENTRIES:
            yield InputError(url, f"has {len(found.entries):,} entries; those after {MOST_ENTRIES:,} are left out")
            return
        link = _line(entry.get("link"))
        if link is None:
            yield InputError(url, f"entry {number:,} has no link; it is left out")
            continue
        when = entry.get("published_parsed") or dict.get(entry, "updated_parsed")  # its own get() warns
        yield Entry(_joined(url, link), _line(entry.get("title")), _iso(when), publisher)


def feeds_in_opml(body: bytes, url: str) -> list[str]:
    """The addresses of the feeds that an OPML list names, each once, in its order.

    Raises InputError if it is no list of feeds.
    """
    _check(body, url, "a list of feeds (OPML)")
    try:
        root = ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError(url, f"cannot be read as a list of feeds (OPML): {str(error)[:100]}") from error
    outlines = [outline.attrib for outline in root.iter("outline")]
    found = [value.strip() for outline in outlines for name, value in outline.items() if name.lower() == "xmlurl"]
    feeds = list(dict.fromkeys(_joined(url, feed) for feed in found if feed))
    if not feeds:
        raise InputError(url, "is a list (OPML) that names no feeds: no outline has an xmlUrl")
    return feeds


def _check(body: bytes, url: str, what: str) -> None:
    """Refuse what a parser should not see: entities, which can grow without end or name other files, and sheer size."""
    if len(body) > MOST_FEED_BYTES:
        raise InputError(url, f"is {what} larger than {MOST_FEED_BYTES >> 20} MiB and was not read")
    if body.count(b"<") > MOST_TAGS:
        raise InputError(url, f"is {what} with more than {MOST_TAGS:,} tags and was not read")
    if _ENTITY.search(body.replace(b"\0", b"")):
        raise InputError(
            url, f"is {what} that declares entities of its own, and was not read: they can be made to explode"
        )


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link)
    except ValueError:  # such as a bracket that is not closed; fetching it says what is wrong
        return link


def _line(value: object) -> str | None:
    """A field of a feed as one line of text."""
    line = " ".join(encodable(_TAG.sub("", value[:10_000])).split())[:1_000] if isinstance(value, str) else ""
    return line or None


def _iso(when: Any) -> str | None:
    """A date of feedparser, which is in UTC, as ISO 8601."""
    try:
        return datetime.fromtimestamp(calendar.timegm(when), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None
