"""Tells what a number counts: the sort of thing and the unit that the words after it name.

Crates, shipments and planeloads hold an untold number of items, and so do batteries and squadrons: each is a measure of
its own, so that three crates of rifles never become three rifles.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..model.quantity import Measure
from .numerals import SMALL, Token, cut
from .tokens import word_at
from .unit_words import (
    BEFORE_HEAD,
    CARRIERS,
    CURRENCIES,
    ITEMS,
    KEEPS_S,
    LENGTHS,
    LOADS,
    MASS,
    MODIFIERS,
    NATIONAL,
    ODD_PLURALS,
    OF,
    OWNERS,
    SORT_OF,
    STOPS,
    WEIGHTS,
)  # fmt: skip


class Unit(NamedTuple):
    """What is counted. name, of: as in Quantity; after: the place of the token behind the words for it."""

    measure: Measure
    name: str | None
    of: str | None
    after: int


def singular(word: str) -> str:
    """One of what a plural names, in its spelling: "batteries" a battery, "F-16s" an F-16."""
    lower = word.lower()
    if lower in ODD_PLURALS:
        return ODD_PLURALS[lower]
    if lower in KEEPS_S or lower.endswith(("ss", "us", "is")) or not lower.endswith("s") or len(word) < 3:
        return word
    if lower.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if lower.endswith(("xes", "ches", "shes", "sses", "oes")):
        return word[:-2]
    return word[:-1]


def is_length(word: str) -> bool:
    """Whether a word after a number makes it a length, a time or a rate: "300 km", "three times"."""
    return word in LENGTHS or singular(word) in LENGTHS


def money_at(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The currency that words at a place name ("euros", "US dollars", "Swiss francs") and the place after them."""
    for ahead in range(at, min(at + 6, len(tokens))):
        word = tokens[ahead].word
        name = singular(word)
        code = CURRENCIES.get(word) or ("pound" if name == "pound" else None)
        if code:
            return NATIONAL.get((word_at(tokens, ahead - 1), code), code), ahead + 1
        if word not in {"u.s.", "us", "american", "new", "-"} and not any(word == key[0] for key in NATIONAL):
            break
    return None


def read_unit(text: str, tokens: Sequence[Token], at: int) -> Unit:
    """Read the words after a number up to the end of their noun phrase."""
    if word_at(tokens, at) == "," and word_at(tokens, at + 1) == "of":
        at += 1
    while at < len(tokens) and tokens[at].word in BEFORE_HEAD:
        at += 1
    if at and tokens[at - 1].word in OWNERS and at < len(tokens) and tokens[at].kind == "num":
        at += 1  # "500 of the 1,200 tanks" are 500 tanks
    head, end = head_of_phrase(tokens, at)
    if head is None:
        return Unit(Measure.UNKNOWN, None, None, max(at, end))
    joined = tokens[head].word
    measure = SORT_OF.get(singular(joined), Measure.ITEM)
    if measure is Measure.PEOPLE and head > at and tokens[head - 1].kind == "name":  # "CF-18 fighters"
        measure = Measure.ITEM
    of, after = (text[tokens[at].start : tokens[end - 1].end] if end - at > 1 else None), end
    content = _content(text, tokens, end)
    if content:
        of, after = content
        if singular(joined) in CARRIERS:
            measure = Measure.CONTAINER
    elif measure in {Measure.WEIGHT, Measure.VOLUME, Measure.CONTAINER, Measure.FORMATION}:
        of = None
    return Unit(measure, _name(text, tokens, head, measure), of, after)


def unit_at(text: str, tokens: Sequence[Token], at: int) -> Unit:
    """The unit that one word names, as after a hyphen: "1,200-strong", "a 50-tank brigade"."""
    measure = SORT_OF.get(singular(tokens[at].word), Measure.ITEM)
    return Unit(measure, _name(text, tokens, at, measure), None, at + 1)


def _name(text: str, tokens: Sequence[Token], at: int, measure: Measure) -> str:
    """The unit's name: a designation as the phrase spells it, a weight in its usual form, other words in lower case."""
    spelling = text[tokens[at].start : tokens[at].end]
    name = singular(spelling)
    if tokens[at].kind != "name" and sum(map(str.isupper, spelling)) < 2:
        name = name.lower()
    if measure is Measure.WEIGHT:
        metric = word_at(tokens, at - 1) == "metric" if at else False
        return "tonne" if metric else WEIGHTS.get(name.lower(), name.lower())
    return "person" if tokens[at].word == "strong" else name


def _content(text: str, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The noun phrase after "of", "in" or "worth of", and the place behind it."""
    if word_at(tokens, at) not in OF:
        return None
    while word_at(tokens, at) in OF:
        at += 1
    start = at
    while word_at(tokens, at) in OWNERS:
        at += 1
    head, end = head_of_phrase(tokens, at)
    return None if head is None else (text[tokens[start].start : tokens[end - 1].end], end)


def content_after(text: str, tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """What money, a weight or a share is of ("in military aid", "worth of arms"), and the place behind it."""
    while word_at(tokens, at) in {"'", "worth", "-"}:
        at += 1
    return _content(text, tokens, at) or (None, at)


def whole_after(text: str, tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """What a share is taken of: "of their equipment", "the missiles"."""
    start = at + (word_at(tokens, at) == "of")
    rest = start
    while word_at(tokens, rest) in OWNERS:
        rest += 1
    if rest < len(tokens) and rest > at and tokens[rest].kind == "num":
        rest += 1
    head, end = head_of_phrase(tokens, rest)
    if head is None and rest == start:
        return None, at
    return text[tokens[start].start : tokens[max(end, rest) - 1].end], max(end, rest)


def head_of_phrase(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The place of the head of the noun phrase that begins at a place, and of the token behind the phrase."""
    head = None
    while at < len(tokens):
        token = tokens[at]
        joined = at > 0 and tokens[at - 1].word == "-" and tokens[at - 1].end == token.start  # surface-to-air
        if head is not None and not joined and (token.word in SMALL or _is_verb(token.word, tokens[head].word)):
            break
        if token.kind in {"word", "name"} and (joined or token.word not in STOPS):
            head = at if token.word not in MODIFIERS else head
        elif token.kind not in {"bore", "order"} and not (token.word == "-" and 0 < at < len(tokens) - 1):
            break
        at += 1
    return head, at


def _is_verb(word: str, head: str) -> bool:
    """Whether a word ends the noun phrase before it as its verb: "militants killed", "cars loaded with"."""
    return word.endswith("ed") and (head.endswith("s") or head in ITEMS)


def is_mass(word: str) -> bool:
    """Whether a noun cannot be counted: "aid", "ammunition"."""
    return word.lower() in MASS


@lru_cache(maxsize=1024)
def unit_of_weapon(weapon: str) -> tuple[Measure, str | None]:
    """What one of a weapon filler is ("TOW missiles": item, missile); unknown where it cannot be counted ("aid")."""
    text, tokens = cut(weapon)
    unit = read_unit(text, tokens, 0)
    if unit.name is None or unit.name.lower() in MASS or is_length(unit.name.lower()):
        return Measure.UNKNOWN, None
    return Measure.ITEM if unit.measure is Measure.PEOPLE else unit.measure, unit.name


def is_carried(weapon: str) -> bool:
    """Whether a weapon filler is a load ("weapons", "ammunition", "rifles"), not the vehicle that is counted."""
    _, name = unit_of_weapon(weapon)
    return name is None or name in LOADS
