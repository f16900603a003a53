"""Fetches one URL as a considerate guest: robots.txt, a pause for each site, bounded time and size, public hosts."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urljoin

from enduse.errors import InputError

from .address import Address, parse_url, resolve
from .exchange import Answer, Bounds, ask
from .robots import MOST_BYTES, NOTHING, Robots, parse_robots

AGENT = "enduse"
"""The name that robots.txt may speak of."""

_REDIRECTS = {301, 302, 303, 307, 308}
_LATER = {429, 503}
_MOST_SITES = 1_000


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What a fetch may take. The defaults suit news sites.

    seconds: for one URL with its redirects, without the pauses; most_bytes: of one page, unpacked.
    pause: seconds between two requests to one site, more if its robots.txt asks for more, up to most_wait.
    most_wait: seconds that are waited when a site asks to; beyond it the URL is left for another run.
    private: whether this machine and local networks may be asked.
    """

    seconds: float = 30.0
    most_bytes: int = 16 * 1024 * 1024
    redirects: int = 5
    pause: float = 2.0
    most_wait: float = 60.0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site gives with a page so that it need not send it again: the headers ETag and Last-Modified."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a URL gave.

    url: where the page was found, after redirects; asked: the URL that was asked for.
    changed: False if it is as it was when the validators were given; then there is no body.
    kind: media type in lower case, empty if none is told; charset: as the header tells it.
    """

    url: str
    asked: str
    changed: bool
    body: bytes
    kind: str
    charset: str | None
    validators: Validators
    retrieved_at: datetime


class Fetcher:
    """Fetches URLs one after the other; remembers each site's robots.txt and when it was last asked."""

    def __init__(
        self,
        rules: FetchRules | None = None,
        *,
        agent_version: str = "",
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.rules = rules or FetchRules()
        self._agent = f"{AGENT}/{agent_version}" if agent_version else AGENT
        self._clock, self._sleep = clock, sleep
        self._robots: dict[str, Robots] = {}
        self._next: dict[str, float] = {}

    def get(self, url: str, known: Validators | None = None) -> Page:
        """Fetch a URL, following redirects.

        known: what an earlier fetch of the same URL gave; with it the site may say that nothing has changed.
        Raises InputError if the URL may not be asked, the site does not want it, or no whole page comes.
        """
        asked, left, waited = parse_url(url).url, self.rules.seconds, False
        address, hops = parse_url(url), 0
        while True:
            self._ask_leave(address)
            answer, spent = self._timed(address, _conditions(known), left, self.rules.most_bytes)
            left -= spent
            if answer.status in _REDIRECTS and (place := answer.headers.get("Location")):
                hops += 1
                if hops > self.rules.redirects:
                    raise InputError(asked, f"redirects more than {self.rules.redirects} times; check the address")
                address = self._redirected(asked, address, place)
            elif answer.status in _LATER and not waited and self._may_wait(address, answer):
                waited = True
            else:
                return self._page(asked, address, answer)

    def _redirected(self, asked: str, address: Address, place: str) -> Address:
        try:
            return parse_url(urljoin(address.url, place.strip()))
        except (InputError, ValueError) as error:
            raise InputError(asked, f"redirects to what is not fetched: {error}") from error

    def _timed(
        self, address: Address, headers: Mapping[str, str], left: float, most_bytes: int, *, cut: bool = False
    ) -> tuple[Answer, float]:
        """One request, as soon as the site's pause is over; the pause does not count as time spent."""
        now = self._clock()
        if (wait := self._next.get(address.site, now) - now) > 0:
            self._sleep(wait)
        started = time.monotonic()
        bounds = Bounds(started + left, most_bytes, self.rules.seconds, cut)
        all_headers = {"User-Agent": self._agent, "Accept": "text/html, application/xml;q=0.9, */*;q=0.5", **headers}
        try:
            answer = ask(address, resolve(address, private=self.rules.private), all_headers, bounds)
        finally:
            delay = self._robots[address.site].delay if address.site in self._robots else 0.0
            self._rest(address, max(self.rules.pause, min(delay, self.rules.most_wait)))
        return answer, time.monotonic() - started

    def _rest(self, address: Address, seconds: float) -> None:
        now = self._clock()
        if len(self._next) >= _MOST_SITES:
            self._next = {site: until for site, until in self._next.items() if until > now}
        self._next[address.site] = now + seconds

    def _ask_leave(self, address: Address) -> None:
        """Read the site's robots.txt if it is not known; raises InputError if it does not want the page fetched."""
        if address.site not in self._robots:
            if len(self._robots) >= _MOST_SITES:
                self._robots.clear()
            self._robots[address.site] = NOTHING  # what holds if the next line fails: a dead site is asked once a run
            self._robots[address.site] = self._read_robots(address)
        robots = self._robots[address.site]
        if robots is NOTHING:
            what = "may not be fetched: the site's robots.txt cannot be had, for the site is failing; try again later"
            raise InputError(address.url, what)
        if not robots.allows(address.target):
            raise InputError(address.url, f"may not be fetched: {address.site}/robots.txt forbids it; leave it out")

    def _read_robots(self, address: Address) -> Robots:
        """A site that says it has none allows all; one that is failing or cannot be reached allows nothing."""
        place = parse_url(f"{address.site}/robots.txt")
        for _ in range(self.rules.redirects + 1):
            answer, _ = self._timed(place, {}, self.rules.seconds, MOST_BYTES, cut=True)
            if answer.status in _REDIRECTS and (target := answer.headers.get("Location")):
                place = self._redirected(place.url, place, target)
                continue
            if answer.status == HTTPStatus.OK:
                return parse_robots(answer.body, AGENT)
            return NOTHING if answer.status >= 500 or answer.status == 429 else Robots()
        return Robots()

    def _may_wait(self, address: Address, answer: Answer) -> bool:
        """Put the site's next turn as far off as it asks for, if that is not too far."""
        seconds = _retry_after(answer)
        if seconds is None or seconds > self.rules.most_wait:
            return False
        self._rest(address, max(seconds, self.rules.pause))
        return True

    def _page(self, asked: str, address: Address, answer: Answer) -> Page:
        if answer.status in _LATER:
            seconds = _retry_after(answer)
            when = f"in {seconds:,.0f} s" if seconds is not None else "later"
            raise InputError(asked, f"asks not to be asked so often ({answer.status}); try again {when}")
        if answer.status not in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            raise InputError(asked, f"answers with {_named(answer.status)}; check the address")
        headers = answer.headers
        validators = Validators(_header(headers.get("ETag")), _header(headers.get("Last-Modified")))
        charset = headers.get_content_charset()
        kind = headers.get_content_type() if headers.get("Content-Type") else ""
        changed = answer.status == HTTPStatus.OK
        return Page(address.url, asked, changed, answer.body, kind, charset, validators, datetime.now(UTC))


def _conditions(known: Validators | None) -> dict[str, str]:
    if known is None:
        return {}
    pairs = (("If-None-Match", _header(known.etag)), ("If-Modified-Since", _header(known.modified)))
    return {name: value for name, value in pairs if value}


def _header(value: str | None) -> str | None:
    """A header's value if it can be sent back as it is: printable ASCII on one line, and not endless."""
    value = (value or "").strip()
    return value if value and len(value) <= 500 and value.isascii() and value.isprintable() else None


def _retry_after(answer: Answer) -> float | None:
    """Seconds that the site asks to wait; None if it does not say."""
    value = (answer.headers.get("Retry-After") or "").strip()
    if value.isdecimal() and len(value) < 10:
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError):
        return None
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
