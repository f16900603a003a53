"""Stands before all pages: refuses foreign hosts, finds out who asks, and adds the headers that keep pages safe."""

from __future__ import annotations

import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from enduse.errors import EnduseError

from .people import COOKIE, Right, User, new_visit
from .sessions import Sessions
from .settings import LOOPBACK, Settings
from .users import NAME, Users

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'",
    "font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
"""No script, style, frame, font or request but from this server, and none written inside a page."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer a browser sends a form with the origin "null"
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LONGEST = 1_000_000
"""Bytes that a request may send: a decision with its reason takes some hundreds."""

_NAME = re.compile(r"[\w-]{22,64}")


class Gate:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, settings: Settings, users: Users | None, sessions: Sessions) -> None:
        self._app, self._settings, self._users, self._sessions = app, settings, users, sessions
        self._hosts = {*LOOPBACK, settings.host, *settings.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        visit, cookie = _visit(headers.get("cookie", "")), None
        if visit is None:
            visit, cookie = new_visit(https=self._settings.https)
        refusal = self._refusal(scope, headers)
        try:
            user = None if refusal else self._user(scope, headers, visit)
        except EnduseError as error:
            user, refusal = None, PlainTextResponse(f"{error}\n", 503)
        scope["state"] = {**scope.get("state", {}), "visit": visit, "user": user}

        bare = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET"} if bare else scope  # what GET answers, without the body

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), cookie, kept=scope["path"].startswith("/static/"))
            elif bare:
                message = {**message, "body": b""}
            await send(message)

        await (refusal or self._app)(inner, receive, answer)

    def _user(self, scope: Scope, headers: Headers, visit: str) -> User | None:
        """Who is asking: whom the proxy names, who logged in, or, where there is neither, who started the server."""
        settings = self._settings
        if settings.proxy_header is not None:
            named = headers.getlist(settings.proxy_header)
            if (scope.get("client") or ("",))[0] not in settings.proxies or len(named) != 1:
                return None
            known = self._users.user(named[0]) if self._users else None
            return known or (User(named[0], Right(settings.proxy_right)) if NAME.fullmatch(named[0]) else None)
        if self._users is None:
            return User(settings.reviewer, Right.ADMIN)
        name = self._sessions.name(visit)
        return self._users.user(name) if name is not None else None

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = _host(headers.get("host", ""))
        if host not in self._hosts:
            return PlainTextResponse("this server goes by another name; add this one with --allow-host\n", 400)
        if scope["method"] not in {"GET", "HEAD", "OPTIONS"}:
            return _refused(headers)
        return None


def _refused(headers: Headers) -> PlainTextResponse | None:
    """Why what a request sends is not taken: it comes from another site, or is too long."""
    site, origin = headers.get("sec-fetch-site", "same-origin"), headers.get("origin")
    if site not in {"same-origin", "none"} or (origin is not None and _netloc(origin) != headers["host"].lower()):
        return PlainTextResponse("this was sent from another site\n", 403)
    length = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not length.isdecimal():
        return PlainTextResponse("how long this is must be said before it is sent\n", 411)
    if int(length) > LONGEST:
        return PlainTextResponse(f"this is longer than {LONGEST:,} bytes\n", 413)
    return None


def _add(given: MutableHeaders, cookie: str | None, *, kept: bool) -> None:
    for name, value in HEADERS.items():
        given[name] = value
    if not kept:
        given.setdefault("cache-control", "no-store")
    if cookie is not None and "set-cookie" not in given:
        given.append("set-cookie", cookie)


def _visit(header: str) -> str | None:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel is not None and _NAME.fullmatch(morsel.value) else None


def _host(netloc: str) -> str:
    try:
        return urlsplit(f"//{netloc}").hostname or ""
    except ValueError:
        return ""


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
