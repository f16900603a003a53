"""Looks up which place a filler names: a country, region, town or site, or nothing, with the reason.

The answer is the smallest place of the register that the words put the thing into, never a smaller one than they say:
"northern Syria" is Syria, an airport that the register lacks is its town. A name of several places stays open unless
the filler, then the sentence, then the countries that the caller knows, decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from ..lexicon.place_names import words
from ..lexicon.places import WORLD, Place, PlaceRegister, open_places
from ..model.referent import Candidate, Level, Referent, Scheme
from .place_words import QUARTER_WORDS, REGION_WORDS, SITE_WORDS, TOWN_WORDS, Part, Reading, match, read

FAR_LARGER = 10
"""How many times as many people a town must have as another of its name to be meant before it by the name alone.

Set by judgement, not swept: Tripoli of Libya has five times the people of Tripoli of Lebanon and must stay open.
"""

LARGE = 1_000_000
"""Inhabitants from which a town that is far larger is not set aside because the sentence names another's country.

Set by judgement, not swept.
"""

ABROAD = frozenset({"us", "gb", "ru", "fr"})
"""States that news names as acting abroad, so that their mere name in a sentence places nothing there."""

_LOCATING = TOWN_WORDS | QUARTER_WORDS | REGION_WORDS


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a look-up works on."""

    filler: str
    context: str
    countries: frozenset[str]
    register: PlaceRegister

    def place(self, code: str) -> Place:
        return self.register.place(code)

    def within(self, code: str, other: str) -> bool:
        return self.register.lies_in(code, other)


def resolve_place(
    filler: str, *, context: str = "", countries: frozenset[str] = frozenset(), register: PlaceRegister | None = None
) -> Referent:
    """Look up the place that a filler names.

    context: the sentence around it; it decides only between places that the filler leaves open.
    countries: ids of countries that the article is about ("sy"); they decide what the sentence leaves open too.
    register: the one to look in; the one that ships with enduse if not given.
    """
    scene = _Scene(filler, context, countries, register or open_places())
    reading = read(filler, scene.register)
    places = [part for part in reading.parts if part.ids and not part.adjective]
    if not places:
        return _without_name(scene, reading)
    if reading.border:
        return _border(scene, reading)
    return _resolved(scene, reading, places)


def _without_name(scene: _Scene, reading: Reading) -> Referent:
    """The referent of a filler without the name of a place: an adjective of a country, an unknown name, or none."""
    unknown = [part.text for part in reading.parts if not part.ids]
    adjectives = [part for part in reading.parts if part.adjective]
    if reading.border:
        return _border(scene, reading)
    if unknown and not adjectives:
        return _none(f"{unknown[0]!r} is no place of the register")
    if not adjectives:
        return _none(f"{scene.filler!r} names no place; which one is meant, its words do not say")
    codes = tuple(dict.fromkeys(code for part in adjectives for code in part.ids))
    last = adjectives[-1]
    locating = bool(last.kinds and last.kinds[-1] in _LOCATING) or bool(last.side) or last.text == scene.filler.strip()
    if len(codes) == 1 and locating and not reading.lower:
        rest = f"; {unknown[0]!r} is not in the register" if unknown else "; which part of it, the words do not say"
        return _found(
            scene, codes[0], f"{last.text!r} says in which country it is{rest if unknown or last.kinds else ''}"
        )
    why = f"{last.text!r} says whose it is, not where; no place of the register is named"
    return _open(scene, codes, why)


def _border(scene: _Scene, reading: Reading) -> Referent:
    codes = tuple(dict.fromkeys(code for part in reading.parts for code in part.ids if len(part.ids) == 1))
    if not codes:
        return _none(f"{scene.filler!r} names no place; which border is meant, its words do not say")
    return _open(scene, codes, "a border lies in no one place; the register has none")


