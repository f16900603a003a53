"""Suggests what words may stand for while a person types: rows of the registers, by any word of their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from enduse.lexicon.actors import MARKS, open_actors
from enduse.lexicon.places import open_places
from enduse.lexicon.weapons import open_weapons
from enduse.model.referent import Scheme

MOST = 12
"""Suggestions that are shown at once."""

_HYPHENS = re.compile(r"[-‐‑’'.]")
_BLANKS = re.compile(r"\W+")


class Suggestion(NamedTuple):
    """A row of a register. called: the name that fits, where it is another than `name`. about: which kind of row."""

    scheme: str
    code: str
    name: str
    called: str
    about: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The first rows that fit, and how many fit in all."""

    total: int
    rows: tuple[Suggestion, ...]


class _Spelled(NamedTuple):
    words: str
    weight: int
    row: Suggestion


def suggest(words: str, schemes: tuple[Scheme, ...] = tuple(Scheme)) -> Suggestions:
    """Rows of which a name has words that begin like those typed; what is called so comes first, short names next.

    Capitals, accents, hyphens and dots make no difference. Nothing typed fits nothing.
    """
    wanted = " " + _fold(words)
    begins = [" " + word for word in wanted.split()]
    if not begins:
        return Suggestions(0, ())
    best: dict[tuple[str, str], tuple[int, int, int, Suggestion]] = {}
    for scheme in schemes:
        for spelled in _index(scheme):
            if all(word in spelled.words for word in begins):
                rank = 0 if spelled.words == wanted else 1 if spelled.words.startswith(wanted) else 2
                found = (rank, -spelled.weight, len(spelled.words), spelled.row)
                key = (scheme.value, spelled.row.code)
                best[key] = min(best.get(key, found), found)
    ordered = sorted(best.values())
    return Suggestions(len(ordered), tuple(row for *_, row in ordered[:MOST]))


@cache
def _index(scheme: Scheme) -> tuple[_Spelled, ...]:
    rows = {Scheme.ACTOR: _actors, Scheme.WEAPON: _weapons, Scheme.PLACE: _places}[scheme]
    found = []
    for code, name, called, about, weight in rows():
        alias = called.rstrip(MARKS)
        row = Suggestion(scheme.value, code, name, "" if alias == name else alias, about)
        found.append(_Spelled(" " + _fold(alias), weight, row))
    return tuple(found)


_Row = tuple[str, str, str, str, int]


def _actors() -> Iterator[_Row]:
    register = open_actors()
    for state in register.states.values():
        for called in (state.name, *state.aliases):
            yield state.id, state.name, called, "state", 2
        for organ in register.organs:
            code = f"{state.id}-{organ}"
            yield code, register.name_of(code), register.name_of(code), "of a state", 1
    for actor in register.actors.values():
        for called in (actor.name, *actor.aliases):
            yield actor.id, actor.name, called, actor.kind, 2
    for office in register.offices.values():
        yield office.id, office.name, office.name, "office", 1
    for kind in register.classes.values():
        yield kind.id, kind.name, kind.name, "kind of actor", 1


def _weapons() -> Iterator[_Row]:
    register = open_weapons()
    for kind in register.classes.values():
        for called in (kind.name, *kind.words):
            yield kind.id, kind.name, called, "kind of weapon", 2
    for weapon in register.weapons.values():
        for called in (weapon.name, *weapon.aliases):
            yield weapon.id, weapon.name, called, weapon.weapon_class, 1


def _places() -> Iterator[_Row]:
    register = open_places()
    for spelled, ids in register.index.items():
        for code in ids.split():
            place = register.place(code.lstrip("~"))
            about = place.level if place.level == "country" else f"{place.level} in {place.within}"
            weight = 10**9 if place.level == "country" else place.population
            yield place.id, place.name, spelled, about, weight
    for code in register.rows:
        place = register.place(code)
        about = place.level if place.level == "country" else f"{place.level} in {place.within}"
        yield place.id, place.name, place.name, about, 10**9 if place.level == "country" else place.population


def _fold(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return _BLANKS.sub(" ", _HYPHENS.sub("", bare)).strip()
