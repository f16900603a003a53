"""The table of the pages: where each is built, and what the bar on top calls it."""

from __future__ import annotations

import importlib
from typing import NamedTuple

from fastapi import APIRouter


class Part(NamedTuple):
    """A module with a `router`, and the address and word of its entry in the bar; none if both are empty."""

    module: str
    address: str = ""
    word: str = ""


HOME = "/overview"
"""Where the bare address leads."""

PARTS = (
    Part("enduse.web.overview", "/overview", "Overview"),
    Part("enduse.web.claims", "/claims", "Claims"),
    Part("enduse.web.review", "/review", "Review"),
    Part("enduse.web.events", "/events", "Events"),
    Part("enduse.web.flows", "/flows", "Flows"),
    Part("enduse.web.plans", "/plans", "Plans"),
    Part("enduse.web.ceasefires", "/ceasefires", "Ceasefires"),
    Part("enduse.web.timeline", "/timeline", "Timeline"),
    Part("enduse.web.map", "/map", "Map"),
    Part("enduse.web.contradictions", "/contradictions", "Contradictions"),
    Part("enduse.web.trace", "/trace", "Trace"),
    Part("enduse.web.documents", "/documents", "Documents"),
    Part("enduse.web.search", "/search", "Search"),
    Part("enduse.web.relays"),
    Part("enduse.web.curve"),
    Part("enduse.web.precedents"),
    Part("enduse.web.checklist"),
    Part("enduse.web.grades"),
    Part("enduse.web.login"),
    Part("enduse.web.agreement"),
    Part("enduse.web.registers"),
)
"""Each page in the order of the bar. A new page is a module and a line here."""


def routers() -> list[APIRouter]:
    """Import all pages."""
    return [importlib.import_module(part.module).router for part in PARTS]
