"""Moves many rows at once in and out of the database, each in the fastest way that it has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, func, select

from ..model import Claim, Role
from . import schema
from .words import fold, tsvector

NAMING = (
    Role.SUPPLIER, Role.RECIPIENT, Role.AGENT, Role.HOLDER, Role.PARTY, Role.BROKER, Role.FROM, Role.TO, Role.WEAPON,
    Role.ORIGIN, Role.TARGET, Role.VIA, Role.PLACE, Role.TIME, Role.CLAIMANT,
)  # fmt: skip
"""Roles whose words can be searched by themselves; those of the others are in the sentence."""

SENTENCE = "sentence"


class Inserter:
    """Writes rows and looks up what is there; the transaction it works in excludes all other writers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._postgresql = connection.dialect.name == "postgresql"
        self._last: dict[str, int] = {}

    def numbers(self, table: Table, count: int) -> range:
        """The next row numbers of a table."""
        if table.name not in self._last:
            key = table.primary_key.columns[0]
            self._last[table.name] = self._connection.execute(select(func.coalesce(func.max(key), 0))).scalar_one()
        first = self._last[table.name] + 1
        self._last[table.name] += count
        return range(first, first + count)

    def rows(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        """Add whole rows, their values in the order of the columns."""
        self._write(table.name, _names(table), rows)

    def text_words(self, texts: Sequence[tuple[int, str]]) -> None:
        """Make texts found by their words."""
        if self._postgresql:
            self._write("text_words", '"row", words', [(row, tsvector([("", text)])) for row, text in texts])
        else:
            self._write("text_words", "rowid, words", [(row, fold(text)) for row, text in texts])

    def claim_words(self, claims: Sequence[tuple[int, Claim]]) -> None:
        """Make claims found by the words of their roles and sentences."""
        if self._postgresql:
            rows = [(row, tsvector(_columns(claim))) for row, claim in claims]
            self._write("claim_words", '"row", words', rows)
            return
        names = ", ".join(f'"{name}"' for name in (*NAMING, SENTENCE))
        self._write("claim_words", f"rowid, {names}", [_columns_of_row(row, claim) for row, claim in claims])

    def known(self, table: Table, key: str, values: Sequence[str]) -> dict[str, int]:
        """Which of these values of a unique column are there, each with its row."""
        return dict(self._select(f'"{key}", "row"', table, key, values))

    def contents(self, ids: Sequence[str]) -> dict[str, set[str]]:
        """The digests under which documents of these ids are there."""
        found: dict[str, set[str]] = {}
        for id_, digest in self._select("id, digest", schema.documents, "id", ids):
            found.setdefault(id_, set()).add(digest)
        return found

    def pairs(
        self, table: Table, key: str, rows: Sequence[int], other: str, value: str = "row"
    ) -> dict[tuple[int, str], Any]:
        """What is there of these rows, by key and another column."""
        return {(a, b): c for a, b, c in self._select(f'"{key}", "{other}", "{value}"', table, key, rows)}

    def _select(self, columns: str, table: Table, key: str, values: Sequence[Any]) -> Sequence[Any]:
        if not values:
            return []
        if self._postgresql:
            found = self._connection.exec_driver_sql(
                f'SELECT {columns} FROM {table.name} WHERE "{key}" = ANY(%s)', (list(values),)
            )
        else:
            found = self._connection.exec_driver_sql(
                f'SELECT {columns} FROM {table.name} WHERE "{key}" IN (SELECT value FROM json_each(?))',
                (json.dumps(list(values)),),
            )
        return found.all()

    def _write(self, table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        if not rows:
            return
        if not self._postgresql:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(rows))
            return
        driver: Any = self._connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


@cache
def _names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


_PLACE_OF = {role: place for place, role in enumerate(NAMING, 1)}


def _columns_of_row(row: int, claim: Claim) -> tuple[Any, ...]:
    columns: list[Any] = [row, *[""] * len(NAMING), fold(claim.sentence.text)]
    for role, spans in claim.roles.items():
        if place := _PLACE_OF.get(role):
            columns[place] = fold(" | ".join([span.text for span in spans]))
    return tuple(columns)


def _columns(claim: Claim) -> list[tuple[str, str]]:
    said = [
        (f"{role}/", " | ".join([span.text for span in spans]))
        for role, spans in claim.roles.items()
        if role in _PLACE_OF
    ]
    return [*said, ("", claim.sentence.text)]
