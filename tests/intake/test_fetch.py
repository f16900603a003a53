"""A fetch is considerate, bounded, and never led to a private address."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest

from enduse.errors import InputError
from enduse.intake import address
from enduse.intake.fetch import Fetcher, FetchRules, Validators

if TYPE_CHECKING:
    from tests.intake.conftest import Site

PAGE = (200, {"Content-Type": "text/html; charset=UTF-8"}, b"<p>text</p>")


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 1_000.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def make(clock: Clock | None = None, **rules: Any) -> Fetcher:
    clock = clock or Clock()
    defaults = {"private": True, "pause": 0.0, "seconds": 10.0}
    return Fetcher(FetchRules(**{**defaults, **rules}), agent_version="9", clock=lambda: clock.now, sleep=clock.sleep)


def test_page_comes_with_what_was_told_of_it(site: Site) -> None:
    site.routes["/a"] = (200, {"Content-Type": "Text/HTML; charset=ISO-8859-1", "ETag": '"x1"',
                               "Last-Modified": "Tue, 03 May 2031 10:00:00 GMT"}, b"text")  # fmt: skip
    page = make().get(f"{site.url}/a#part")
    assert (page.url, page.asked, page.changed, page.body) == (f"{site.url}/a", f"{site.url}/a", True, b"text")
    assert (page.kind, page.charset) == ("text/html", "iso-8859-1")
    assert page.validators == Validators('"x1"', "Tue, 03 May 2031 10:00:00 GMT")
    assert page.retrieved_at.tzinfo is UTC
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]
    assert {headers["User-Agent"] for _, headers in site.asked} == {"enduse/9"}


def test_page_that_is_as_it_was_is_not_sent_again(site: Site) -> None:
    site.routes["/a"] = (304, {"ETag": '"x1"'}, b"")
    known = Validators('"x1"', "Tue, 03 May 2031 10:00:00 GMT")
    page = make().get(f"{site.url}/a", known)
    assert (page.changed, page.body) == (False, b"")
    headers = site.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == (known.etag, known.modified)


def test_validators_cannot_smuggle_a_header(site: Site) -> None:
    site.routes["/a"] = PAGE
    make().get(f"{site.url}/a", Validators('"x"\r\nX-Evil: 1', "ü"))
    assert not {"X-Evil", "If-None-Match", "If-Modified-Since"} & set(site.asked[-1][1])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    site.routes |= {"/a": (status, {"Location": "b?c=d"}, b""), "/b?c=d": PAGE}
    page = make().get(f"{site.url}/a")
    assert (page.url, page.asked) == (f"{site.url}/b?c=d", f"{site.url}/a")


def test_redirects_in_a_ring_end(site: Site) -> None:
    site.routes["/a"] = (302, {"Location": "/a"}, b"")
    with pytest.raises(InputError, match="redirects more than 5 times"):
        make().get(f"{site.url}/a")
    assert len(site.paths) == 6


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "ftp://averna.example/", "https://u:p@averna.example/", "http://["]
)
def test_redirect_to_what_is_not_fetched_is_refused(site: Site, place: str) -> None:
    site.routes["/a"] = (302, {"Location": place}, b"")
    with pytest.raises(InputError, match=f"{site.url}/a: redirects to what is not fetched"):
        make().get(f"{site.url}/a")


def test_private_address_is_refused_unless_asked_for(site: Site) -> None:
    site.routes["/a"] = PAGE
    with pytest.raises(InputError, match=r"is at 127\.0\.0\.1, which is no public address"):
        make(private=False).get(f"{site.url}/a")
    assert site.asked == []


@pytest.mark.parametrize("path", ["/a", "/robots.txt"])
def test_redirect_to_a_private_address_is_refused(
    site: Site, other_site: Site, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1")
    site.routes |= {"/a": PAGE, path: (302, {"Location": f"{other_site.url}/secret"}, b"")}
    other_site.routes["/secret"] = PAGE
    with pytest.raises(InputError, match=r"is at 127\.0\.0\.2, which is no public address"):
        make(private=False).get(f"{site.url}/a")
    assert other_site.asked == []


def test_name_that_changes_its_address_is_not_looked_up_twice(
    site: Site, other_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.url.rpartition(":")[2])
    lookups: list[str] = []

    def rebinding(host: str, *_: object, **__: object) -> list[object]:
        if host == "127.0.0.1":  # connecting to what was looked up looks nothing up
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        lookups.append(host)
        ip = "127.0.0.1" if len(lookups) <= 2 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1")
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    site.routes["/a"] = PAGE
    fetcher = make(private=False)
    assert fetcher.get(f"http://news.example:{port}/a").body == PAGE[2]
    assert len(lookups) == len(site.asked) == 2
    with pytest.raises(InputError, match=r"127\.0\.0\.2"):
        fetcher.get(f"http://news.example:{port}/a")
    assert other_site.asked == []


def test_robots_decide(site: Site) -> None:
    site.routes |= {"/robots.txt": (200, {}, b"user-agent: *\ndisallow: /no"), "/no": PAGE, "/yes": PAGE}
    fetcher = make()
    assert fetcher.get(f"{site.url}/yes").body
    with pytest.raises(InputError, match=r"/robots\.txt forbids it"):
        fetcher.get(f"{site.url}/no/1")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/yes"]


def test_robots_decide_after_a_redirect_too(site: Site) -> None:
    site.routes |= {
        "/robots.txt": (200, {}, b"user-agent: enduse\ndisallow: /no"),
        "/a": (302, {"Location": "/no"}, b""),
    }
    with pytest.raises(InputError, match=r"/robots\.txt forbids it"):
        make().get(f"{site.url}/a")
    assert site.paths == ["/a"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_site_whose_robots_cannot_be_had_is_left_alone(site: Site, status: int) -> None:
    site.routes |= {"/robots.txt": (status, {}, b""), "/a": PAGE}
    fetcher = make()
    for _ in range(2):
        with pytest.raises(InputError, match="the site is failing"):
            fetcher.get(f"{site.url}/a")
    assert len(site.asked) == 1


def test_dead_site_is_asked_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/a"
    fetcher = make()
    with pytest.raises(InputError, match="connection refused"):
        fetcher.get(url)
    with pytest.raises(InputError, match="the site is failing"):
        fetcher.get(url)


def test_large_robots_are_read_up_to_the_limit(site: Site) -> None:
    site.routes |= {"/robots.txt": (200, {}, b"user-agent: *\ndisallow: /no\n" + b"# more\n" * 200_000), "/a": PAGE}
    assert make().get(f"{site.url}/a").body


@pytest.mark.parametrize(
    ("delay", "pause"), [("", 2.0), ("crawl-delay: 7", 7.0), ("crawl-delay: 1", 2.0), ("crawl-delay: 900", 60.0)]
)
def test_site_is_given_a_pause_between_requests(site: Site, delay: str, pause: float) -> None:
    site.routes |= {"/robots.txt": (200, {}, f"user-agent: *\n{delay}".encode()), "/a": PAGE}
    clock = Clock()
    fetcher = make(clock, pause=2.0)
    fetcher.get(f"{site.url}/a")
    fetcher.get(f"{site.url}/a")
    assert clock.slept == [2.0, pause]


def test_other_site_need_not_wait(site: Site, other_site: Site) -> None:
    site.routes["/a"] = other_site.routes["/a"] = PAGE
    clock = Clock()
    fetcher = make(clock, pause=2.0)
    fetcher.get(f"{site.url}/a")
    before = len(clock.slept)
    fetcher.get(f"{other_site.url}/a")
    assert len(clock.slept) == before + 1  # between its robots.txt and its page


def busy_once(after: str) -> Any:
    answers = [(429, after), (200, "")]

    def route(handler: BaseHTTPRequestHandler) -> None:
        status, later = answers.pop(0) if len(answers) > 1 else answers[0]
        handler.send_response(status)
        if later:
            handler.send_header("Retry-After", later)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return route


@pytest.mark.parametrize("as_date", [False, True])
def test_site_that_asks_for_time_gets_it_once(site: Site, as_date: bool) -> None:
    site.routes["/a"] = busy_once(format_datetime(datetime.now(UTC) + timedelta(seconds=30)) if as_date else "30")
    clock = Clock()
    assert make(clock).get(f"{site.url}/a").changed
    assert len(clock.slept) == 1
    assert 28 <= clock.slept[0] <= 30


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"Retry-After": "3600"}, "try again in 3,600 s"),
        ({}, "try again later"),
        ({"Retry-After": "soon"}, "try again later"),
    ],
)
def test_site_that_asks_for_more_time_is_left_for_another_run(site: Site, headers: dict[str, str], told: str) -> None:
    site.routes["/a"] = (429, headers, b"")
    clock = Clock()
    with pytest.raises(InputError, match=rf"asks not to be asked so often \(429\); {told}"):
        make(clock).get(f"{site.url}/a")
    assert site.paths == ["/a"]
    assert clock.slept == []


def test_site_that_is_busy_twice_is_not_asked_a_third_time(site: Site) -> None:
    site.routes["/a"] = (503, {"Retry-After": "1"}, b"")
    with pytest.raises(InputError, match="asks not to be asked so often"):
        make().get(f"{site.url}/a")
    assert site.paths == ["/a", "/a"]


@pytest.mark.parametrize(
    ("status", "told"), [(404, "404 Not Found"), (410, "410 Gone"), (500, "500 Internal"), (799, "799")]
)
def test_other_answers_are_named(site: Site, status: int, told: str) -> None:
    site.routes["/a"] = (status, {}, b"")
    with pytest.raises(InputError, match=f"{site.url}/a: answers with {told}"):
        make().get(f"{site.url}/a")


def test_page_past_the_limit_is_refused(site: Site) -> None:
    site.routes["/a"] = (200, {}, b"a" * 2_000)
    with pytest.raises(InputError, match="is larger than"):
        make(most_bytes=1_000).get(f"{site.url}/a")
