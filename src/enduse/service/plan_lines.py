"""Writes plans, what changed of them, truces and spells as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from enduse.export.record import json_line
from enduse.model.plan import News, Plan
from enduse.model.truce import Truce

from .truces import Held


def plan_lines(plans: Iterable[Plan]) -> Iterator[str]:
    """One plan a line, with the word that labels it."""
    for plan in plans:
        yield as_line({"word": plan.word, **asdict(plan)})


def news_lines(news: Iterable[News]) -> Iterator[str]:
    """One change a line."""
    return (as_line(asdict(one)) for one in news)


def truce_lines(truces: Iterable[Truce]) -> Iterator[str]:
    """One truce a line."""
    return (as_line(asdict(truce)) for truce in truces)


def held_line(held: Held) -> str:
    """How long truces held as one line."""
    return as_line({
        "spells": [asdict(spell) for spell in held.spells], "steps": [asdict(step) for step in held.steps],
        "median": held.median, "left_out": held.left_out,
    })  # fmt: skip


def as_line(record: dict[str, Any]) -> str:
    """A record on one line, its days as they are written in ISO 8601."""
    return json_line(json.loads(json.dumps(record, default=str))) + "\n"
