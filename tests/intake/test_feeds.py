"""Feeds, lists of feeds and pages become documents; a bad one costs itself only."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from enduse.errors import InputError
from enduse.intake.feeds import (
    MOST_ENTRIES,
    MOST_FEED_BYTES,
    Entry,
    entries_in,
    feeds_in_opml,
    fetch_documents,
    root_of,
)
from enduse.intake.fetch import Fetcher, FetchRules, Validators
from enduse.model import Document

if TYPE_CHECKING:
    from tests.intake.conftest import Site

URL = "https://averna-post.example/feed"
TEXT = "The government of Norland said on Monday it would send forty howitzers to Tessaly if the talks should fail."
HTML = {"Content-Type": "text/html; charset=utf-8"}
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Averna Post</title>
<entry><title>Two &amp; &lt;b&gt;three&lt;/b&gt;</title><link rel="alternate" href="2031/b"/>
<updated>2031-05-03T10:00:00+02:00</updated></entry></feed>"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Press"><outline xmlUrl="/rss"/>
<outline xmlurl="{0}/atom"/><outline xmlUrl="/rss"/></outline></body></opml>"""


def rss(*items: str, title: str = "Averna Post") -> bytes:
    channel = f"<channel><title>{title}</title>{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()


def item(link: str, title: str = "One", day: str = "Tue, 03 May 2031 10:00:00 +0200") -> str:
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{day}</pubDate></item>"


def page(name: str) -> tuple[int, dict[str, str], bytes]:
    article = f"<p>{TEXT}</p><p>Officials in {name} of Averna knew nothing of it.</p>"
    return 200, HTML, f"<html><body><article>{article}</article></body></html>".encode()


def fetcher() -> Fetcher:
    return Fetcher(FetchRules(private=True, pause=0, seconds=10))


def test_rss_gives_its_entries() -> None:
    assert list(entries_in(rss(item("/2031/a"), item("https://b.example/", "  Two\n lines ", "no day")), URL)) == [
        Entry("https://averna-post.example/2031/a", "One", "2031-05-03T08:00:00Z", "Averna Post"),
        Entry("https://b.example/", "Two lines", None, "Averna Post"),
    ]


def test_atom_gives_its_entries() -> None:
    (entry,) = entries_in(ATOM.encode(), URL)
    assert entry == Entry("https://averna-post.example/2031/b", "Two & three", "2031-05-03T08:00:00Z", "Averna Post")


def test_feed_in_another_encoding_is_read() -> None:
    feed = rss(item("/a", "Поставки"), title="Новости").decode().replace("?>", ' encoding="windows-1251"?>', 1)
    (entry,) = entries_in(feed.encode("cp1251"), URL)
    assert isinstance(entry, Entry)
    assert (entry.title, entry.publisher) == ("Поставки", "Новости")


def test_entry_without_link_is_told() -> None:
    found = list(entries_in(rss("<item><title>x</title></item>", item("/a")), URL))
    assert isinstance(found[0], InputError)
    assert found[0].what == "entry 1 has no link; it is left out"
    assert isinstance(found[1], Entry)


def test_empty_feed_gives_nothing() -> None:
    assert list(entries_in(rss(), URL)) == []


def test_entries_past_the_limit_are_told() -> None:
    body = rss(*(item(f"/{n}") for n in range(MOST_ENTRIES + 2)))
    start = time.process_time()
    found = list(entries_in(body, URL))
    assert time.process_time() - start < 60
    assert len([e for e in found if isinstance(e, Entry)]) == MOST_ENTRIES
    assert str(found[-1]) == f"{URL}: has 10,002 entries; those after 10,000 are left out"


BOMB = '<!DOCTYPE rss [<!ENTITY a "ha">{}]>'.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("read", [lambda body: list(entries_in(body, URL)), lambda body: feeds_in_opml(body, URL)])
def test_entity_bomb_is_not_lit(read: object, encoding: str) -> None:
    body = ('<?xml version="1.0"?>' + BOMB + "<rss><channel><title>&j;</title></channel></rss>").encode(encoding)
    assert callable(read)
    with pytest.raises(InputError, match="declares entities of its own"):
        read(body)


def test_entity_that_names_a_file_is_not_followed() -> None:
    body = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'
    with pytest.raises(InputError, match="declares entities of its own"):
        list(entries_in(body, URL))


@pytest.mark.parametrize("body", [b"<rss", b"<rss>\x00\x01\x02", b"no feed"])
def test_broken_feed_is_refused(body: bytes) -> None:
    with pytest.raises(InputError, match="cannot be read as a feed"):
        list(entries_in(body, URL))


@pytest.mark.parametrize("body", [b" " * (MOST_FEED_BYTES + 1), b"<rss>" + b"<b>" * 400_000])
def test_feed_past_the_limits_is_refused(body: bytes) -> None:
    with pytest.raises(InputError, match="and was not read"):
        list(entries_in(body, URL))


def test_opml_gives_its_feeds_once() -> None:
    assert feeds_in_opml(OPML.format("https://b.example").encode(), URL) == [
        "https://averna-post.example/rss",
        "https://b.example/atom",
    ]


