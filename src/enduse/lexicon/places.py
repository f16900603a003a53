"""Opens the register of places on first use: countries, regions, towns, and what news names beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple, Protocol

from ..errors import SourceError
from .gazetteer import Gazetteer
from .place_names import key
from .tables import read_lines, read_rows

COUNTRY_COLUMNS = ("id", "name", "names", "adjectives", "basis")
REGION_COLUMNS = ("id", "name", "within", "names", "also")
TOWN_COLUMNS = ("id", "name", "within", "lat", "lon", "population", "names", "also")
EXTRA_COLUMNS = ("id", "name", "level", "within", "names", "also", "basis")
SPELLING_COLUMNS = ("id", "name", "add", "drop", "basis")

LEVELS = ("country", "region", "town", "site")
WORLD = "world"
"""What lies in no country lies in this: seas, and regions of several countries."""

_ID = re.compile(r"[a-z]{2}|[a-z]{2}(\.[a-z0-9]+){1,2}|geonames:\d+|([a-z]{2}|world):[a-z0-9_]+")
_WEAK = "~"


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region, town or site.

    within: what it lies in: a region, a country, or "world". district: whether it is a region of the second level.
    population: 0 where not told; lat and lon are None for what is no point.
    """

    id: str
    name: str
    level: str
    within: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0

    @property
    def district(self) -> bool:
        """Whether it is a region inside a region."""
        return self.level == "region" and self.id.count(".") == 2


class Named(NamedTuple):
    """What a key stands for: the ids of places that are called so, or of those that are also spelled so."""

    ids: tuple[str, ...]
    only_also: bool


class _Finer(Protocol):
    """More places than ours, by key and by id: a user's gazetteer."""

    def ids(self, spelled: str) -> tuple[str, ...]: ...
    def cells(self, code: str) -> tuple[str, ...] | None: ...


@dataclass(frozen=True, slots=True)
class PlaceRegister:
    """Places by id, what every spelling stands for, and the adjectives of countries.

    rows: by id the level of a place and its cells as in the file; read them with place().
    index: by key the ids, a space between them, "~" before one that is only also spelled so; read it with named().
    finer: a user's own gazetteer, asked beside it.
    """

    rows: Mapping[str, tuple[str, str]]
    index: Mapping[str, str]
    adjectives: Mapping[str, str]
    finer: _Finer | None = None
    _read: dict[str, Place] = field(default_factory=dict, repr=False, compare=False)

    def named(self, spelled: str) -> Named | None:
        """What a key stands for; None when nothing."""
        known = self.index.get(spelled)
        finer = self.finer.ids(spelled) if self.finer else ()
        if known is None and not finer:
            return None
        ids = [*(known or "").split(), *finer]
        own = tuple(dict.fromkeys(code for code in ids if code[0] != _WEAK))
        return Named(own, False) if own else Named(tuple(dict.fromkeys(code[1:] for code in ids)), True)

    def place(self, code: str) -> Place:
        """The place with an id.

        Raises KeyError for an id that neither the register nor the gazetteer has.
        """
        place = self._read.get(code)
        if place is None:
            place = self._read[code] = self._made(code)
        return place

    def _made(self, code: str) -> Place:
        row = self.rows.get(code)
        if row is not None:
            return _place(*row)
        cells = self.finer.cells(code) if self.finer else None
        if cells is None:
            raise KeyError(code)
        return _place(cells[0], "\t".join(cells[1:]))

    def country_of(self, code: str) -> str:
        """The id of the country that a place lies in; "world" where it lies in none or in several."""
        while len(code) != 2 and code != WORLD:
            code = self.place(code).within
        return code

    def lies_in(self, code: str, other: str) -> bool:
        """Whether a place lies in another, or is it; known by what each row says that it lies in."""
        while code != other:
            if code == WORLD:
                return False
            code = self.place(code).within
        return True


def _place(level: str, line: str) -> Place:
    cells = line.split("\t")
    if level == "country":
        return Place(cells[0], cells[1], level, WORLD)
    if len(cells) < len(TOWN_COLUMNS) - 2:
        return Place(cells[0], cells[1], level, cells[2])
    return Place(cells[0], cells[1], level, cells[2], float(cells[3]), float(cells[4]), int(cells[5]))


@cache
def open_places(own: Path | None = None, gazetteer: Path | None = None) -> PlaceRegister:
    """Open the register that ships with enduse.

    own: a user's file in the form of places_extra.tsv, laid over ours: a row with a known id takes the place of ours.
    gazetteer: what build_gazetteer made of a dump of GeoNames, asked beside ours.
    Raises SourceError if a file is absent or a row has not the columns that the header names.
    """
    folder = Path(str(resources.files("enduse"))) / "data" / "registers"
    rows: dict[str, tuple[str, str]] = {}
    index: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    _add_made(rows, index, folder / "regions.tsv", "region", REGION_COLUMNS)
    _add_made(rows, index, folder / "towns.tsv", "town", TOWN_COLUMNS)
    for code, name, names, spoken, _ in read_rows(folder / "countries.tsv", COUNTRY_COLUMNS):
        rows[code] = ("country", f"{code}\t{name}")
        _name(index, code, [key(name), *map(key, _listed(names))])
        adjectives.update((key(word), code) for word in _listed(spoken))
    _add_extra(rows, index, folder / "places_extra.tsv")
    _respell(index, folder / "place_spellings.tsv")
    if own is not None:
        _forget(index, {cells[0] for cells in read_rows(own, EXTRA_COLUMNS) if cells[0] in rows})
        _add_extra(rows, index, own)
    return PlaceRegister(rows, index, adjectives, Gazetteer(gazetteer) if gazetteer else None)