def _resolved(scene: _Scene, reading: Reading, places: Sequence[Part]) -> Referent:
    target, rest, several = _target(scene, reading, places)
    if several:
        return _several(scene, [target, *several])
    adjectives = [part for part in reading.parts if part.adjective]
    ids, how = _of_kind(scene, target)
    stranger = _stranger(reading, target)
    if stranger is not None and (whole := _longer(reading, target, stranger)):
        target.ids, target.text, target.start = (), whole, min(stranger.start, target.start)
        reading.parts.remove(stranger)
        left_over = [part for part in places if part.ids]
        return _resolved(scene, reading, left_over) if left_over else _none(f"{whole!r} is no place of the register")
    if stranger is not None and target.owner and reading.lower and not stranger.kinds:
        return _open(scene, ids, f"{target.text!r} says whose {stranger.text!r} is, not where")
    if stranger is not None:
        where = "near" if target.near else "in"
        how = f"{stranger.text!r} is not in the register, {target.text!r} is what it lies {where}"
    placing = [*rest, *(part for part in adjectives if _places(part) and part.start < target.start)]
    if (other := _contradiction(scene, ids, placing)) is not None:
        return _contradicted(scene, target, ids, other)
    left, decided = _narrowed(scene, ids, placing)
    left, by = _decided(scene, left)
    notes = [note for note in (how, decided, by, _note(scene, target, left)) if note]
    if target.near and scene.place(left[0]).level == "country":
        return _open(scene, left, f"{scene.filler!r} lies near {target.text}, not in it")
    if len(left) == 1:
        return _found(scene, left[0], "; ".join([f"{target.text!r} is {scene.place(left[0]).name}", *notes]), ids)
    if container := _common(scene, left, target, stranger is not None):
        return _found(scene, container, "; ".join([f"{target.text!r} is its name", *notes]), left)
    return _open(scene, left, "; ".join([f"{target.text!r} is the name of {len(left)} places", *notes]))


def _longer(reading: Reading, target: Part, stranger: Part) -> str:
    """The longer name that a target is only a part of, "" where it is a name by itself."""
    if stranger.start > target.start:
        return "" if target.owner else f"{target.text} {stranger.text}"
    if target.link == "of":
        return f"{stranger.text} of {target.text}"
    return f"{stranger.text} {target.text}" if target.link == "" else ""


def _stranger(reading: Reading, target: Part) -> Part | None:
    """A name that is not in the register and that the target belongs to, or holds; None without one."""
    for part in reading.parts:
        if part.ids:
            continue
        before = reading.parts[reading.parts.index(part) - 1] if part is not reading.parts[0] else None
        if part.touches and before is target:
            return part
        if target.touches and reading.parts[reading.parts.index(target) - 1] is part:
            return part
        if part.end <= target.start and target.link in {"in", "near", ","}:
            return part
        if part.end <= target.start and target.link == "of" and not target.kinds and not reading.lower:
            return part
    return None


def _places(adjective: Part) -> bool:
    """Whether an adjective places what it stands before: not "a Russian base in …"."""
    return not any(kind in SITE_WORDS for kind in adjective.kinds)


def _target(scene: _Scene, reading: Reading, places: Sequence[Part]) -> tuple[Part, list[Part], list[Part]]:
    """The part that the filler is about, those that it lies in, and those named side by side with it."""
    target, rest, several = places[0], [], []
    for part in places[1:]:
        if part.near or part.link == "near":
            continue
        if target.owner and part.link == "":
            rest.append(target)
            target = part
            continue
        below, above = _below(scene, part, target), _below(scene, target, part)
        if part.touches and not (part.link or below or above) and all(len(code) > 2 for code in target.ids):
            part.ids = ()  # two names in a row that have nothing to do with each other are one longer name
            continue
        if part.link == "and" or (part.link == "," and not above and not below and not _only_country(part, target)):
            several.append(part)
        elif below and not above:
            rest.append(target)
            target = part
        elif above or part.link in {"in", ","}:
            rest.append(part)
        elif part.kinds and set(part.kinds) & TOWN_WORDS and not _suburb_of(scene, target, part):
            rest.append(target)
            target = part
        else:
            rest.append(part)
    return target, rest, several


def _suburb_of(scene: _Scene, part: Part, other: Part) -> bool:
    """Whether the first of two towns is the suburb ("the Douma suburb of Damascus"); the smaller one is."""
    people = [max(scene.place(code).population for code in named.ids) for named in (part, other)]
    return part.start < other.start and "suburb" in other.kinds and 0 < people[0] < people[1]


def _only_country(part: Part, before: Part) -> bool:
    """Whether a part is a country behind the comma after something smaller ("Rota, Spain")."""
    return len(part.ids) == 1 and len(part.ids[0]) == 2 and all(len(code) > 2 for code in before.ids)


