"""Builds a finer gazetteer of a dump of GeoNames that the user has: each village, district, base and port in it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from enduse.errors import InputError, UsageError
from enduse.lexicon.gazetteer import APPLICATION, TABLES, VERSION
from enduse.lexicon.geonames import DumpRow, read_dump
from enduse.lexicon.place_names import ARTICLES, joined, words

SITES = frozenset({
    "AIRB", "AIRF", "AIRP", "AIRQ", "BDG", "CMPRF", "CSTM", "DAM", "FT", "HSP", "INSM", "MILB", "NVB", "OILF", "OILR",
    "PRN", "PRT", "PS", "PSTB",
})  # fmt: skip
"""Feature codes of GeoNames that are kept as sites: bases, airports, ports, crossings, dams, prisons, plants."""

REGIONS = frozenset({
    "ADM2", "ADM3", "ADM4", "RGN", "VAL", "MTS", "ISL", "PEN", "DSRT",
})  # fmt: skip
"""Feature codes that are kept as regions; first-level regions are in the register that ships."""


@dataclass(frozen=True, slots=True)
class GazetteerReport:
    """What a build kept: places and spellings, and by reason how many rows of the dump were left out."""

    places: int
    names: int
    left_out: Mapping[str, int]


def build_gazetteer(dump: Path, out: Path) -> GazetteerReport:
    """Make a gazetteer, one SQLite file, that open_places takes beside the register that ships.

    dump: a file of https://download.geonames.org/export/dump, such as SY.zip, UA.txt or allCountries.zip.
    out: the file to write; what is there is replaced when all is read, and stays as it was if anything fails.
    Raises InputError if the dump cannot be read, is none, or has no place to keep; UsageError if out cannot be written.
    """
    if out.exists() and (out.is_dir() or out.samefile(dump)):
        raise UsageError(f"{out} is {'a folder' if out.is_dir() else 'the dump itself'}; name another file to write")
    scratch = out.with_name(f"{out.name}.{os.getpid()}.part")
    try:
        report = _build(dump, scratch)
        scratch.replace(out)
    except (OSError, sqlite3.Error) as error:
        raise UsageError(f"{out} cannot be written ({error}); name a file in a folder that there is") from error
    finally:
        with contextlib.suppress(OSError):
            scratch.unlink(missing_ok=True)
    return report


def _build(dump: Path, scratch: Path) -> GazetteerReport:
    left_out: Counter[str] = Counter()
    with contextlib.closing(sqlite3.connect(scratch)) as base:
        base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {TABLES}")
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {VERSION}")
        for row in read_dump(dump):
            level = _level(row)
            if level is None or len(row.country) != 2:
                left_out["of no country" if level else f"feature {row.group}.{row.kind} is no place to look up"] += 1
                continue
            _insert(base, row, level)
        places, names = (base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("place", "name"))
        base.commit()
    if not places:
        raise InputError(
            str(dump), "has no town, region or site to keep; give a dump of GeoNames with features P, A, S or L"
        )
    return GazetteerReport(places, names, dict(left_out))


def _insert(base: sqlite3.Connection, row: DumpRow, level: str) -> None:
    code = f"geonames:{row.id}"
    within = f"{row.country}.{row.region.lower()}" if row.region not in {"", "00"} else row.country
    cells = (code, row.name, level, within, row.latitude, row.longitude, row.population)
    base.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", cells)
    own = set(_keys(row.name, row.plain))
    also = set(_keys(*row.other_names)) - own
    base.executemany("INSERT OR REPLACE INTO name VALUES (?, ?)", [(name, code) for name in own])
    base.executemany("INSERT OR REPLACE INTO name VALUES (?, ?)", [(name, f"~{code}") for name in also])


def _keys(*names: str) -> Iterator[str]:
    """The keys of names, with and without the article that they begin with."""
    for name in names:
        found = words(name)
        if found:
            yield joined(found, 0)[-1]
        if len(found) > 1 and found[0].key in ARTICLES:
            yield joined(found, 1)[-1]


def _level(row: DumpRow) -> str | None:
    if row.group == "P":
        return "town"
    if row.kind in REGIONS:
        return "region"
    return "site" if row.kind in SITES else None
