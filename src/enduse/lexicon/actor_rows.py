"""The rows of the registers of actors as frozen types, as they are read from their files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .tables import read_rows

STATE_KINDS = frozenset({"member", "observer", "associated", "territory", "de_facto", "former"})
"""What a row of states.tsv can be."""

KINDS = frozenset({
    "agency", "alliance", "armed_group", "cartel", "cell", "coalition", "company", "government", "igo", "legislature",
    "media", "military", "militia", "ministry", "mission", "monitor", "pmc", "police", "political", "programme",
    "subnational", "umbrella",
})  # fmt: skip
"""What a row of actors.tsv can be."""

NO_STATE_ID = frozenset({"armed_group", "militia", "cartel", "pmc", "umbrella", "coalition"})
"""Kinds whose ids never begin with the id of a state: they are no state's organ."""

STATE_COLUMNS = (
    "id", "name", "kind", "aliases", "adjectives", "people", "capital", "metonyms", "regions", "valid_from",
    "valid_to", "successor", "basis",
)  # fmt: skip
ACTOR_COLUMNS = (
    "id", "name", "kind", "part_of", "acts_in", "valid_from", "valid_to", "successor", "aliases", "basis",
)  # fmt: skip
CLASS_COLUMNS = ("id", "name", "words", "basis")
ORGAN_COLUMNS = ("suffix", "name", "level", "words", "basis")
OFFICE_COLUMNS = ("id", "name", "part_of", "words", "basis")
HOLDER_COLUMNS = ("office", "name", "aliases", "valid_from", "valid_to", "basis")


@dataclass(frozen=True, slots=True)
class State:
    """A row of states.tsv; every tuple holds names as written in the file, marks included."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: tuple[str, ...]
    metonyms: tuple[str, ...]
    regions: tuple[str, ...]
    valid_from: str
    valid_to: str
    successor: str
    basis: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of actors.tsv. part_of, acts_in: ids; aliases: as written in the file, marks included."""

    id: str
    name: str
    kind: str
    part_of: tuple[str, ...]
    acts_in: tuple[str, ...]
    valid_from: str
    valid_to: str
    successor: str
    aliases: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class ActorClass:
    """A row of actor_classes.tsv: an umbrella word."""

    id: str
    name: str
    words: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Organ:
    """A row of state_organs.tsv: what every state has. level: "actor" or "class"."""

    id: str
    name: str
    level: str
    words: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Office:
    """A row of offices.tsv. words: what it is called beside the state's name."""

    id: str
    name: str
    part_of: str
    words: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of office_holders.tsv: one term of one person in a public office."""

    office: str
    name: str
    aliases: tuple[str, ...]
    valid_from: str
    valid_to: str
    basis: str


@cache
def bounds(valid_from: str, valid_to: str) -> tuple[date, date]:
    """The first and the last day of validity; a side that is not told is open.

    Raises ValueError if a cell is no date of the form YYYY, YYYY-MM or YYYY-MM-DD.
    """
    return _day(valid_from, 1, 1) or date.min, _day(valid_to, 12, 31) or date.max


def _day(cell: str, month: int, day: int) -> date | None:
    if cell == "-":
        return None
    parts = [int(part) for part in cell.split("-")]
    month = parts[1] if len(parts) > 1 else month
    if len(parts) > 2:
        return date(parts[0], month, parts[2])
    if day == 1:
        return date(parts[0], month, 1)
    ahead = date(parts[0] + month // 12, month % 12 + 1, 1)
    return date.fromordinal(ahead.toordinal() - 1)


def read_states(path: Path) -> Iterator[State]:
    """The rows of a file in the form of states.tsv."""
    for cells in read_rows(path, STATE_COLUMNS):
        adjectives = _listed(cells[4])
        people = tuple(f"{adjectives[0]}s" if name == "=" and adjectives else name for name in _listed(cells[5]))
        yield State(
            id=cells[0],
            name=cells[1],
            kind=cells[2],
            aliases=_listed(cells[3]),
            adjectives=adjectives,
            people=people,
            capital=_listed(cells[6]),
            metonyms=_listed(cells[7]),
            regions=_listed(cells[8]),
            valid_from=cells[9],
            valid_to=cells[10],
            successor=cells[11],
            basis=cells[12],
        )


def read_actors(path: Path) -> Iterator[Actor]:
    """The rows of a file in the form of actors.tsv."""
    for cells in read_rows(path, ACTOR_COLUMNS):
        code, name, kind, part_of, acts_in, valid_from, valid_to, successor, aliases, basis = cells
        dates = (valid_from, valid_to, successor)
        yield Actor(code, name, kind, _joined(part_of), _joined(acts_in), *dates, _listed(aliases), basis)


def read_classes(path: Path) -> Iterator[ActorClass]:
    """The rows of a file in the form of actor_classes.tsv."""
    for cells in read_rows(path, CLASS_COLUMNS):
        yield ActorClass(cells[0], cells[1], _listed(cells[2]), cells[3])


def read_organs(path: Path) -> Iterator[Organ]:
    """The rows of a file in the form of state_organs.tsv."""
    for cells in read_rows(path, ORGAN_COLUMNS):
        yield Organ(cells[0], cells[1], cells[2], _listed(cells[3]), cells[4])


def read_offices(path: Path) -> Iterator[Office]:
    """The rows of a file in the form of offices.tsv."""
    for cells in read_rows(path, OFFICE_COLUMNS):
        yield Office(cells[0], cells[1], cells[2], _listed(cells[3]), cells[4])


def read_holders(path: Path) -> Iterator[Holder]:
    """The rows of a file in the form of office_holders.tsv."""
    for cells in read_rows(path, HOLDER_COLUMNS):
        yield Holder(cells[0], cells[1], _listed(cells[2]), *cells[3:])


def _listed(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split("; "))


def _joined(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split("+"))
