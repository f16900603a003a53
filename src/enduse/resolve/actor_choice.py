"""Chooses between rows that share a name: by the date of the act, by the filler, by the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..lexicon.actor_names import key, words
from ..lexicon.actor_rows import bounds
from ..lexicon.actors import ADJECTIVE, CITY, HOLDER, NAME, PEOPLE, REGION, STATE, ActorRegister, Entry

Days = tuple[date, date]
"""The first and the last day on which the act may have been."""

_PLACE_BEFORE = frozenset({
    "in", "near", "at", "outside", "around", "inside", "over", "across", "toward", "towards", "into", "onto",
    "northern", "southern", "eastern", "western", "central", "downtown", "greater", "suburban", "throughout",
    "reached", "left", "entered", "besieged", "captured", "via", "through", "within", "west", "east", "north", "south",
})  # fmt: skip
_PLACE_BEHIND = frozenset({
    "airport", "suburb", "suburbs", "district", "districts", "neighbourhood", "neighborhood", "province",
    "governorate", "countryside", "area", "region", "street", "streets", "square", "university", "port", "outskirts",
})  # fmt: skip
_FORMER = re.compile(r"\b(?:former|ex)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthen\b", re.IGNORECASE)
"""Says that the office is the one held then, when the day of the act is not told ("then-President")."""

_PRESSING = frozenset({"pressure", "sanctions", "embargo", "leverage", "influence", "calls", "called", "report"})
"""Words before "on" and a city that tell of its government; otherwise what is done on a city may be done to either."""


@dataclass(slots=True)
class Scene:
    """What a look-up works on.

    days: when the act was, None where that is not known. aside: the rows that parentheses in the filler name.
    """

    filler: str
    context: str
    days: Days | None
    register: ActorRegister
    aside: frozenset[str] = frozenset()
    _mentioned: tuple[frozenset[str], frozenset[str]] | None = field(default=None, repr=False)

    @property
    def when(self) -> str:
        """The time of the act in words."""
        if self.days is None:
            return "at a time not told"
        first, last = self.days
        if first == last:
            return f"on {first}"
        return f"between {first} and {last}".replace("0001-01-01", "the beginning").replace("9999-12-31", "today")

    def mentioned(self) -> tuple[frozenset[str], frozenset[str]]:
        """The states that the sentence names, and those of the groups that it names besides."""
        if self._mentioned is None:
            self._mentioned = _mentioned(self.context, self.register)
        return self._mentioned

    def holds(self, code: str) -> bool:
        """Whether a row was there at the time of the act."""
        return self.days is None or _overlap(bounds(*self.register.span(code)), self.days)


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _mentioned(context: str, register: ActorRegister) -> tuple[frozenset[str], frozenset[str]]:
    states: set[str] = set()
    wider: set[str] = set()
    found, at = words(context), 0
    while at < len(found):
        step, spelled = 1, ""
        for length, word in enumerate(found[at : at + 5], 1):
            spelled += word.key
            entries = register.entries(spelled) if word.key and found[at].capital else ()
            plain = [entry for entry in entries if not (entry.shared or entry.usual)]
            clear = [entry for entry in plain if not entry.upper or found[at].upper]
            for entry in clear:
                if entry.kind in {STATE, ADJECTIVE, PEOPLE, CITY, REGION}:
                    states.add(entry.code)
                    step = max(step, length)
                elif entry.kind == NAME:
                    wider |= register.states_of(entry.code)
                    step = max(step, length)
        at += step
    return frozenset(states), frozenset(wider)


def choose(scene: Scene, text: str, codes: tuple[str, ...], owners: Iterable[str] = ()) -> tuple[tuple[str, ...], str]:
    """Fewer of the rows that share a name, and what decided: the date, the words beside it, the sentence."""
    register = scene.register
    there = tuple(code for code in codes if scene.holds(code))
    how = ""
    if there and len(there) < len(codes) and _date_decides(scene, there, codes):
        codes, how = there, f"{scene.when} {text!r} is no name of the other rows that have it"
    if len(same := [code for code in codes if code in scene.aside]) == 1:
        return (same[0],), f"the name in parentheses behind {text!r} decides"
    beside = frozenset(owners) | scene.aside
    close = tuple(code for code in codes if register.states_of(code) & beside)
    if len(close) == 1:
        return close, f"the words beside {text!r} decide"
    codes = close or codes
    if len(codes) == 1 and how:
        return codes, how
    for states in scene.mentioned():
        told = tuple(code for code in codes if _told(register, code, states))
        if len(told) == 1:
            return told, f"the sentence, which speaks of {_names(register, told[0], states)}, decides"
    return codes, ""


def is_usual(scene: Scene, code: str) -> bool:
    """Whether the sentence leaves a name its usual meaning: it names no state, or one that the meaning belongs to."""
    states = scene.mentioned()[0]
    return not states or bool(states & scene.register.states_of(code))


def _date_decides(scene: Scene, there: tuple[str, ...], codes: tuple[str, ...]) -> bool:
    """Whether the rows that the date rules out are over, or come later where those that are left act.

    That a group of another country was founded later only says that the date may be wrong.
    """
    register, first = scene.register, scene.days[0] if scene.days else date.min
    left = frozenset().union(*(register.states_of(code) for code in there))
    ruled_out = [code for code in codes if code not in there]
    return all(bounds(*register.span(code))[1] < first or register.states_of(code) & left for code in ruled_out)


def _told(register: ActorRegister, code: str, states: frozenset[str]) -> bool:
    actor = register.actors.get(code)
    if actor is not None and actor.kind == "subnational":
        return False
    return bool(register.states_of(code) & states)


def _names(register: ActorRegister, code: str, states: frozenset[str]) -> str:
    return ", ".join(sorted(register.name_of(state) for state in register.states_of(code) & states))


def at_time(scene: Scene, code: str) -> tuple[str, str]:
    """The row under which the same body was known when the act was, and a note where that is not the one named."""
    register = scene.register
    if scene.days is None or scene.holds(code):
        return code, ""
    first, last = bounds(*register.span(code))
    named = register.name_of(code)
    if scene.days[0] > last:
        following = code
        while not scene.holds(following) and (after := _successor(register, following)):
            following = after
        if following != code and scene.holds(following):
            return following, f"{named} was the name until {last}; {scene.when} it is {register.name_of(following)}"
        return code, f"{named} was there, or had this name, until {last} only, and the act is {scene.when}"
    earlier = code
    while not scene.holds(earlier) and len(before := register.before.get(earlier, ())) == 1:
        earlier = before[0]
    if earlier != code and scene.holds(earlier):
        return earlier, f"{named} is the name since {first}; {scene.when} it is {register.name_of(earlier)}"
    return code, f"{named} is there, or has this name, since {first} only, and the act is {scene.when}"


def is_later(scene: Scene, code: str) -> bool:
    """Whether a row begins only after the act: a word of 1990 names no group of 2013."""
    return scene.days is not None and bounds(*scene.register.span(code))[0] > scene.days[1]


def _successor(register: ActorRegister, code: str) -> str | None:
    row = register.states.get(code) or register.actors.get(code)
    return row.successor if row and row.successor[0] not in "-+" else None


class Held(NamedTuple):
    """The offices of a person, and in words how they were found.

    current: whether the person is known to have been in office when the act was. left: known to have left before.
    """

    offices: tuple[str, ...]
    how: str
    current: bool = False
    left: bool = False


def holder(scene: Scene, entries: Iterable[Entry], title: str = "") -> Held:
    """The offices that a person held at the time of the act; the last one where the person had left it before.

    title: the word for an office before the name; it decides between several.
    """
    register = scene.register
    terms = [register.holders[int(entry.code)] for entry in entries if entry.kind == HOLDER]
    fitting = [term for term in terms if title and title in map(key, register.offices[term.office].words)]
    terms = fitting or terms
    if scene.days is None:
        offices = tuple(dict.fromkeys(term.office for term in terms))
        names = " or ".join(dict.fromkeys(term.name for term in terms))
        former = "formerly " if _FORMER.search(scene.filler) else ""
        return Held(offices, f"{names}, {former}{_or(register, offices)}", left=bool(former))
    days = scene.days
    during = [term for term in terms if _overlap(bounds(term.valid_from, term.valid_to), days)]
    if during:
        offices = tuple(dict.fromkeys(term.office for term in during))
        return Held(offices, f"{during[0].name}, {_or(register, offices)} {scene.when}", True)
    past = [term for term in terms if bounds(term.valid_from, term.valid_to)[1] < days[0]]
    if past:
        last = max(past, key=lambda term: bounds(term.valid_from, term.valid_to)[1])
        why = f"{last.name}, {register.name_of(last.office)} until {last.valid_to}, and not in office {scene.when}"
        return Held((last.office,), why, left=_THEN.search(scene.filler) is None)
    later = register.name_of(terms[0].office)
    return Held((), f"{terms[0].name} held no office of the register {scene.when}; {later} only later")


def _or(register: ActorRegister, codes: Iterable[str]) -> str:
    return " or ".join(register.name_of(code) for code in codes)


def is_government(scene: Scene, city: str) -> bool | None:
    """Whether the sentence uses a city's name for the government; None where it leaves that open."""
    votes = [_vote(scene.context, match) for match in re.finditer(rf"(?<!\w){re.escape(city)}(?!\w)", scene.context)]
    if not votes or None in votes or len(set(votes)) > 1:
        return None
    return votes[0]


def _vote(context: str, match: re.Match[str]) -> bool | None:
    before = re.findall(r"[\w'’]+", context[max(0, match.start() - 40) : match.start()].lower())
    behind = re.findall(r"\w+", context[match.end() : match.end() + 30].lower())
    last = before[-1] if before else ""
    if last in _PLACE_BEFORE or (behind and behind[0] in _PLACE_BEHIND) or (last == "of" and _names_a_place(before)):
        return False
    if last == "on" and not _PRESSING.intersection(before[-3:-1]):
        return None
    if last == "from":
        return None if {"to", "through", "via"} & set(behind[:3]) else True
    return True


def _names_a_place(before: list[str]) -> bool:
    return len(before) > 1 and before[-2] in {
        "city", "capital", "outskirts", "streets", "suburbs", "suburb", "north", "south", "east", "west", "port",
        "town", "centre", "center", "countryside", "siege", "battle", "province",
    }  # fmt: skip
