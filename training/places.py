"""Makes the registers of regions and towns again from the lists of GeoNames: python -m training.places [FOLDER]."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from enduse.lexicon.geonames import DumpRow, read_dump
from enduse.lexicon.place_names import ARTICLES, joined, key, words
from enduse.lexicon.places import REGION_COLUMNS, TOWN_COLUMNS

from .paths import REPO, SHARED

REGISTERS = REPO / "src" / "enduse" / "data" / "registers"
GEONAMES = SHARED / "data" / "geonames"

CONFLICT = frozenset({
    "ae", "af", "al", "am", "az", "ba", "bd", "bf", "bh", "bi", "by", "cd", "cf", "ci", "cm", "co", "cy", "dj", "dz",
    "eg", "eh", "er", "et", "ge", "gn", "gw", "hr", "ht", "il", "iq", "ir", "jo", "ke", "kp", "kw", "lb", "lk", "lr",
    "ly", "ma", "md", "me", "mk", "ml", "mm", "mr", "mz", "ne", "ng", "np", "om", "pk", "ps", "qa", "rs", "ru", "rw",
    "sa", "sd", "sl", "sn", "so", "ss", "sy", "td", "tj", "tn", "tr", "ua", "ug", "ve", "xk", "ye",
})  # fmt: skip
"""Countries of conflicts since 1990 and their neighbours: every town of 15,000 is kept, with other spellings."""

SECOND_LEVEL = frozenset({
    "af", "cd", "cf", "iq", "lb", "ly", "ml", "ne", "ps", "sd", "so", "ss", "sy", "td", "ye",
})  # fmt: skip
"""Countries whose districts news names: their second-level regions are kept too, by names that a town's goes before."""

SPOKEN_OF = frozenset({
    "af", "iq", "ml", "ne", "ng", "ru", "so", "sy", "td", "ua", "ye",
})  # fmt: skip
"""Countries whose regions news calls by the bare name of their town ("Idlib", "Donetsk"); elsewhere it is the town."""

SIDES = frozenset(map(key, (
    "Central", "Northern", "Southern", "Eastern", "Western", "North", "South", "East", "West", "Northeast", "Northwest",
    "Southeast", "Southwest", "Northeastern", "Northwestern", "Southeastern", "Southwestern",
)))  # fmt: skip
"""Names of regions that by themselves say a part of something else."""

FROM = 100_000
"""Inhabitants from which a town elsewhere is kept.

Capitals are kept always, and so is a smaller town with the name of a kept one, lest that name look like the only one.
"""

_KINDS = (
    "autonomous oblast|oblast|province|governorate|region|district|krai|kray|republic|state|department"
    "|county|prefecture|republic of|muhafazat|mintaqat|provincia de|departamento de|circonscription de|cercle de|cercle"
    "|department of"
)
_BEFORE = re.compile(rf"^(?:{_KINDS})\s+", re.IGNORECASE)
_BEHIND = re.compile(rf"\s+(?:{_KINDS})['’ʼ]?$", re.IGNORECASE)
_GEONAMES = """\
# {what}. Tabs between cells.
#
# id      that of GeoNames. within: what it lies in. lat, lon: to a hundredth of a degree. population: 0 where not told
# names   what it is called, also: what it is called if nothing else is called that; both as enduse spells names,
#         without spaces (`key` of enduse.lexicon.place_names), divided by "; ", - for none
#
# Made by `python -m training.places` from the lists of GeoNames (https://www.geonames.org, CC BY 4.0), whose newest
# town is of {date}; corrections made here are lost then: make them in place_spellings.tsv or places_extra.tsv.
"""


def regions(folder: Path) -> Iterator[list[str]]:
    """The rows of regions.tsv: first-level regions of all countries, second-level ones of some."""
    bare = _town_names(folder)
    for cells in _cells(folder / "admin1CodesASCII.txt"):
        code = cells[0].lower()
        names = _spelled(code[:2], cells[1], cells[2])
        town = {name for name in names if name in bare.get(code, ()) or name in bare.get(code[:2], ())}
        yield _region(code, cells[1], code[:2], [name for name in names if name not in town], list(town))
    for cells in _cells(folder / "admin2Codes.txt"):
        code = cells[0].lower()
        if code[:2] in SECOND_LEVEL:
            names = _spelled(code[:2], cells[1], cells[2])
            yield _region(code, cells[1], code.rpartition(".")[0], [], names)


