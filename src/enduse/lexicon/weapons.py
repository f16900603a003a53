"""Opens the register of weapons on first use, and spells names so that "T72" and "T-72s" are one key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from .folding import fold
from .index import entries_of
from .tables import read_rows

UNROCA = frozenset({
    "I", "II", "III", "IVa", "IVb", "Va", "Vb", "VI", "VIIa", "VIIb", "SA1", "SA2", "SA3", "SA4", "SA5", "SA6", "LW1",
    "LW2", "LW3", "LW4", "LW5", "LW6", "LW7", "outside",
})  # fmt: skip
"""Categories of the UN Register of Conventional Arms, its voluntary rows for small arms, and "outside the Register"."""

DEPENDS = "depends"
"""The category of a class whose word does not tell it; no single weapon may have it."""

WEAPON_COLUMNS = ("id", "name", "class", "aliases", "design_origin", "unroca", "watch_out", "basis")
CLASS_COLUMNS = ("class", "name", "unroca", "lethal", "words", "covers", "watch_out", "basis")

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_WEAPON_ID = re.compile(r"[a-z][a-z0-9_]*")
_CLASS_ID = re.compile(r"[a-z_]+\.[a-z_]+")
_ORIGIN = re.compile(r"-|[A-Z]{2}(\+[A-Z]{2})*")
_SPELLINGS = {
    "armor": "armour", "armored": "armoured", "caliber": "calibre", "defense": "defence", "gray": "grey",
    "millimeter": "mm", "millimetre": "mm", "mms": "mm", "ii": "2", "iii": "3", "iv": "4",
    "caches": "cache", "gases": "gas", "maneuver": "manoeuvre", "refueling": "refuelling",
}  # fmt: skip
_NO_PLURAL = frozenset({"arms", "gas", "boss"})


class Word(NamedTuple):
    """One word of a text. key: how the register spells it; capital: whether it begins with one, or with a digit."""

    key: str
    start: int
    end: int
    capital: bool


class Entry(NamedTuple):
    """What a key stands for.

    code: the id of a weapon, or of a class where is_class.
    shared: other rows have the key too, so it names none by itself.
    cased: counts only with a capital or beside a word of its class; worded: only beside a word of its class.
    """

    code: str
    is_class: bool
    shared: bool
    cased: bool
    worded: bool


@dataclass(frozen=True, slots=True)
class Weapon:
    """A row of weapons.tsv: one designation, or a family that news does not tell apart.

    aliases: as written in the file, markers included. design_origin: where it was designed, never who supplies it.
    """

    id: str
    name: str
    weapon_class: str
    aliases: tuple[str, ...]
    design_origin: str
    unroca: str
    watch_out: str
    basis: str


@dataclass(frozen=True, slots=True)
class WeaponClass:
    """A row of weapon_classes.tsv: a kind of weapon.

    words: what texts call it; covers: patterns of other classes that these words may be said of too.
    """

    id: str
    name: str
    unroca: str
    lethal: bool
    words: tuple[str, ...]
    covers: tuple[str, ...]
    watch_out: str
    basis: str


@dataclass(frozen=True, slots=True)
class WeaponRegister:
    """Weapons and classes by id, and what every spelling stands for.

    index: by key the codes with their marks, one a line; read it with entries().
    longest: how many words the longest name has.
    """

    weapons: Mapping[str, Weapon]
    classes: Mapping[str, WeaponClass]
    index: Mapping[str, str]
    covered: Mapping[str, frozenset[str]]
    longest: int
    _read: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False, compare=False)

    def entries(self, spelled: str) -> tuple[Entry, ...]:
        """What a key stands for; empty when nothing."""
        return entries_of(self.index, self._read, spelled, _entry)

    def class_of(self, code: str) -> str:
        """The class of a weapon; a class is its own."""
        weapon = self.weapons.get(code)
        return weapon.weapon_class if weapon else code

    def covers(self, word_class: str, weapon_class: str) -> bool:
        """Whether the words of one class may be said of a weapon of another ("missile" of a MANPADS)."""
        return weapon_class in self.covered[word_class]


def _entry(line: str) -> Entry:
    code, _, marks = line.partition(" ")
    return Entry(code, "." in code, "?" in marks, "^" in marks, "+" in marks)


def words(text: str) -> list[Word]:
    """Cut a text into words, hyphens and slashes between them; "'s" is dropped, plurals become singulars."""
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub(lambda match: " " * len(match[0]), text)
    found = []
    for match in _WORD.finditer(text):
        written = match[0]
        found.append(Word(_spell(written), match.start(), match.end(), not written[0].islower()))
    return found


def key(name: str) -> str:
    """How the register spells a name: its words without what stands between them."""
    if "'" in name or "’" in name:
        name = _POSSESSIVE.sub("", name)
    return "".join(map(_spell, _WORD.findall(name)))


@cache
def _spell(written: str) -> str:
    word = fold(written)
    word = _SPELLINGS.get(word, word)
    if word[-1:] != "s" or len(word) < 4 or word in _NO_PLURAL or not word.isalpha() or word[-2] in "siu":
        return word
    if word.endswith("ies") and len(word) > 5:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "oes")):
        word = word[:-2]
    else:
        word = word[:-1]
    return _SPELLINGS.get(word, word)


@cache
def open_weapons(own: Path | None = None) -> WeaponRegister:
    """Open the register that ships with enduse.

    own: a user's file in the form of weapons.tsv, laid over ours: a row with a known id takes the place of ours.
    Raises SourceError if a file is absent or a row has not the columns that the header names.
    """
    folder = Path(str(resources.files("enduse"))) / "data" / "registers"
    weapons = {row.id: row for row in _weapons(folder / "weapons.tsv")}
    if own is not None:
        weapons |= {row.id: row for row in _weapons(own)}
    return register_of(weapons.values(), _classes(folder / "weapon_classes.tsv"))


def register_of(weapons: Iterable[Weapon], classes: Iterable[WeaponClass]) -> WeaponRegister:
    """Make a register of rows."""
    by_id = {row.id: row for row in weapons}
    by_class = {row.id: row for row in classes}
    index: dict[str, str] = {}
    longest = 5
    for code, aliases in _named(by_id, by_class):
        for alias in aliases:
            if len(alias) > 25:
                longest = max(longest, len(_WORD.findall(alias)))
            name = alias.rstrip("?^+")
            line = code if name == alias else f"{code} {alias[len(name) :]}"
            spelled = key(name)
            known = index.get(spelled)
            if known is None:
                index[spelled] = line
            elif all(other.partition(" ")[0] != code for other in known.split("\n")):
                index[spelled] = f"{known}\n{line}"
    return WeaponRegister(
        weapons=by_id,
        classes=by_class,
        index=index,
        covered={kind.id: _covered(kind, by_class) for kind in by_class.values()},
        longest=longest,
    )


def _named(weapons: Mapping[str, Weapon], classes: Mapping[str, WeaponClass]) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield from ((row.id, row.aliases) for row in weapons.values())
    yield from ((row.id, row.words) for row in classes.values())


def _covered(kind: WeaponClass, classes: Mapping[str, WeaponClass]) -> frozenset[str]:
    return frozenset(name for name in classes if name == kind.id or any(_under(name, p) for p in kind.covers))


def _under(name: str, pattern: str) -> bool:
    return name.startswith(pattern[:-1]) if pattern[-1] == "*" else name == pattern


def _weapons(path: Path) -> list[Weapon]:
    return [
        Weapon(cells[0], cells[1], cells[2], _listed(cells[3]), *cells[4:]) for cells in read_rows(path, WEAPON_COLUMNS)
    ]


def _classes(path: Path) -> list[WeaponClass]:
    return [
        WeaponClass(cells[0], cells[1], cells[2], cells[3] == "yes", _listed(cells[4]), _listed(cells[5]), *cells[6:])
        for cells in read_rows(path, CLASS_COLUMNS)
    ]


def _listed(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split("; "))


def check(register: WeaponRegister) -> list[str]:
    """What is wrong with the rows of a register, one line each; empty when nothing is."""
    return [*_check_weapons(register), *_check_classes(register), *_check_names(register)]


def _check_weapons(register: WeaponRegister) -> Iterable[str]:
    for row in register.weapons.values():
        if not _WEAPON_ID.fullmatch(row.id):
            yield f"{row.id!r} is no id of a weapon; write small letters, digits and _, a letter first"
        if row.weapon_class not in register.classes:
            yield f"{row.id}: class {row.weapon_class!r} is not in weapon_classes.tsv; add it there or correct it"
        if row.unroca not in UNROCA:
            yield f"{row.id}: unroca is {row.unroca!r}; write a category or 'outside'"
        if not _ORIGIN.fullmatch(row.design_origin):
            yield f"{row.id}: design_origin is {row.design_origin!r}; write state codes joined by +, or -"
        if not row.aliases or not row.name or not row.basis:
            yield f"{row.id}: name, aliases and basis must not be empty"


def _check_classes(register: WeaponRegister) -> Iterable[str]:
    for row in register.classes.values():
        if not _CLASS_ID.fullmatch(row.id):
            yield f"{row.id!r} is no id of a class; write group.kind in small letters"
        if row.unroca not in {*UNROCA, DEPENDS}:
            yield f"{row.id}: unroca is {row.unroca!r}; write a category, 'outside' or '{DEPENDS}'"
        for pattern in row.covers:
            if not any(_under(name, pattern) for name in register.classes):
                yield f"{row.id}: covers {pattern!r}, which is no class"
        if not row.basis:
            yield f"{row.id}: basis must not be empty"


def _check_names(register: WeaponRegister) -> Iterable[str]:
    for spelled in register.index:
        entries = register.entries(spelled)
        codes = ", ".join(entry.code for entry in entries)
        if not spelled:
            yield f"{codes}: an alias has no letter or digit"
        elif len(entries) == 1 and entries[0].shared:
            yield f"{codes}: {spelled!r} is marked '?', but no other row has it; take the mark away"
        elif len(entries) > 1 and not all(entry.shared for entry in entries):
            yield f"{spelled!r} stands in {codes}; mark it '?' in each, or leave it in one"