def _below(scene: _Scene, part: Part, other: Part) -> bool:
    """Whether some reading of a part lies in some reading of another."""
    return any(one != two and scene.within(one, two) for one, two in product(part.ids, other.ids))


def _of_kind(scene: _Scene, part: Part) -> tuple[tuple[str, ...], str]:
    """The candidates that a word for a kind beside the name leaves, and how it decided."""
    levels = {code: scene.place(code) for code in part.ids}
    for kind in reversed([*part.kinds, *(["countryside"] if part.side == "rural" else [])]):
        if kind in TOWN_WORDS:
            left = [code for code, place in levels.items() if place.level in {"town", "site"}]
        elif kind in QUARTER_WORDS:
            left = [code for code, place in levels.items() if place.district] or [
                code for code, place in levels.items() if place.level != "region" or len(levels) == 1
            ]
        elif kind in REGION_WORDS:
            left = [
                code for code, place in levels.items() if place.level in {"region", "country"} and not place.district
            ]
        elif kind in SITE_WORDS:
            left = [code for code, place in levels.items() if place.level == "site"] or list(levels)
        else:
            continue
        if left:
            return tuple(left), f"{kind!r} says of what kind it is" if len(left) < len(levels) else ""
        return part.ids, f"the register has no {kind} of that name"
    if part.near and (towns := tuple(code for code, place in levels.items() if place.level in {"town", "site"})):
        return towns, ""
    larger = [code for code, place in levels.items() if not place.district]
    return tuple(larger or levels), ""


def _narrowed(scene: _Scene, ids: tuple[str, ...], containers: Sequence[Part]) -> tuple[tuple[str, ...], str]:
    """The candidates that lie in what the filler names beside them."""
    how = ""
    for part in containers:
        lands = {scene.register.country_of(code) for code in part.ids}
        left = tuple(c for c in ids if any(c != code and scene.within(c, code) for code in part.ids))
        left = left or tuple(c for c in ids if scene.register.country_of(c) in lands)
        if left and len(left) < len(ids):
            ids, how = left, f"{part.text!r} beside it decides"
    return ids, how


def _contradiction(scene: _Scene, ids: Sequence[str], containers: Sequence[Part]) -> Part | None:
    """A country beside the name in which no candidate lies; None without one."""
    lands = {scene.register.country_of(code) for code in ids}
    if WORLD in lands or all(scene.place(code).level == "site" for code in ids):
        return None
    for part in containers:
        if len(part.ids) == 1 and len(part.ids[0]) == 2 and not part.owner and part.ids[0] not in lands:
            return part
    return None


def _contradicted(scene: _Scene, target: Part, ids: Sequence[str], other: Part) -> Referent:
    if other.adjective:
        return _open(scene, ids, f"{other.text!r} beside {target.text!r} speaks of another country than the register")
    why = f"the register has no {target.text!r} in {other.text!r}, which is what it lies in"
    return _found(scene, other.ids[0], why, ids)


