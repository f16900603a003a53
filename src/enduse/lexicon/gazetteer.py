"""Looks places up in a gazetteer that a user made of a GeoNames dump: one SQLite file, opened and not read in."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ..errors import SourceError

APPLICATION = 0x656E6475
"""Application id of the SQLite file: the letters "endu"."""

VERSION = 1
"""Version of its tables."""

TABLES = """
CREATE TABLE place (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, within TEXT NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE name (key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
"""


class Gazetteer:
    """An open gazetteer; it may be used from one process only."""

    def __init__(self, path: Path) -> None:
        """Open it for reading.

        Raises SourceError if there is no such file, or if it is no gazetteer of this version.
        """
        self._path = path
        try:
            self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            found = [self._base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        except sqlite3.Error as error:
            raise SourceError(f"gazetteer {path} cannot be read ({error}); build it from a GeoNames dump") from error
        if found != [APPLICATION, VERSION]:
            raise SourceError(f"{path} is no gazetteer of this version of enduse; build it again from a GeoNames dump")

    def ids(self, spelled: str) -> tuple[str, ...]:
        """The ids of the places with a key, "~" before those that are only also spelled so; empty when none."""
        return tuple(row[0] for row in self._rows("SELECT id FROM name WHERE key = ?", spelled))

    def cells(self, code: str) -> tuple[str, ...] | None:
        """The level of a place and its cells: id, name, within, lat, lon, population; None when it is not here."""
        fields = "level, id, name, within, lat, lon, population"
        rows = self._rows(f"SELECT {fields} FROM place WHERE id = ?", code)
        return tuple(map(str, rows[0])) if rows else None

    def _rows(self, query: str, value: str) -> list[tuple[str, ...]]:
        try:
            return self._base.execute(query, (value,)).fetchall()
        except sqlite3.Error as error:
            raise SourceError(f"gazetteer {self._path} cannot be read ({error}); build it again") from error
