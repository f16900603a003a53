"""What all drawings have in common."""

from __future__ import annotations

import json

from enduse.web.figures import Left, figure, island_file
from enduse.web.render import STATIC


def test_files_of_the_drawings_are_there() -> None:
    assert all((STATIC / island_file(name)).is_file() for name in ("islands.js", "islands.css"))


def test_what_is_left_out_is_told_only_where_something_is() -> None:
    made = json.loads(bytes(figure("map", "A", "b", "c", left_out=[Left(0, "x"), Left(2, "y", "/z")], places=[]).body))
    assert made["left_out"] == [{"count": 2, "reason": "y", "href": "/z"}]
    assert (made["island"], made["searched"], made["places"]) == ("map", "c", [])
