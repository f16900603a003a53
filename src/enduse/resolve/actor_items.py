"""Cuts a filler of an actor's role into names the register knows and the words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..lexicon.actor_names import Word, words
from ..lexicon.actors import ADJECTIVE, CITY, HOLDER, NAME, PEOPLE, REGION, STATE, ActorRegister, Entry

EMPTY_WORDS = frozenset({
    "the", "a", "an", "some", "several", "many", "most", "all", "these", "those", "this", "that", "certain", "other",
    "others", "various", "few", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "more", "any",
    "each", "every", "such", "so", "called", "own", "both", "no", "about", "dozens", "hundreds", "thousands", "mr",
    "mrs", "ms", "dr", "gen", "general", "col", "colonel", "lt", "maj", "marshal", "field", "late", "strongman",
    "former", "ex", "then", "dictator", "sir", "comrade", "senior", "top", "suspected", "alleged", "local", "new",
    "st", "self", "styled", "proclaimed", "lone", "one", "another", "single", "multiple", "current", "present", "our",
    "your", "his", "her", "its", "their", "my", "whose", "heavily", "well", "much", "only", "even", "also", "corp",
    "inc", "ltd", "plc", "llc", "co", "including", "et", "al", "el", "fellow", "king", "prince", "sheikh", "sultan",
    "field-marshal", "the-then", "disparate", "timid", "besieged", "embattled", "previous", "beleaguered", "next",
})  # fmt: skip
"""Words that stand before a name and change nobody it stands for: articles, numbers, ranks."""

_LINKED = frozenset({
    "backed", "led", "linked", "affiliated", "supplied", "supported", "trained", "aligned", "allied", "funded",
    "controlled", "held", "occupied", "based", "sponsored", "dominated", "equipped", "armed", "inspired", "run",
    "financed", "leaning", "born", "friendly", "style", "flagged", "made", "built", "produced", "manufactured",
    "designed", "registered", "owned", "installed", "speaking", "era", "approved", "brokered", "mediated", "provided",
    "donated", "imposed", "assisted", "directed", "loyal", "recognised", "recognized", "occupying", "administered",
    "hosted", "proposed", "drafted", "educated", "paid", "enabled", "engineered", "origin", "manned", "operated",
    "connected", "associated", "organised", "organized", "dependent", "oriented", "origins", "delivered", "guided",
})  # fmt: skip
_LINKED_APART = frozenset({"backed", "led", "made", "supplied", "supported", "trained", "sponsored", "linked", "built"})
_MAKING = frozenset({"made", "built", "produced", "manufactured", "designed", "origin", "origins"})
_AGAINST = frozenset({"anti", "pro", "non", "counter", "ex", "post", "pre"})
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
OWNERS = frozenset({STATE, ADJECTIVE, PEOPLE, CITY, REGION, NAME, HOLDER})
"""Kinds of words that tell whose something is, or who."""


class Item(NamedTuple):
    """A stretch of the filler: a name with what it may stand for, or one other word without entries.

    kinds: the kinds of the entries. before: the text between it and the item before.
    """

    text: str
    key: str
    entries: tuple[Entry, ...]
    kinds: frozenset[str]
    words: tuple[Word, ...]
    before: str

    @property
    def owns(self) -> bool:
        """Whether it tells who, or whose something is."""
        return bool(self.kinds & OWNERS)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital or a digit."""
        return self.words[0].capital


class Cut(NamedTuple):
    """A filler cut into items.

    linked: modifiers that were set aside ("Russian-backed"). making: whether one of them tells where a thing was made.
    article: the first word, in small letters. whole: whether the items are all of the filler's.
    """

    items: tuple[Item, ...]
    linked: tuple[str, ...]
    making: bool
    article: str
    whole: bool = True


