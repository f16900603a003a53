"""Gives the grades that people have given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from ..model.record import Grading
from . import schema
from .live import standing


def gradings_of_claims(
    connection: Connection, ids: Sequence[str], as_of: str | None = None
) -> dict[str, tuple[Grading, ...]]:
    """The live gradings of these claims themselves, in order of when they were given."""
    found: dict[str, tuple[Grading, ...]] = {}
    for grading in _gradings(connection, schema.gradings.c.target.in_(ids), as_of):
        found[grading.target] = (*found.get(grading.target, ()), grading)
    return found


def gradings_like(connection: Connection, prefix: str, as_of: str | None = None) -> list[Grading]:
    """The live gradings of all targets whose ids begin so, in order of when they were given."""
    target = schema.gradings.c.target
    return _gradings(connection, (target >= prefix) & (target < prefix + "~"), as_of)


def _gradings(connection: Connection, which: ColumnElement[bool], as_of: str | None) -> list[Grading]:
    table = schema.gradings
    asked = select(table).where(which, *standing(table, as_of)).order_by(table.c.at, table.c.id)
    return [_grading(row) for row in connection.execute(asked)]


def _grading(row: Any) -> Grading:
    return Grading(
        row.target, tuple(json.loads(row.claims)), row.reliability, row.credibility, row.by, row.at, row.why
    )  # fmt: skip