def _add_made(
    rows: dict[str, tuple[str, str]], index: dict[str, str], path: Path, level: str, columns: tuple[str, ...]
) -> None:
    """Add a file that was made from GeoNames: its names are keys already, its other cells are read when asked for."""
    width = len(columns) - 1
    for line in _lines(path, columns):
        code, _, rest = line.partition("\t")
        cells = rest.rsplit("\t", 2)
        if line.count("\t") != width:
            raise SourceError(
                f"{path}: row {code} has {line.count(chr(9)) + 1} cells, not {width + 1}; install enduse again"
            )
        rows[code] = (level, line)
        for mark, listed in (("", cells[1]), (_WEAK, cells[2])):
            if listed == "-":
                continue
            for name in listed.split("; "):
                known = index.get(name)
                index[name] = f"{mark}{code}" if known is None else f"{known} {mark}{code}"


def _add_extra(rows: dict[str, tuple[str, str]], index: dict[str, str], path: Path) -> None:
    for code, name, level, within, names, also, _ in read_rows(path, EXTRA_COLUMNS):
        rows[code] = (level, f"{code}\t{name}\t{within}")
        _name(index, code, [key(name), *map(key, _listed(names))])
        _name(index, code, map(key, _listed(also)), _WEAK)


def _name(index: dict[str, str], code: str, names: Iterable[str], mark: str = "") -> None:
    for name in dict.fromkeys(names):
        known = index.get(name, "").split()
        if code not in known:
            index[name] = " ".join([*(word for word in known if word != _WEAK + code), mark + code])


def _respell(index: dict[str, str], path: Path) -> None:
    """Add the spellings of news to places of GeoNames, and take away names that stand for something else."""
    for code, _, add, drop, _ in read_rows(path, SPELLING_COLUMNS):
        _name(index, code, map(key, _listed(add)))
        for name in map(key, _listed(drop)):
            left = [word for word in index.get(name, "").split() if word.lstrip(_WEAK) != code]
            index[name] = " ".join(left)
            if not left:
                del index[name]


def _forget(index: dict[str, str], codes: set[str]) -> None:
    if codes:
        for name, ids in list(index.items()):
            left = [word for word in ids.split() if word.lstrip(_WEAK) not in codes]
            if not left:
                del index[name]
            elif len(left) < ids.count(" ") + 1:
                index[name] = " ".join(left)


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[str]:
    """The rows of a register, lines that begin with # left out; the first other line names the columns."""
    lines = iter(read_lines(path))
    header = next((line for line in lines if line and line[0] != "#"), "")
    if tuple(header.split("\t")) != columns:
        raise SourceError(f"{path}: the first row must name the columns {', '.join(columns)}, tabs between them")
    return (line for line in lines if line and line[0] != "#")


def _listed(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split("; ")


def check(register: PlaceRegister) -> list[str]:
    """What is wrong with the rows of a register, one line each; empty when nothing is."""
    return [*_check_rows(register), *_check_names(register)]


def _check_rows(register: PlaceRegister) -> Iterator[str]:
    for code, (level, line) in register.rows.items():
        if not _ID.fullmatch(code):
            yield f"{code!r} is no id of a place; write sy, sy.09, geonames:170063 or sy:some_name"
        if level not in LEVELS:
            yield f"{code}: level is {level!r}; write {', '.join(LEVELS)}"
            continue
        place = _place(level, line)
        if not place.name:
            yield f"{code}: name must not be empty"
        if place.within != WORLD and place.within not in register.rows:
            yield f"{code}: lies in {place.within!r}, which is no row; write the id of a region or country, or {WORLD}"
        elif code[:9] != "geonames:" and code.split(".")[0].split(":")[0] not in {code, register.country_of(code)}:
            yield f"{code}: lies in {place.within!r}, which is in another country than its id says"


def _check_names(register: PlaceRegister) -> Iterator[str]:
    for name, ids in register.index.items():
        codes = [code.lstrip(_WEAK) for code in ids.split()]
        if not name:
            yield f"{', '.join(codes)}: a name has no letter or digit"
        if unknown := [code for code in codes if code not in register.rows]:
            yield f"{name!r} is a spelling of {', '.join(unknown)}, which is no row"
    for word, code in register.adjectives.items():
        if code not in register.rows:
            yield f"{word!r} is the adjective of {code}, which is no row"