def cut(filler: str, register: ActorRegister) -> Cut:
    """Cut a filler into items, what tells of nobody by itself set aside: articles, ranks, "Russian-backed"."""
    found = words(filler)
    items = list(_items(filler, found, register))
    kept: list[Item] = []
    linked: list[str] = []
    at, making, gap = 0, False, ""
    while at < len(items):
        item, ahead = items[at], items[at + 1] if at + 1 < len(items) else None
        gap += item.before
        if ahead is not None and (item.owns or item.key == "state") and _is_linked(ahead):
            linked.append(f"{item.text}{ahead.before}{ahead.text}")
            making = making or ahead.key in _MAKING
            at += 2
            if kept and kept[-1].owns and item.before.strip() in {"/", "-", ",", ""} and at < len(items):
                linked.append(kept.pop().text)
        elif ahead is not None and item.key in _AGAINST and ahead.before.strip() == "-" and not item.entries:
            linked.append(f"{item.text}{ahead.before}{ahead.text}")
            at += 2
        elif item.entries or not _says_nothing(item, bool(kept)):
            kept.append(item._replace(before=gap))
            gap = ""
            at += 1
        else:
            at += 1
    return Cut(tuple(kept), tuple(linked), making, found[0].written.lower() if found else "")


def _says_nothing(item: Item, begun: bool) -> bool:
    """Whether a word changes nobody that is named: an article, a rank, a number, an "of" at the beginning."""
    return (
        not item.key
        or item.key in EMPTY_WORDS
        or item.key.isdigit()
        or _ORDINAL.fullmatch(item.key) is not None
        or (item.key == "of" and not begun)
    )


def _is_linked(item: Item) -> bool:
    if item.entries:
        return False
    return item.key in _LINKED if item.before.strip(" .") in {"-", "‑", "–"} else item.key in _LINKED_APART


def _items(filler: str, found: Sequence[Word], register: ActorRegister) -> list[Item]:
    items, at, end = [], 0, 0
    while at < len(found):
        length, spelled, entries = _longest(filler, found, at, register)
        part = tuple(found[at : at + length])
        kinds = frozenset({entry.kind for entry in entries})
        text = filler[part[0].start : part[-1].end]
        items.append(Item(text, spelled, entries, kinds, part, filler[end : part[0].start]))
        at, end = at + length, part[-1].end
    return items


def _longest(
    filler: str, found: Sequence[Word], at: int, register: ActorRegister
) -> tuple[int, str, tuple[Entry, ...]]:
    """The longest stretch from a word on that the register knows; the word itself, without entries, if none is."""
    most = min(len(found), at + register.longest)
    keys, spelled = [], ""
    for word in found[at:most]:
        spelled += word.key
        keys.append(spelled)
    if found[at].key:
        for length in range(len(keys), 0, -1):
            if not found[at + length - 1].key:
                continue
            entries = register.entries(keys[length - 1])
            if not entries and keys[length - 1][-1] == "s" and found[at + length - 1].written[-2:-1].islower():
                singular = register.entries(keys[length - 1][:-1])
                entries = tuple(entry for entry in singular if entry.kind in {NAME, HOLDER, STATE})
            part = found[at : at + length]
            if entries and (fitting := _fitting(entries, part)) and not _by_chance(filler, part):
                return length, keys[length - 1], fitting
    return 1, found[at].key or found[at].written.lower(), ()


def _fitting(entries: tuple[Entry, ...], part: Sequence[Word]) -> tuple[Entry, ...]:
    """The entries whose letters are written as they must be."""
    if all(word.upper for word in part):
        return entries
    capital = part[0].capital
    return tuple(entry for entry in entries if not entry.upper and (capital or not entry.cased))


def _by_chance(filler: str, part: Sequence[Word]) -> bool:
    """Whether words only look like one name when joined: something that parts them stands between, or an "and"."""
    first = part[0]
    article = first.key == "a" and len(part) > 1 and filler[first.end] == " "
    if article and filler[first.start - 1 : first.start] in {"", " "}:
        return True
    gaps = [filler[left.end : right.start] for left, right in pairwise(part)]
    return len(part) < 3 and any(";" in gap or "," in gap for gap in gaps)
