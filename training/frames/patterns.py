"""Finds the roles that have marks of their own: who says it, on what condition, what for, when and how many."""

from __future__ import annotations

from collections.abc import Iterator

from .parse import Parse
from .triggers import MARKS

Run = tuple[int, int]
"""Half-open bounds in words."""

_PURPOSES, _TIME_LEADS, _SIZES = (frozenset(MARKS[name]) for name in ("purpose_verbs", "time", "sizes"))
_MORE_TIME = frozenset({"date", "number", "det"})
_CLAUSE_ENDS = frozenset(',.;:?!"”“—')
_LONGEST = 25
_NEAR = 4


def patterns(parsed: Parse) -> dict[str, list[Run]]:
    """What each role with marks of its own is filled by, as runs of words, in order."""
    finders = {
        "claimant": _claimants,
        "condition": _conditions,
        "purpose": _purposes,
        "time": _times,
        "quantity": _quantities,
    }
    return {role: sorted(set(find(parsed))) for role, find in finders.items()}


def _claimants(parsed: Parse) -> Iterator[Run]:
    for at, trigger in enumerate(parsed.trigger):
        if trigger in {"say:active", "say:ing"}:
            before = _phrase_that(parsed, stop=_without_helpers(parsed, at))
            behind = _phrase_that(parsed, first=at + 1)
            if before and not before[2]:
                yield before[:2]
            elif behind and (at == 0 or parsed.words[at - 1] in _CLAUSE_ENDS):
                yield behind[:2]
    for at, word in enumerate(parsed.words[:-1]):
        if word == "according" and parsed.words[at + 1] == "to":
            phrase = _phrase_that(parsed, first=at + 2)
            if phrase:
                yield phrase[:2]


def _without_helpers(parsed: Parse, at: int) -> int:
    while at and (
        parsed.classes[at - 1] in {"modal", "not", "be"} or parsed.words[at - 1] in {"has", "have", "had", "also"}
    ):
        at -= 1
    return at


def _phrase_that(parsed: Parse, *, first: int = -1, stop: int = -1) -> tuple[int, int, str] | None:
    """The phrase that begins or ends there."""
    for phrase in parsed.phrases:
        if phrase.first == first or phrase.stop == stop:
            return phrase.first, phrase.stop, phrase.led
    return None


def _conditions(parsed: Parse) -> Iterator[Run]:
    for mark in MARKS["condition"]:
        for _, stop in _places(parsed, mark.split()):
            yield from _clause(parsed, stop)


def _purposes(parsed: Parse) -> Iterator[Run]:
    for mark in MARKS["purpose"]:
        for _, stop in _places(parsed, mark.split()):
            yield from _clause(parsed, stop if mark.endswith("to") else stop - 2)
    for at, word in enumerate(parsed.words[:-1]):
        if word == "to" and parsed.words[at + 1] in _PURPOSES and any(parsed.weapon[:at]):
            yield from _clause(parsed, at + 1)


def _places(parsed: Parse, mark: list[str]) -> Iterator[Run]:
    for at in range(len(parsed.words)):
        if parsed.words[at : at + len(mark)] == mark:
            yield at, at + len(mark)


def _clause(parsed: Parse, first: int) -> Iterator[Run]:
    stop = first
    while stop < min(len(parsed.words), first + _LONGEST) and parsed.words[stop] not in _CLAUSE_ENDS:
        stop += 1
    if stop > first:
        yield first, stop


def _times(parsed: Parse) -> Iterator[Run]:
    at, size = 0, len(parsed.words)
    while at < size:
        stop = at + (parsed.words[at] in _TIME_LEADS)
        first = stop
        while (
            stop < size
            and (parsed.classes[stop] in _MORE_TIME or _year(parsed.words[stop]))
            and not parsed.weapon[stop]
        ):
            stop += 1
        if any((parsed.classes[i] == "date" and parsed.words[i] not in {"now", "recent"}) or _year(parsed.words[i])
               for i in range(first, stop)):  # fmt: skip
            yield at, stop
            at = stop
        else:
            at += 1


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def _quantities(parsed: Parse) -> Iterator[Run]:
    """Numbers, units and sizes that lead on to a weapon, with "of" or without."""
    at, size = 0, len(parsed.words)
    while at < size:
        stop = at
        while (
            stop < size
            and not parsed.weapon[stop]
            and (_counts(parsed, stop) or parsed.words[stop] in _SIZES | {"a", ".", ","})
        ):
            stop += 1
        counted = any(_counts(parsed, i) for i in range(at, stop))
        if counted and _leads_to_weapon(parsed, stop):
            yield at, stop
        at = max(stop, at + 1)


def _counts(parsed: Parse, at: int) -> bool:
    return parsed.classes[at] in {"number", "unit"} and not _year(parsed.words[at])


def _leads_to_weapon(parsed: Parse, at: int) -> bool:
    near = zip(parsed.weapon[at : at + _NEAR], parsed.words[at : at + _NEAR], strict=True)
    return next((bool(weapon) for weapon, word in near if weapon or word in _CLAUSE_ENDS), False)
