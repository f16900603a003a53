"""Tells which countries an article names, and which it is about; they tell places of one name apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..lexicon.place_names import joined, words
from ..lexicon.places import PlaceRegister

FOREIGN = frozenset({"us", "gb", "ru", "fr"})
"""States that news names everywhere, as acting abroad; an article is about them only where they lead by far."""

LEAST = 2
"""How often a country must be named for the article to be about it."""

_LONGEST = 4
_REGION = re.compile(r"[a-z]{2}\.\w+")


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries of an article, by their ids. named: those that stand in it, by themselves or by a region of theirs.

    about: of these, what is named at least LEAST times and a third as often as the one that is named most.
    """

    named: frozenset[str]
    about: frozenset[str]


def countries_of(text: str, register: PlaceRegister) -> Countries:
    """Count the countries that a text names."""
    counts = Counter(_named(text, register))
    native = {code: count for code, count in counts.items() if code not in FOREIGN}
    most = max(native.values(), default=0)
    about = frozenset(code for code, count in native.items() if count >= LEAST and 3 * count >= most)
    return Countries(frozenset(counts), about)


def _named(text: str, register: PlaceRegister) -> list[str]:
    found = words(text)
    codes = []
    for at, word in enumerate(found):
        if not word.capital:
            continue
        for spelled in reversed(joined(found[at : at + _LONGEST], 0)):
            code = register.adjectives.get(spelled) or _country(spelled, register)
            if code is not None:
                codes.append(code)
                break
    return codes


def _country(spelled: str, register: PlaceRegister) -> str | None:
    """The country that a key names, by itself or by a region of the first level of it."""
    known = register.index.get(spelled)
    if known is None:
        return None
    codes = [code.lstrip("~") for code in known.split()]
    lands = {code[:2] for code in codes if len(code) == 2 or _REGION.fullmatch(code)}
    return lands.pop() if len(lands) == 1 else None
