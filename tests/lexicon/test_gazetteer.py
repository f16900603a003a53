"""A gazetteer is looked up by key and id, and a file that is none is refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from enduse.errors import SourceError
from enduse.lexicon.gazetteer import APPLICATION, TABLES, VERSION, Gazetteer


def made(path: Path, version: int = VERSION) -> Path:
    with closing(sqlite3.connect(path)) as base:
        base.executescript(f"{TABLES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {version};")
        base.execute("INSERT INTO place VALUES ('geonames:7', 'Brezova', 'town', 'av.03', 48.5, 17.25, 1200)")
        base.execute("INSERT INTO name VALUES ('brezova', 'geonames:7')")
        base.commit()
    return path


def test_place_is_found_by_key_and_id(tmp_path: Path) -> None:
    gazetteer = Gazetteer(made(tmp_path / "own.gazetteer"))
    assert gazetteer.ids("brezova") == ("geonames:7",)
    assert gazetteer.ids("averna") == ()
    assert gazetteer.cells("geonames:7") == ("town", "geonames:7", "Brezova", "av.03", "48.5", "17.25", "1200")
    assert gazetteer.cells("geonames:8") is None


def test_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        Gazetteer(tmp_path / "none")
    text = tmp_path / "text"
    text.write_text("no database " * 200, "utf-8")
    with pytest.raises(SourceError, match="cannot be read"):
        Gazetteer(text)
    with pytest.raises(SourceError, match="no gazetteer of this version"):
        Gazetteer(made(tmp_path / "newer", VERSION + 1))
