"""Who is asking, what that person may do, and whether a form came from a page of ours."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, HTTPException, Request, Response

CSRF_FIELD, CSRF_HEADER = "csrf", "X-CSRF-Token"
COOKIE = "enduse_visit"


class Right(StrEnum):
    """What a user may do; each may do what those before it may."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class User:
    """A person at the workbench; all decisions are signed with the name."""

    name: str
    right: Right

    def may(self, right: Right) -> bool:
        """Whether the user may do what this right allows."""
        return list(Right).index(self.right) >= list(Right).index(right)


def user_of(request: Request) -> User | None:
    """Who is asking; None where a user must log in first."""
    user: User | None = request.state.user
    return user


def new_visit(*, https: bool) -> tuple[str, str]:
    """A name for a visit that nobody can guess, and the cookie that keeps it with the browser."""
    name = secrets.token_urlsafe(24)
    return name, f"{COOKIE}={name}; Path=/; HttpOnly; SameSite=Strict{'; Secure' * https}"


def renamed(request: Request, answer: Response) -> str:
    """Give the visit another name, so that nobody who knew the old one is let in with it; returns the new one."""
    name, cookie = new_visit(https=request.app.state.settings.https)
    answer.headers.append("set-cookie", cookie)
    return name


def csrf_token(request: Request) -> str:
    """What a form of this visitor must send back, so that no other site can send it in their name."""
    secret: bytes = request.app.state.secret
    return hmac.new(secret, str(request.state.visit).encode(), hashlib.sha256).hexdigest()


def reader(request: Request) -> User:
    """The user, who may read; refuses everybody else."""
    return _who(request, Right.READ)


async def reviewer(request: Request) -> User:
    """The user, who may decide, by a form or a call that came from a page of ours; refuses everybody else."""
    user = _who(request, Right.REVIEW)
    if request.app.state.settings.read_only:
        raise HTTPException(403, "this server is read-only; nothing can be decided here")
    await ours(request)
    return user


async def ours(request: Request) -> None:
    """Refuse what does not come from a page that this visit was given."""
    sent = request.headers.get(CSRF_HEADER)
    if sent is None and "form" in request.headers.get("content-type", ""):
        sent = str((await request.form()).get(CSRF_FIELD, ""))
    if not hmac.compare_digest((sent or "").encode("utf-8", "replace"), csrf_token(request).encode()):
        raise HTTPException(403, "this form is too old or came from elsewhere; open the page again and repeat it")


Reader = Annotated[User, Depends(reader)]
Reviewer = Annotated[User, Depends(reviewer)]


def _who(request: Request, right: Right) -> User:
    user = user_of(request)
    if user is None:
        raise HTTPException(401, "log in first")
    if not user.may(right):
        raise HTTPException(403, f"{user.name} may {user.right}, not {right}; ask an admin of this server")
    return user