def _region(code: str, name: str, within: str, names: list[str], also: list[str]) -> list[str]:
    return [code, name, within, "; ".join(names) or "-", "; ".join(sorted(also)) or "-"]


def _town_names(folder: Path) -> dict[str, set[str]]:
    """By region the names that stand for a town of it, and by country those that stand for its capital."""
    names: dict[str, set[str]] = {}
    for row in read_dump(folder / "cities15000.txt"):
        if row.kind == "PPLC" or row.country not in SPOKEN_OF:
            holder = row.country if row.kind == "PPLC" else f"{row.country}.{row.region.lower()}"
            names.setdefault(holder, set()).update(_spelled(row.country, row.name, row.plain), _other(row, []))
    return names


def towns(folder: Path) -> Iterator[list[str]]:
    """The rows of towns.tsv, the largest first."""
    known = {cells[0].lower() for cells in _cells(folder / "admin1CodesASCII.txt")}
    rows = list(read_dump(folder / "cities15000.txt"))
    taken = {name for row in rows if _is_kept(row) for name in _spelled(row.country, row.name, row.plain)}
    kept = [row for row in rows if _is_kept(row) or taken & {key(row.name), key(row.plain)}]
    for row in sorted(kept, key=lambda row: (-row.population, row.id)):
        region = f"{row.country}.{row.region.lower()}"
        names = _spelled(row.country, row.name, row.plain)
        other = _other(row, names) if row.country in CONFLICT else []
        yield [
            f"geonames:{row.id}", row.name, region if region in known else row.country, f"{row.latitude:.2f}",
            f"{row.longitude:.2f}", str(row.population), "; ".join(names), "; ".join(other) or "-",
        ]  # fmt: skip


def _is_kept(row: DumpRow) -> bool:
    return row.country in CONFLICT or row.population >= FROM or row.kind == "PPLC"


def _spelled(country: str, *names: str) -> list[str]:
    """The keys of a place's own names, with and without the article and the word for its kind."""
    keys: dict[str, None] = {}
    for name in names:
        keys[key(name)] = None
        bare = _BEHIND.sub("", _BEFORE.sub("", name))
        keys[key(bare)] = None
        found = words(bare)
        if country in CONFLICT and len(found) > 1 and found[0].key in ARTICLES:
            keys[joined(found, 1)[-1]] = None
    return [spelled for spelled in keys if spelled and spelled not in SIDES]


def _other(row: DumpRow, own: list[str]) -> list[str]:
    """The keys of other spellings in Latin letters; codes of airports and spellings in small letters are left out."""
    keys: dict[str, None] = {}
    for name in row.other_names:
        code = len(name) <= 3 and name.isupper()
        if code or not (name[0].isupper() or not name[0].isalpha()):
            continue
        for spelled in _spelled(row.country, name):
            if spelled.isascii() and len(spelled) > 2 and spelled not in own:
                keys[spelled] = None
    return list(keys)


def _cells(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").split("\n")[:-1]:
        yield line.split("\t")


def _changed(folder: Path) -> str:
    """The day on which the newest row was changed, the date of the dump."""
    return max(cells[18] for cells in _cells(folder / "cities15000.txt"))


def write(path: Path, what: str, columns: Iterable[str], rows: Iterable[list[str]], date: str) -> None:
    """Write one register."""
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text(_GEONAMES.format(what=what, date=date) + "\n".join(lines) + "\n", "utf-8")
    print(f"{path.name}: {len(lines) - 1:,} rows, {path.stat().st_size:,} bytes")


def main(folder: Path = GEONAMES, registers: Path = REGISTERS) -> None:
    """Write both registers."""
    date = _changed(folder)
    write(registers / "regions.tsv", "Regions, first-level ones and districts", REGION_COLUMNS, regions(folder), date)
    write(registers / "towns.tsv", "Towns, the largest first", TOWN_COLUMNS, towns(folder), date)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