def _decided(scene: _Scene, ids: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Fewer candidates, and what decided: a country that holds the others, the sentence, the article, or the size."""
    if len(ids) < 2:
        return ids, ""
    lands = [code for code in ids if scene.place(code).level == "country"]
    if len(lands) == 1 and not any(_state_abroad(scene, code, lands[0]) for code in ids):
        return (lands[0],), "the country of that name goes before towns, and before what lies in it"
    large = _without_small(scene, ids)
    told = frozenset(_countries_in(scene))
    for where, known in (("the sentence", told), ("the article", scene.countries)):
        left = tuple(code for code in ids if scene.register.country_of(code) in known)
        if left and len(left) < len(ids):
            if len(large) == 1 and large[0] not in left and scene.place(large[0]).population >= LARGE:
                return ids, ""
            ids, how = left, f"{where} names {_names(scene, left)}"
            kind, word = _kind_in_context(scene, ids)
            return (kind, f"{how}; {word}") if kind else (ids, how)
    how = "by far the largest of that name" if len(large) < len(ids) else ""
    kind, word = _kind_in_context(scene, large)
    return (kind, word) if kind else (large, how)


def _names(scene: _Scene, ids: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(scene.place(scene.register.country_of(code)).name for code in ids))


def _state_abroad(scene: _Scene, code: str, land: str) -> bool:
    """Whether a candidate is a first-level region of another country ("Georgia")."""
    place = scene.place(code)
    return place.level == "region" and not place.district and scene.register.country_of(code) != land


def _without_small(scene: _Scene, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The candidates without towns that have a tenth of the largest one's people or fewer."""
    people = {code: place.population for code in ids if (place := scene.place(code)).level == "town"}
    most = max(people.values(), default=0)
    return tuple(code for code in ids if code not in people or people[code] * FAR_LARGER > most or people[code] == most)


def _kind_in_context(scene: _Scene, ids: tuple[str, ...]) -> tuple[tuple[str, ...] | None, str]:
    """What a town and its region of one name are told apart by: a word beside the name elsewhere in the sentence."""
    if len(ids) < 2 or not scene.context:
        return None, ""
    reading = read(scene.context, scene.register)
    for part in reading.parts:
        if set(ids) <= set(part.ids) and any(kind in TOWN_WORDS | REGION_WORDS for kind in part.kinds):
            left, _ = _of_kind(scene, part)
            if len(left) == 1 and left[0] in ids:
                return left, f"the sentence has {part.kinds[-1]!r} beside the name"
    return None, ""


def _countries_in(scene: _Scene) -> Iterator[str]:
    """The countries that the sentence names, outside the filler; places that can only lie in one are counted too."""
    own = scene.context.find(scene.filler)
    found, at = words(scene.context), 0
    while at < len(found):
        part = match(scene.context, found, at, scene.register)
        if part is None:
            at += 1
            continue
        at = part.end
        if own <= found[part.start].start < own + len(scene.filler) and own >= 0:
            continue
        lands = {scene.register.country_of(code) for code in part.ids}
        if len(lands) == 1 and part.ids[0] not in ABROAD:
            yield from lands


def _note(scene: _Scene, part: Part, ids: Sequence[str]) -> str:
    """What the words say that the register cannot: a part, a place near it, a thing in it."""
    level = scene.place(ids[0]).level
    if part.near:
        return "the words say near it"
    if part.side:
        return f"{part.side!r} is a part of it that is not in the register"
    if part.kinds and part.kinds[-1] in SITE_WORDS and level != "site":
        return f"the {part.kinds[-1]} itself is not in the register"
    return ""


def _common(scene: _Scene, ids: Sequence[str], target: Part, is_container: bool) -> str | None:
    """The region among a town and its region of one name, where the thing named lies in either."""
    thing = is_container or any(kind in SITE_WORDS for kind in target.kinds)
    if not thing or target.near:
        return None
    return next((code for code in ids if all(scene.within(other, code) for other in ids)), None)


def _several(scene: _Scene, parts: Sequence[Part]) -> Referent:
    chosen = [_decided(scene, _narrowed(scene, _of_kind(scene, part)[0], _others(parts, part))[0])[0] for part in parts]
    codes = tuple(dict.fromkeys(code for ids in chosen for code in ids))
    lands = {scene.register.country_of(code) for code in codes}
    text = ", ".join(part.text for part in parts)
    if len(lands) == 1 and WORLD not in lands and not lands & set(codes):
        return _found(scene, lands.pop(), f"{text!r} are several places of one country", codes)
    return replace(_open(scene, codes, f"{text!r} are several places, and no one country holds them"), several=True)


def _others(parts: Sequence[Part], part: Part) -> list[Part]:
    return [other for other in parts if other is not part and len(other.ids) == 1]


def _found(scene: _Scene, code: str, why: str, weighed: Sequence[str] = ()) -> Referent:
    others = tuple(Candidate(other, _described(scene, other)) for other in weighed if other != code)
    return Referent(Scheme.PLACE, code, Level(scene.place(code).level), why, others)


def _open(scene: _Scene, codes: Sequence[str], why: str) -> Referent:
    levels = [scene.place(code).level for code in codes]
    level = next(Level(name) for name in ("country", "region", "town", "site") if name in levels)
    return Referent(Scheme.PLACE, None, level, why, tuple(Candidate(code, _described(scene, code)) for code in codes))


def _described(scene: _Scene, code: str) -> str:
    place = scene.place(code)
    if place.level == "country":
        return f"{place.name}, a country"
    where = "" if place.within == WORLD else f" in {scene.place(place.within).name}"
    people = f", {place.population:,} people" if place.population else ""
    return f"{place.name}, a {place.level}{where}{people}"


def _none(why: str) -> Referent:
    return Referent(Scheme.PLACE, None, None, why)
