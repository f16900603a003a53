"""Looks up what weapon a filler names: a designation, a class, or nothing, and says why.

How exact the answer is follows the words. A designation that is named gives its row; a word for a kind gives the class,
never one of the weapons under it; a name that several rows share stays open unless the filler's own words, an adjective
of origin or the sentence decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon.weapons import Entry, Word, WeaponRegister, key, open_weapons, words
from ..model.referent import Candidate, Level, Referent, Scheme
from .weapon_words import BOUNDARIES, JOINERS, ORIGINS, TARGET_GROUPS, variant_of


class _Match(NamedTuple):
    """A stretch of the filler that the register knows: words[start:end], and what it may stand for."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    variant: bool

    @property
    def is_class(self) -> bool:
        return self.entries[0].is_class

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(entry.code for entry in self.entries)


def resolve_weapon(filler: str, *, context: str = "", register: WeaponRegister | None = None) -> Referent:
    """Look up the weapon that a filler names.

    context: the sentence around it; used only where the filler leaves several rows open.
    register: the one to look in; the one that ships with enduse if not given.
    """
    register = register or open_weapons()
    found = words(filler)
    matches = _matches(filler, found, register)
    if not matches:
        return _nothing(f"{filler!r} holds no name and no word of the register of weapons")
    head, tail = _parted(found, matches)
    names = [match for match in head if not match.is_class]
    kinds = [match for match in head if match.is_class]
    if not names:
        return _by_class(kinds, tail, found, register, context)
    return _by_name(names, kinds, found, register, filler, context)
