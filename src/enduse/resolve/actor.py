"""Looks up whom a filler names: a state, its government or forces, another actor, an umbrella word, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..lexicon.actor_names import key
from ..lexicon.actors import ADJECTIVE, CITY, CLASS, NAME, OFFICE, ORGAN, STATE, ActorRegister, open_actors
from ..model.period import Period
from ..model.referent import Candidate, Level, Referent, Scheme
from .actor_choice import Days, Scene
from .actor_items import Cut, Item, cut
from .actor_phrase import RELATIONS, Answer, read_phrase
from .actor_pointers import POSSESSIVES, pointer_of
from .actor_read import FIGHTING

_PARENTHESES = re.compile(r"\s*\(([^()]*)\)\s*")
_JOINERS = frozenset({"and", "or", "nor", "plus", "versus", "vs"})
_JOINING = frozenset({",", "/", "-", "–", "&", "—"})
_PLAIN = frozenset({STATE, CITY})
_BACKING = "backed|led|trained|supported|funded|financed|armed|equipped|supplied|sponsored|allied|aligned|linked"
_SIDED = re.compile(rf"^(?:anti|pro)\b|\b(?:{_BACKING})$", re.IGNORECASE)
_SIDED_BEHIND = re.compile(rf"\b(?:(?:{_BACKING}) (?:by|with)|loyal to)\b", re.IGNORECASE)
_LOOSE = re.compile(r"(?<!armed )\b(?:forces?|troops|soldiers|units|battalions?)\b", re.IGNORECASE)


def resolve_actor(
    filler: str, *, on: Period | date | None = None, context: str = "", register: ActorRegister | None = None
) -> Referent:
    """Look up the actor that a filler names.

    on: when the act was; the name that is valid then is used. context: the sentence around it; it decides only
    between rows that the filler leaves open. register: the one to look in; the one that ships if not given.
    Where the filler names several ("the US and Turkey"), code is None, several is true and all are candidates;
    resolve_actors gives each by itself.
    """
    found = resolve_actors(filler, on=on, context=context, register=register)
    if len(found) == 1:
        return found[0]
    register = register or open_actors()
    candidates: dict[str, str] = {}
    for one in found:
        if one.code is not None:
            candidates.setdefault(one.code, one.why)
        for candidate in one.candidates if one.code is None else ():
            candidates.setdefault(candidate.code, candidate.why)
    why = f"names {len(found)}: " + "; ".join(one.why for one in found)
    listed = tuple(Candidate(code, told) for code, told in candidates.items())
    return Referent(Scheme.ACTOR, None, _level(register, tuple(candidates)), why, listed, several=True)


def resolve_actors(
    filler: str, *, on: Period | date | None = None, context: str = "", register: ActorRegister | None = None
) -> tuple[Referent, ...]:
    """Look up each actor that a filler names: one referent for each part of "Saudi Arabia and Qatar".

    Parameters as of resolve_actor.
    """
    register = register or open_actors()
    main, aside = _aside(filler, register)
    if aside:
        inner = resolve_actors(aside, on=on, context=context, register=register)
        found = _found(Scene(main, context, _days(on), register, _codes(inner)))
        return found if any(one.code or one.candidates for one in found) else inner
    return _found(Scene(filler, context, _days(on), register))


def _aside(filler: str, register: ActorRegister) -> tuple[str, str]:
    """The filler without what stands in parentheses, and that; not where the parentheses belong to a name."""
    match = _PARENTHESES.search(filler)
    if match is None or register.entries(key(filler)) or not (main := _PARENTHESES.sub(" ", filler).strip()):
        return filler, ""
    return main, match[1]


def _codes(found: tuple[Referent, ...]) -> frozenset[str]:
    named = {one.code for one in found if one.code}
    return frozenset(named | {candidate.code for one in found for candidate in one.candidates})


def _found(scene: Scene) -> tuple[Referent, ...]:
    filler, register = scene.filler, scene.register
    pointer = pointer_of(filler)
    if pointer is not None:
        return (_none(pointer.why),)
    parsed = cut(filler, register)
    if not parsed.items:
        return (_none(_why_empty(filler, parsed)),)
    parts = _parts(parsed)
    answers = [read_phrase(scene, parsed._replace(items=part, whole=len(parts) == 1), part) for part in parts]
    answers = [_with_side(filler, parsed, _with_owner(filler, answer)) for answer in answers]
    return tuple(dict.fromkeys(_referent(register, answer) for answer in answers))


def _days(on: Period | date | None) -> Days | None:
    if on is None:
        return None
    if isinstance(on, date):
        return on, on
    if on.start is None and on.end is None:
        return None
    return on.start or date.min, on.end or date.max


def _why_empty(filler: str, parsed: Cut) -> str:
    if parsed.making:
        return f"{filler!r} tells where something was made, and names nobody"
    if parsed.linked:
        return f"{filler!r} tells whose side somebody is on, and names nobody"
    return f"{filler!r} has no word that names anybody"


def _parts(parsed: Cut) -> list[tuple[Item, ...]]:
    """The filler's phrases, cut at "and", commas and hyphens between names; a head said once counts for each."""
    items = parsed.items
    parts: list[list[Item]] = [[]]
    for at, item in enumerate(items):
        if item.key in _JOINERS and not item.entries:
            if parts[-1] and at + 1 < len(items):
                parts.append([])
            continue
        gap = item.before.strip(" .\n\"'“”‘’")
        joined = gap in _JOINING
        if parts[-1] and joined and _stands_alone(parts[-1][-1]) and _stands_alone(item):
            parts += [[]] if gap not in {"-", "–"} or item.owns else []
        elif parts[-1] and not gap and _side_by_side(parts[-1][-1], item):
            parts.append([])
        parts[-1].append(item)
    parts = [part for part in parts if any(item.entries or item.capital for item in part)] or parts[:1]
    if len(parts) > 1 and not _all_say_something(parts):
        parts = [[item for part in parts for item in part]]
    return [tuple(part) for part in _shared_head(parts)]


