"""Logging in and out, where the server has a file of users."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from .asked import Asking
from .people import ours, renamed
from .render import page
from .sessions import Attempts, Sessions
from .users import Users

router = APIRouter()

LONGEST = 1_000
"""Characters of a password that are looked at; hashing more would take a stranger's time on our machine."""


class Next(Asking):
    """Where to go after the login."""

    next: str | None = None


class Credentials(Asking):
    """What the form of the login sends."""

    name: str = ""
    password: str = ""
    next: str | None = None
    csrf: str = ""


@router.get("/login", summary="The form to log in (page)", response_class=HTMLResponse)
def login(request: Request, asked: Annotated[Next, Query()]) -> Response:
    """Ask for name and password."""
    if _users(request) is None:
        return RedirectResponse("/", 303)
    return page(request, "login.html", next=local(asked.next), said="")


@router.post("/login", summary="Log in", response_class=HTMLResponse, dependencies=[Depends(ours)])
def log_in(request: Request, given: Annotated[Credentials, Form()]) -> Response:
    """Begin a session with a new name, which is sent as a cookie."""
    users, attempts = _users(request), _attempts(request)
    if users is None:
        raise HTTPException(404, "this server has no file of users; nobody logs in here")
    keys = f"name {given.name[:64]}", f"address {request.client.host if request.client else ''}"
    if wait := attempts.wait(*keys):
        raise HTTPException(429, f"too many wrong passwords; try again in {wait} s", {"retry-after": str(wait)})
    user = users.checked(given.name, given.password[:LONGEST])
    if user is None:
        attempts.failed(*keys)
        return page(
            request, "login.html", status=401, next=local(given.next), said="no user has this name and this password"
        )
    attempts.forget(keys[0])
    answer = RedirectResponse(local(given.next), 303)
    _sessions(request).end(request.state.visit)
    _sessions(request).begin(renamed(request, answer), user.name)
    return answer


@router.post("/logout", summary="Log out", dependencies=[Depends(ours)])
def log_out(request: Request) -> Response:
    """End the session, if there is one."""
    _sessions(request).end(request.state.visit)
    answer = RedirectResponse("/", 303)
    renamed(request, answer)
    return answer


def local(address: str | None) -> str:
    """The address to go on to, if it is one of this server; else its first page."""
    safe = address is not None and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if safe and address and address.isprintable() else "/"


def _users(request: Request) -> Users | None:
    users: Users | None = request.app.state.users
    return users


def _attempts(request: Request) -> Attempts:
    attempts: Attempts = request.app.state.attempts
    return attempts


def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions
