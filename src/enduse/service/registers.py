"""Lists, searches and checks the registers: those that ship, and a user's own, laid over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from enduse.errors import UsageError
from enduse.lexicon.actor_check import check as check_actors
from enduse.lexicon.actor_names import key as actor_key
from enduse.lexicon.actors import open_actors
from enduse.lexicon.gazetteer import Gazetteer
from enduse.lexicon.place_names import key as place_key
from enduse.lexicon.places import check as check_places
from enduse.lexicon.places import open_places
from enduse.lexicon.tables import GAZETTEER, Row, Table, own_file, read_table, shipped
from enduse.lexicon.weapons import check as check_weapons
from enduse.lexicon.weapons import key, open_weapons

MOST_HITS = 50
_MARKS = "?^+~"
_WORD = re.compile(r"[\w.:]+")


@dataclass(frozen=True, slots=True)
class Register:
    """One register's file.

    names: the columns that hold names, divided by "; ". own: whether a user's file of its form is laid over it.
    faults: what is wrong with the rows, those of a user's file laid over ours included; an id stands in each line.
    first: what the first column is; only an id is a row's own. spell: how its look-up evens names out.
    """

    file: str
    names: tuple[str, ...]
    own: bool = False
    faults: Callable[[Path | None], list[str]] | None = None
    first: str = "id"
    spell: Callable[[str], str] = key


REGISTERS: Mapping[str, Register] = {
    "actors": Register(
        "actors.tsv", ("name", "aliases"), True, lambda own: check_actors(open_actors(own)), spell=actor_key
    ),
    "states": Register("states.tsv", ("name", "aliases", "adjectives", "capital", "metonyms"), spell=actor_key),
    "state_organs": Register("state_organs.tsv", ("name", "words"), spell=actor_key),
    "actor_classes": Register("actor_classes.tsv", ("name", "words"), spell=actor_key),
    "offices": Register("offices.tsv", ("name", "words"), spell=actor_key),
    "office_holders": Register("office_holders.tsv", ("name", "aliases"), first="office", spell=actor_key),
    "weapons": Register("weapons.tsv", ("name", "aliases"), True, lambda own: check_weapons(open_weapons(own))),
    "weapon_classes": Register("weapon_classes.tsv", ("name", "words")),
    "countries": Register("countries.tsv", ("name", "names", "adjectives"), spell=place_key),
    "regions": Register("regions.tsv", ("name", "names", "also"), spell=place_key),
    "towns": Register("towns.tsv", ("name", "names", "also"), spell=place_key),
    "places_extra": Register(
        "places_extra.tsv", ("name", "names", "also"), True, lambda own: check_places(open_places(own)), spell=place_key
    ),
    "place_spellings": Register("place_spellings.tsv", ("name", "add"), first="spelling", spell=place_key),
    "claimants": Register("claimants.tsv", ("words",), first="class"),
}
"""The registers by name; a user's own file is named like ours, and lies over those that say so."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A register as it is listed; own: how many rows of the user's lie over it."""

    name: str
    about: str
    rows: int
    own: int
    path: Path


@dataclass(frozen=True, slots=True)
class Hit:
    """A row with a name that begins with what was searched; exact where the name is that and no more."""

    register: str
    code: str
    name: str
    alias: str
    exact: bool
    where: str


def listed(own: Path | None = None) -> list[Listed]:
    """Tell of each register what it holds; own is the folder of a user's registers."""
    rows = []
    for name, register in REGISTERS.items():
        table = read_table(shipped(register.file))
        over = _own_file(register, own)
        rows.append(Listed(name, table.about, len(table.rows), len(read_table(over).rows) if over else 0, table.path))
    return rows


def search(words: str, own: Path | None = None) -> list[Hit]:
    """Find rows by a name or by how one begins; hyphens, blanks, capitals and plurals are evened out.

    Names that are what was searched come first. Raises UsageError where there is no letter or digit to search for.
    """
    if not key(words):
        raise UsageError(f"{words!r} holds no letter or digit to search for")
    hits: list[Hit] = []
    for name, register in REGISTERS.items():
        wanted = register.spell(words)
        taken: set[str] = set()
        over = _own_file(register, own)
        for path in ([over] if over else []) + [shipped(register.file)]:
            table = read_table(path)
            first = table.columns[0]
            found = (_hit(name, register, table, row, wanted) for row in table.rows if row.cells[first] not in taken)
            hits += [hit for hit in found if hit is not None]
            taken = {row.cells[first] for row in table.rows} if path == over else set()
    return sorted(hits, key=lambda hit: not hit.exact)


def _hit(name: str, register: Register, table: Table, row: Row, wanted: str) -> Hit | None:
    begins = None
    for column in register.names:
        for alias in row.cells.get(column, "").split("; "):
            spelled = register.spell(alias)
            if spelled == wanted or (spelled.startswith(wanted) and begins is None):
                shown = alias.rstrip(_MARKS)
                code = row.cells[table.columns[0]]
                shown_name = row.cells.get("name", code)
                hit = Hit(name, code, shown_name, shown, spelled == wanted, f"{table.path.name}:{row.line}")
                if hit.exact:
                    return hit
                begins = hit
    return begins


def check(file: Path | None = None, own: Path | None = None) -> list[str]:
    """Say what is wrong with registers, a line each with file and line; empty when nothing is.

    file: one to check; its columns tell which register it belongs to. None: all that ship, the user's over them.
    Raises UsageError for a file with the columns of no register, SourceError for one that cannot be read.
    """
    if file is not None:
        return list(_check_own(file, _register_of(file)))
    found: list[str] = []
    if (gazetteer := own_file(own, GAZETTEER)) is not None:
        Gazetteer(gazetteer)
    for register in REGISTERS.values():
        found += _check_table(read_table(shipped(register.file)), register)
        over = _own_file(register, own)
        if over is not None:
            found += _check_own(over, register)
        elif register.faults is not None:
            found += [f"{register.file}: {fault}" for fault in register.faults(None)]
    return found


def _check_own(path: Path, register: Register) -> Iterator[str]:
    """The faults of one file; a row that cannot be read hides the others' faults until it is mended."""
    table = read_table(path)
    broken = list(_check_table(table, register))
    yield from broken
    if broken or register.faults is None:
        return
    lines = {row.cells[table.columns[0]]: row.line for row in table.rows}
    for fault in register.faults(path if register.own else None):
        line = next((lines[word] for word in map(_bare, _WORD.findall(fault)) if word in lines), None)
        if line is not None:
            yield f"{path}:{line}: {fault}"


def _bare(word: str) -> str:
    return word.strip(".:")


def _check_table(table: Table, register: Register) -> Iterator[str]:
    unique = register.first == "id"
    first = table.columns[0]
    for number, fault in table.broken:
        yield f"{table.path}:{number}: {fault}"
    seen: dict[str, int] = {}
    for row in table.rows:
        code = row.cells[first]
        if not code.strip():
            yield f"{table.path}:{row.line}: {first} must not be empty"
        if unique and code in seen:
            yield f"{table.path}:{row.line}: {code!r} stands in line {seen[code]} too; give each row an id of its own"
        seen.setdefault(code, row.line)


def _register_of(path: Path) -> Register:
    columns = read_table(path).columns
    for register in REGISTERS.values():
        if read_table(shipped(register.file)).columns == columns:
            return register
    forms = "; ".join(f"{name}: {', '.join(read_table(shipped(r.file)).columns)}" for name, r in REGISTERS.items())
    raise UsageError(f"{path} has the columns of no register; there are: {forms}")


def _own_file(register: Register, own: Path | None) -> Path | None:
    return own_file(own, register.file) if register.own else None


def shown(hits: Iterable[Hit]) -> tuple[list[Hit], int]:
    """The first hits, and how many more there are."""
    found = list(hits)
    return found[:MOST_HITS], max(0, len(found) - MOST_HITS)
