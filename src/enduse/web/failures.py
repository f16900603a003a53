"""Turns what goes wrong into a page or a line of JSON, with the status that its error has."""

from __future__ import annotations

import re
from typing import cast
from urllib.parse import urlencode

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as StarletteHTTPException

from enduse.errors import EnduseError

from .render import page

WORDS = {
    400: "This cannot be asked", 401: "Log in first", 403: "This is not allowed", 404: "Nothing is here",
    405: "This cannot be done here", 409: "Somebody was faster", 422: "This cannot be asked",
    429: "Too many attempts", 503: "The ledger cannot be read",
}  # fmt: skip


def add_failures(app: FastAPI) -> None:
    """Have all errors that are raised on purpose answered."""
    app.add_exception_handler(EnduseError, _enduse)
    app.add_exception_handler(StarletteHTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


def _enduse(request: Request, error: Exception) -> Response:
    return _told(request, cast(EnduseError, error).http_status, str(error))


def _http(request: Request, error: Exception) -> Response:
    found = cast(HTTPException, error)
    if found.status_code == 404 and found.detail == "Not Found":
        return _told(request, 404, "no page has this address")
    return _told(request, found.status_code, str(found.detail), dict(found.headers or {}))


def _invalid(request: Request, error: Exception) -> Response:
    said = "; ".join(
        f"{'.'.join(str(part) for part in problem['loc'][1:]) or problem['loc'][0]}: {problem['msg']}"
        for problem in cast(RequestValidationError, error).errors()
    )
    return _told(request, 422, said)


def _told(request: Request, status: int, said: str, headers: dict[str, str] | None = None) -> Response:
    said = re.sub("[\ud800-\udfff]", "\ufffd", said)
    if status == 401 and request.method == "GET" and request.app.state.users and _wants_page(request):
        return RedirectResponse(f"/login?{urlencode({'next': request.url.path + _query(request)})}", 303)
    if _wants_page(request):
        response: Response = page(
            request, "failure.html", status=status, heading=WORDS.get(status, "This went wrong"), said=said
        )
    else:
        response = JSONResponse({"error": said}, status)
    response.headers.update(headers or {})
    return response


def _wants_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "") and not request.url.path.endswith((".json", ".csv"))


def _query(request: Request) -> str:
    return f"?{request.url.query}" if request.url.query else ""
