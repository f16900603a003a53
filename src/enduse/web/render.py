"""Renders templates: one environment that escapes everything, with the few words that all templates share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from enduse.model.kept import KeptClaim

from . import signs
from .figures import island_file
from .parts import PARTS
from .people import CSRF_FIELD, csrf_token, user_of

HERE = Path(__file__).parent
STATIC = HERE / "static"
_UNSHOWN = re.compile("[\0\ud800-\udfff]")


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Render a template; it knows besides what it is given: request, user, csrf, settings, parts."""
    token = csrf_token(request)
    shown = environment().get_template(template).render(
        request=request, user=user_of(request), csrf=token, csrf_field=lambda: _field(token),
        settings=request.app.state.settings, parts=PARTS, **context,
    )  # fmt: skip
    return HTMLResponse(shown, status_code=status)


@cache
def environment() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(
        static=static,
        island=lambda name: static(island_file(name)),
        twin=twin,
        changed=changed,
        query_of=query_of,
        signs=signs,
        place_of=place_of,
        then=at_the_time,
    )
    made.filters.update(verbatim=verbatim, thousands=lambda number: f"{number:,}", outside=outside)
    return made


def verbatim(text: str) -> Markup:
    """Escape a text so that the browser's holds the very same characters, one for one.

    A carriage return would become a line feed; NUL and half a surrogate pair, which HTML cannot hold, become U+FFFD.
    """
    return Markup(_UNSHOWN.sub("\ufffd", str(escape(text))).replace("\r", "&#13;"))


def outside(url: str | None) -> str | None:
    """The address of a source, if it is one that a browser may be led to; None for all other schemes."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None


@cache
def static(name: str) -> str:
    """The address of a file that ships, with a mark that changes with its content."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def twin(request: Request, suffix: str) -> str:
    """The address of this page's twin: all the rows that it counts, whatever page of them is shown."""
    return request.url.path + suffix + query_of(request)


def changed(request: Request, **given: object) -> str:
    """The address of this page with other values in its query; None takes one out."""
    return request.url.path + _query(request, given)


def _field(token: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(CSRF_FIELD, token)


def place_of(kept: KeptClaim, as_of: str | None = None) -> str:
    """The address of a claim in its article, as of the time that the page is asked for."""
    id_ = kept.claim.id
    then = [("as_of", as_of)] if as_of else []
    if not kept.documents:
        return f"/claims/{id_}"
    return f"/documents/{kept.documents[0].id}?{urlencode([*then, ('claim', id_)])}#{id_}"


def at_the_time(as_of: str | None) -> str:
    """The end of an address that asks for the same time as this page."""
    return f"?{urlencode({'as_of': as_of})}" if as_of else ""


def query_of(request: Request) -> str:
    """What this page asks, without the part of the rows that it shows."""
    return _query(request, {"limit": None, "after": None})


def _query(request: Request, given: Mapping[str, object]) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if value and name not in given]
    kept += [(name, str(value)) for name, value in given.items() if value is not None]
    return f"?{urlencode(kept)}" if kept else ""
