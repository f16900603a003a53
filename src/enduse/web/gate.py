"""Stands before all pages: refuses foreign hosts, finds out who asks, and adds the headers that keep pages safe."""

from __future__ import annotations

import re
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .people import COOKIE, Right, User
from .settings import LOOPBACK, Settings

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'",
    "font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
"""No script, style, frame, font or request but from this server, and none written inside a page."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_VISIT = re.compile(r"[\w-]{22,64}")


class Gate:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._hosts = {*LOOPBACK, settings.host, *settings.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        new = self._greet(scope, headers)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    given[name] = value
                if not scope["path"].startswith("/static/"):
                    given.setdefault("cache-control", "no-store")
                if new is not None:
                    given.append("set-cookie", f"{COOKIE}={new}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        refusal = self._refusal(scope, headers)
        await (refusal or self._app)(scope, receive, answer)

    def _greet(self, scope: Scope, headers: Headers) -> str | None:
        """Say in the request's state who is asking; returns the visit's name if it is a new one."""
        visit = _cookie(headers.get("cookie", ""))
        new = secrets.token_urlsafe(24) if visit is None else None
        scope.setdefault("state", {})
        scope["state"]["visit"] = visit or new
        scope["state"]["user"] = User(self._settings.reviewer, Right.ADMIN)
        return new

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = _host(headers.get("host", ""))
        if host not in self._hosts:
            return PlainTextResponse(
                "this server does not go by that name; name it with --allow-host if it should\n", 400
            )
        if scope["method"] not in {"GET", "HEAD", "OPTIONS"}:
            site, origin = headers.get("sec-fetch-site", "same-origin"), headers.get("origin")
            if site not in {"same-origin", "none"} or (origin is not None and _host(_netloc(origin)) != host):
                return PlainTextResponse("this was sent from another site\n", 403)
        return None


def _cookie(header: str) -> str | None:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel is not None and _VISIT.fullmatch(morsel.value) else None


def _host(netloc: str) -> str:
    try:
        return urlsplit(f"//{netloc}").hostname or ""
    except ValueError:
        return ""


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
