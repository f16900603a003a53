"""What the drawings of the pages have in common: their JSON, and the files that draw it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fastapi.responses import JSONResponse

_FOLDER = Path(__file__).parent / "static" / "islands"


@dataclass(frozen=True, slots=True)
class Left:
    """What a drawing leaves out: how many, why, and the page of them."""

    count: int
    reason: str
    href: str | None = None


@cache
def island_file(name: str) -> str:
    """The file of an entry of the drawings' build, such as islands.js; its name changes with its content."""
    entries = json.loads((_FOLDER / "manifest.json").read_text(encoding="utf-8"))["entries"]
    return f"islands/{entries[name]}"


def figure(
    island: str, title: str, description: str, searched: str, *, left_out: Iterable[Left] = (), **own: Any
) -> JSONResponse:  # fmt: skip
    """The JSON of a drawing. searched: what was looked through, for a drawing that stays empty must say so."""
    told = [asdict(left) for left in left_out if left.count]
    return JSONResponse({
        "island": island, "title": title, "description": description, "searched": searched, "href": None,
        "left_out": told, **own,
    })  # fmt: skip