def _stands_alone(item: Item) -> bool:
    return item.owns or bool(item.kinds & {CLASS, ORGAN})


def _side_by_side(left: Item, right: Item) -> bool:
    """Whether two states stand with nothing between: a list that lost its commas, a dateline ("Turkey Russia")."""
    if left.words[-1].owner or not (left.kinds & _PLAIN and right.kinds & _PLAIN):
        return False
    one, other = ({entry.code.partition("-")[0] for entry in item.entries} for item in (left, right))
    return one.isdisjoint(other)


def _all_say_something(parts: list[list[Item]]) -> bool:
    """Whether each phrase has a word for an actor, or begins with a capital as a name does."""
    return all(
        part[0].capital or any(item.kinds & {CLASS, ORGAN, OFFICE} or item.owns for item in part) for part in parts
    )


def _shared_head(parts: list[list[Item]]) -> list[list[Item]]:
    """Adds the head of the last phrase to those before it that have none ("Russian and Syrian forces")."""
    if len(parts) < 2:
        return parts
    last = parts[-1]
    owners = [at for at, item in enumerate(last) if item.owns]
    head = last[owners[-1] + 1 :] if owners else last if _only_organs(last) else []
    front = parts[0]
    relation = next((at for at, item in enumerate(front) if item.key in RELATIONS and not item.entries), None)
    if relation and not any(item.owns for item in front[:relation]):
        lead = front[: relation + 1]
        return [front, *([*lead, *part] if all(item.owns for item in part) else part for part in parts[1:])]
    lead = [item for item in front if item.owns]
    if lead and front[-1].kinds & {ORGAN} and any(map(_only_organs, parts[1:])):
        return [front, *([*lead, *part] if _only_organs(part) else part for part in parts[1:])]
    if not head or not any(item.kinds & {ORGAN, CLASS} for item in head):
        return parts
    shared = []
    for part in parts[:-1]:
        alone = all(item.owns or not item.entries for item in part)
        shared.append([*part, *head] if alone and _takes_head(part[-1], head[0]) else part)
    return [*shared, last]


def _takes_head(owner: Item, head: Item) -> bool:
    """Whether a word before "and" goes with the head behind it: an adjective does, the name of a state does not."""
    if owner.kinds & {ADJECTIVE, STATE} == {ADJECTIVE}:
        return True
    return ORGAN in head.kinds and (NAME in owner.kinds or {ADJECTIVE, STATE} <= owner.kinds)


def _only_organs(part: list[Item]) -> bool:
    return all(ORGAN in item.kinds for item in part)


def _with_owner(filler: str, answer: Answer) -> Answer:
    """An answer whose filler begins with "its" or "our" names a kind at most, never the forces of one state."""
    first = filler.split(maxsplit=1)[0].lower()
    if first not in POSSESSIVES or (answer.codes and not set(answer.codes) <= FIGHTING):
        return answer
    why = f"{first!r} points to an owner that is named elsewhere; {answer.why}"
    return Answer((), why, answer.codes or answer.weighed, True)


def _with_side(filler: str, parsed: Cut, answer: Answer) -> Answer:
    """An answer that leaves "US-backed Syrian forces" open: they are Syria's army, or those who fight it."""
    side = next(filter(_SIDED.search, parsed.linked), None) or ((m := _SIDED_BEHIND.search(filler)) and m[0])
    if not side or not _LOOSE.search(filler) or len(answer.codes) != 1 or not answer.codes[0].endswith("-mil"):
        return answer
    why = f"{side!r} may say that they are no forces of the state; {answer.why}"
    return Answer((), why, answer.codes)


def _referent(register: ActorRegister, answer: Answer) -> Referent:
    if len(answer.codes) == 1:
        code = answer.codes[0]
        weighed = tuple(
            Candidate(other, f"{_name(register, other)}: touched by the words, not named") for other in answer.weighed
        )
        return Referent(Scheme.ACTOR, code, _level(register, (code,)), answer.why, weighed)
    codes = answer.codes or answer.weighed
    told = "the words may stand for it" if answer.codes else "touched by the words, not named"
    candidates = tuple(Candidate(code, f"{_name(register, code)}: {told}") for code in codes)
    return Referent(Scheme.ACTOR, None, _level(register, codes), answer.why, candidates)


def _name(register: ActorRegister, code: str) -> str:
    if code.endswith("-capital"):
        state = register.states[code.partition("-")[0]]
        return f"the city of {state.capital[0].rstrip('?^')}"
    return register.name_of(code)


def _level(register: ActorRegister, codes: Sequence[str]) -> Level | None:
    if not codes:
        return None
    known = [code for code in codes if not code.endswith("-capital")]
    return Level.CLASS_ACTOR if any(register.is_class(code) for code in known) else Level.ACTOR


def _none(why: str) -> Referent:
    return Referent(Scheme.ACTOR, None, None, why)
