"""Opens the registers of actors on first use: states, their organs, other actors, umbrella words, public offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from .actor_names import key
from .actor_rows import (
    Actor,
    ActorClass,
    Holder,
    Office,
    Organ,
    State,
    read_actors,
    read_classes,
    read_holders,
    read_offices,
    read_organs,
    read_states,
)
from .index import entries_of

STATE, ADJECTIVE, PEOPLE, CITY, REGION, NAME, HOLDER, CLASS, ORGAN, OFFICE = "sapcgnhkof"
"""What a word may be: the letter with which its line in the index begins."""

MARKS = "?^+~"
"""Marks behind a name; the files explain them."""

_SHORT = 3
"""Names of so many capitals count only in capitals: "IS" is a group, "is" and "Is" are not."""


class Entry(NamedTuple):
    """What a key stands for.

    kind: one of the letters above. code: an id, for a holder the place in the list of holders, for an office word "-".
    shared: other rows have the name too. beside: counts only beside a name.
    cased: must be written with a capital; upper: in capitals. usual: meant unless the sentence names other states only.
    """

    kind: str
    code: str
    shared: bool
    beside: bool
    cased: bool
    upper: bool
    usual: bool


class Rows(NamedTuple):
    """The rows of the six files."""

    states: Iterable[State]
    actors: Iterable[Actor]
    classes: Iterable[ActorClass]
    organs: Iterable[Organ]
    offices: Iterable[Office]
    holders: Iterable[Holder]


@dataclass(frozen=True, slots=True)
class ActorRegister:
    """Rows by id, and what every spelling stands for.

    holders: in the order of the file. index: by key what it stands for, one a line; read it with entries().
    before: by id the rows that went on under it. longest: how many words the longest name has.
    """

    states: Mapping[str, State]
    actors: Mapping[str, Actor]
    classes: Mapping[str, ActorClass]
    organs: Mapping[str, Organ]
    offices: Mapping[str, Office]
    holders: tuple[Holder, ...]
    index: Mapping[str, str]
    before: Mapping[str, tuple[str, ...]]
    longest: int
    _read: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False, compare=False)

    def entries(self, spelled: str) -> tuple[Entry, ...]:
        """What a key stands for; empty when nothing."""
        return entries_of(self.index, self._read, spelled, _entry)

    def row(self, code: str) -> State | Actor | ActorClass | Office | None:
        """The row of an id that stands in a file; None for what follows from two rows ("us-gov", "sy-rebels")."""
        return self.states.get(code) or self.actors.get(code) or self.offices.get(code) or self.classes.get(code)

    def known(self, code: str) -> bool:
        """Whether an id stands in a file, or follows from two rows."""
        if self.row(code) is not None:
            return True
        owner, _, suffix = code.rpartition("-")
        if suffix in self.organs:
            return owner in self.states or (owner in self.actors and self.organs[suffix].level == "class")
        return suffix in self.classes and owner in self.states

    def is_class(self, code: str) -> bool:
        """Whether an id stands for an umbrella word: it names nobody in particular."""
        if code in self.actors:
            return self.actors[code].kind == "umbrella"
        if code in self.states or code in self.offices:
            return False
        suffix = code.rpartition("-")[2]
        return suffix not in self.organs or self.organs[suffix].level == "class"

    def name_of(self, code: str) -> str:
        """The name of an id, as it is shown."""
        if (row := self.row(code)) is not None:
            return row.name
        owner, _, suffix = code.rpartition("-")
        name = self.name_of(owner) if owner else ""
        if suffix in self.organs:
            return self.organs[suffix].name.format(state=name)
        return f"{self.classes[suffix].name} ({name})"

    def states_of(self, code: str) -> frozenset[str]:
        """The states that a row belongs to or acts in, itself included where it is one."""
        if code in self.states:
            return frozenset({code})
        actor = self.actors.get(code)
        owner = code.partition("-")[0]
        found = {owner} if owner != code and owner in self.states else set()
        if actor is not None:
            found.update(actor.acts_in)
            for above in actor.part_of:
                found.update(self.states_of(above))
        return frozenset(found)

    def span(self, code: str) -> tuple[str, str]:
        """valid_from and valid_to of a row; - where they are not told."""
        row = self.states.get(code) or self.actors.get(code)
        return (row.valid_from, row.valid_to) if row else ("-", "-")

    def office(self, owner: str, word: str) -> Office | None:
        """The office of a state, or of another actor, that a word means; None where the register has none."""
        for row in self.offices.values():
            if (row.id.partition("-")[0] == owner or row.part_of == owner) and word in map(key, row.words):
                return row
        return None


def _entry(line: str) -> Entry:
    kind, code, marks = line.split(" ")
    return Entry(kind, code, "?" in marks, "+" in marks, "^" in marks, "!" in marks, "~" in marks)


@cache
def open_actors(own: Path | None = None) -> ActorRegister:
    """Open the registers that ship with enduse.

    own: a user's file in the form of actors.tsv, laid over ours: a row with a known id takes the place of ours.
    Raises SourceError if a file is absent or a row has not the columns that the header names.
    """
    folder = Path(str(resources.files("enduse"))) / "data" / "registers"
    actors = {row.id: row for row in read_actors(folder / "actors.tsv")}
    if own is not None:
        actors |= {row.id: row for row in read_actors(own)}
    return register_of(
        Rows(
            read_states(folder / "states.tsv"),
            actors.values(),
            read_classes(folder / "actor_classes.tsv"),
            read_organs(folder / "state_organs.tsv"),
            read_offices(folder / "offices.tsv"),
            read_holders(folder / "office_holders.tsv"),
        )
    )


def register_of(rows: Rows) -> ActorRegister:
    """Make a register of rows."""
    states = {row.id: row for row in rows.states}
    actors = {row.id: row for row in rows.actors}
    classes = {row.id: row for row in rows.classes}
    organs = {row.id: row for row in rows.organs}
    offices = {row.id: row for row in rows.offices}
    holders = tuple(rows.holders)
    index: dict[str, str] = {}
    longest = 6
    sources = (
        _named_states(states),
        _named_actors(actors),
        _named_kinds(classes, organs),
        _named_offices(offices, holders),
    )
    for start, name in chain(*sources):
        written = name.rstrip(MARKS)
        marks = name[len(written) :]
        if written.isupper() and (len(written) <= _SHORT or "^" in marks):
            marks += "!"
        if len(written) > 25:
            longest = max(longest, written.count(" ") + written.count("-") + 1)
        spelled, line = key(written), f"{start} {marks}"
        lines = index.get(spelled)
        if lines is None:
            index[spelled] = line
        elif f"{start} " not in lines:
            index[spelled] = f"{lines}\n{line}"
    return ActorRegister(states, actors, classes, organs, offices, holders, index, _before(states, actors), longest)


def _named_states(states: Mapping[str, State]) -> Iterator[tuple[str, str]]:
    for row in states.values():
        code = row.id
        yield from ((f"{STATE} {code}", name) for name in _with_name(row.name, row.aliases))
        yield from ((f"{ADJECTIVE} {code}", name) for name in row.adjectives)
        yield from ((f"{PEOPLE} {code}", name) for name in row.people)
        yield from ((f"{CITY} {code}", name) for name in row.capital)
        yield from ((f"{NAME} {code}-gov", name) for name in row.metonyms)
        yield from ((f"{REGION} {code}", name) for name in row.regions)


def _named_actors(actors: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    for row in actors.values():
        start = f"{NAME} {row.id}"
        for name in _with_name(row.name, row.aliases):
            yield start, name


def _named_kinds(classes: Mapping[str, ActorClass], organs: Mapping[str, Organ]) -> Iterator[tuple[str, str]]:
    yield from ((f"{CLASS} {row.id}", word) for row in classes.values() for word in row.words)
    yield from ((f"{ORGAN} {row.id}", word) for row in organs.values() for word in row.words)


def _named_offices(offices: Mapping[str, Office], holders: tuple[Holder, ...]) -> Iterator[tuple[str, str]]:
    yield from ((f"{OFFICE} -", word) for row in offices.values() for word in row.words)
    for place, holder in enumerate(holders):
        yield from ((f"{HOLDER} {place}", f"{name}^") for name in _with_name(holder.name, holder.aliases))


def _with_name(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """The aliases, and the name too, unless it has parentheses or an alias is the same with a mark."""
    if name[-1] == ")" or any(alias.rstrip(MARKS) == name for alias in aliases):
        return aliases
    return (name, *aliases)


def _before(states: Mapping[str, State], actors: Mapping[str, Actor]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    rows: list[State | Actor] = [*states.values(), *actors.values()]
    for row in rows:
        if row.successor[0] not in "-+":
            found[row.successor] = (*found.get(row.successor, ()), row.id)
    return found