@pytest.mark.parametrize(
    ("body", "what"), [(b"<opml><body/></opml>", "names no feeds"), (b"<opml>", "cannot be read as a list of feeds")]
)
def test_opml_without_feeds_is_refused(body: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        feeds_in_opml(body, URL)


@pytest.mark.parametrize(
    ("body", "root"),
    [
        (rss(), b"rss"), (ATOM.encode(), b"feed"), (b"<rdf:RDF xmlns:rdf='x'>", b"rdf"),
        (b"\xef\xbb\xbf<opml>", b"opml"),
        ('<?xml version="1.0"?><rss>'.encode("utf-16"), b"rss"), (b"<!-- <rss> --><?x y?>\n<html>", b"html"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", b"rss"), (b"text <rss>", b""), (b"", b""),
    ],
)  # fmt: skip
def test_root_of_xml_is_told(body: bytes, root: bytes) -> None:
    assert root_of(body) == root


@pytest.mark.parametrize("head", [b" " * 4_096, b"<!-- " * 800, b"<?" * 2_000, b"<!DOCTYPE x [" * 300])
def test_root_is_told_in_moments(head: bytes) -> None:
    start = time.process_time()
    assert root_of(head) == b""
    assert time.process_time() - start < 1


def test_feed_gives_the_pages_it_names(site: Site) -> None:
    site.routes |= {
        "/rss": (200, {"ETag": '"1"'}, rss(item("/a", "From the feed"), item("/gone"), item("/a"), item("/held"))),
        "/a": page("Ostrel"),
    }
    known: dict[str, Validators] = {}
    found = list(fetch_documents([f"{site.url}/rss"], fetcher=fetcher(), known=known, skip={f"{site.url}/held"}))
    document, failed = found
    assert isinstance(document, Document)
    assert document.url == f"{site.url}/a"
    assert (document.title, document.published_on) == ("From the feed", "2031-05-03T08:00:00Z")
    assert document.publisher == "Averna Post"
    assert "Ostrel" in document.text
    assert str(failed) == f"{site.url}/gone: answers with 404 Not Found; check the address"
    assert site.paths == ["/rss", "/a", "/gone"]
    assert known == {f"{site.url}/rss": Validators('"1"')}


def test_feed_that_is_as_it_was_gives_nothing(site: Site) -> None:
    site.routes["/rss"] = (304, {}, b"")
    known = {f"{site.url}/rss": Validators('"1"')}
    assert list(fetch_documents([f"{site.url}/rss"], fetcher=fetcher(), known=known)) == []
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    assert known == {f"{site.url}/rss": Validators('"1"')}


def test_validators_are_kept_only_when_all_was_taken(site: Site) -> None:
    site.routes |= {"/rss": (200, {"ETag": '"1"'}, rss(item("/a"), item("/b"))), "/a": page("a"), "/b": page("b")}
    known: dict[str, Validators] = {}
    documents = fetch_documents([f"{site.url}/rss"], fetcher=fetcher(), known=known)
    next(documents)
    next(documents)
    assert known == {}
    assert next(documents, None) is None
    assert known == {f"{site.url}/rss": Validators('"1"')}


def test_list_of_feeds_gives_the_pages_of_its_feeds(site: Site) -> None:
    site.routes |= {
        "/opml": (200, {}, OPML.format(site.url).encode()),
        "/rss": (200, {}, rss(item("/a"))),
        "/atom": (200, {}, ATOM.replace("2031/b", "/b").encode()),
        "/a": page("Ostrel"), "/b": page("Mirna"),
    }  # fmt: skip
    found = list(fetch_documents([f"{site.url}/opml"], fetcher=fetcher()))
    assert [document.url for document in found if isinstance(document, Document)] == [f"{site.url}/a", f"{site.url}/b"]
    assert len(found) == 2


def test_list_of_feeds_inside_a_list_is_refused(site: Site) -> None:
    site.routes |= {"/opml": (200, {}, OPML.format(site.url).encode()), "/rss": (200, {}, OPML.format("").encode())}
    found = list(fetch_documents([f"{site.url}/opml"], fetcher=fetcher()))
    assert "inside a list of feeds" in str(found[0])


def test_page_by_itself_is_a_document(site: Site) -> None:
    site.routes["/a"] = page("Ostrel")
    (document,) = fetch_documents([f"{site.url}/a"], fetcher=fetcher())
    assert isinstance(document, Document)
    assert document.url == f"{site.url}/a"


def test_bad_addresses_cost_themselves_only(site: Site) -> None:
    site.routes |= {"/a": page("Ostrel"), "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF")}
    urls = ["gopher://x", f"{site.url}/gone", f"{site.url}/pdf", f"{site.url}/a"]
    kinds = [type(found) for found in fetch_documents(urls, fetcher=fetcher())]
    assert kinds == [InputError, InputError, InputError, Document]


def test_feed_leads_to_no_private_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enduse.intake.address.is_public", lambda ip: ip == "127.0.0.1")
    site.routes |= {
        "/rss": (200, {}, rss(item("http://127.0.0.2:1/a"), item("file:///etc/passwd"), item("/a"))),
        "/a": page("x"),
    }
    public = Fetcher(FetchRules(pause=0))
    first, second, third = fetch_documents([f"{site.url}/rss"], fetcher=public)
    assert "is at 127.0.0.2, which is no public address" in str(first)
    assert "only http and https are fetched" in str(second)
    assert isinstance(third, Document)


def test_missing_parser_is_told_in_one_line(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    site.routes["/rss"] = (200, {}, rss(item("/a")))
    (error,) = fetch_documents([f"{site.url}/rss"], fetcher=fetcher())
    assert str(error) == (
        f"{site.url}/rss: is a feed, and feedparser, which reads it, is not installed; run: pip install 'enduse[crawl]'"
    )
