"""Looks up what weapon a filler names: a designation, a class, or nothing, with the reason.

How exact the answer is follows the words. A designation that is named gives its row; a word for a kind gives the class,
never one of the weapons under it; a name that several rows share stays open unless the filler's own words, an adjective
of origin or the sentence decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from ..lexicon.weapons import Entry, WeaponRegister, Word, open_weapons, words
from ..model.referent import Candidate, Level, Referent, Scheme

_JOINERS = frozenset({"and", "or", "nor", "plus"})
_BOUNDARIES = frozenset({
    "for", "of", "from", "with", "to", "in", "on", "at", "by", "against", "including", "include", "such", "like",
    "capable", "that", "which", "used", "made", "filled", "containing", "carrying", "supplied", "worth", "mounted",
    "fired", "armed", "equipped", "loaded", "able", "designed", "known", "called", "under", "than", "they", "we",
    "he", "she", "you",
})  # fmt: skip
_SMALL_WORDS = frozenset({"a", "an", "as", "at", "by", "in", "is", "no", "of", "on", "or", "to"})
_FILLED = frozenset({"filled", "containing", "carrying", "with", "loaded"})
_ORIGINS = {
    "american": "US", "us": "US", "usa": "US", "british": "GB", "uk": "GB", "french": "FR", "german": "DE",
    "swedish": "SE", "russian": "RU SU", "soviet": "SU RU", "yugoslav": "YU", "croatian": "HR YU", "serbian": "RS YU",
    "chinese": "CN", "iranian": "IR", "israeli": "IL", "turkish": "TR", "ukrainian": "UA", "polish": "PL",
    "czech": "CZ CS", "italian": "IT", "pakistani": "PK", "indian": "IN", "norwegian": "NO", "swiss": "CH",
    "brazilian": "BR", "canadian": "CA", "houthi": "YE", "emirati": "AE", "austrian": "AT", "belgian": "BE",
}  # fmt: skip
"""Adjectives that tell where a weapon was designed; they choose between candidates, and name nobody as a supplier."""

_LOOSE_GROUPS = frozenset({"armour", "aircraft", "naval", "uav", "air_defence", "missile"})
"""Groups in which news mixes up the kinds ("Bradley tanks"), so that a plain name outweighs the word beside it."""

_TARGETS = ("armour.", "aircraft.", "naval.", "generic.", "none.", "nonlethal.", "service.", "uav.")
"""Kinds that a sentence mostly names as targets, or that say nothing: they do not choose between candidates."""

_OPEN_KINDS = frozenset({"missile.unspecified", "missile.rocket", "ammunition.unspecified", "ammunition.guided"})
_VARIANT = re.compile(r"(.*[a-z].*\d|\d+[a-z]+\d+|[a-z]+\d+)(?:[a-z]{1,5}\d{0,2}[a-z]{0,2})")


class _Match(NamedTuple):
    """A stretch of the filler, words[start:end], and the rows that it may stand for."""

    start: int
    end: int
    text: str
    codes: tuple[str, ...]
    is_class: bool
    how: str = ""


class _Scene(NamedTuple):
    """What a look-up works on."""

    filler: str
    found: Sequence[Word]
    context: str
    register: WeaponRegister


def resolve_weapon(filler: str, *, context: str = "", register: WeaponRegister | None = None) -> Referent:
    """Look up the weapon that a filler names.

    context: the sentence around it; it decides only between rows that the filler leaves open.
    register: the one to look in; the one that ships with enduse if not given.
    """
    scene = _Scene(filler, words(filler), context, register or open_weapons())
    matches = list(_matches(scene))
    head, relation, tail = _parted(scene, matches)
    solid = [match for match in head if not _says_nothing(match)]
    if solid and (thing := _thing_for(scene, solid[0])):
        return _none(f"what is named is {thing!r}, which is no word of the register of weapons")
    if not solid:
        return _nothing(scene, head)
    if relation == "for" and solid[-1].codes[0] in {"missile.unspecified", "missile.rocket", "air_defence.sam"}:
        named = any(not match.is_class for match in tail)
        solid = [match for match in tail if not _says_nothing(match)] if named else solid
    if relation in {"known", "called"} or (relation == "mounted" and "-mounted" in scene.filler.lower()):
        solid = [match for match in (*head[:-1], *tail) if not _says_nothing(match)] or solid
    if relation in _FILLED:
        solid = [match for match in tail if match.codes[0].startswith("cbrn.")] or solid
    if (stranger := _stranger(scene, solid, matches)) is not None:
        return _none(f"what is named is a {stranger!r}, which is no word of the register of weapons")
    if any(not match.is_class for match in solid):
        return _by_name(scene, solid)
    return _by_kind(scene, solid)


def _matches(scene: _Scene) -> Iterator[_Match]:
    """The longest stretches that the register knows, from left to right."""
    at = 0
    while at < len(scene.found):
        match = _match_at(scene, at)
        if match is None:
            at += 1
        else:
            yield match
            at = match.end


def _match_at(scene: _Scene, at: int) -> _Match | None:
    found, known = scene.found, scene.register.entries
    most = min(len(found), at + scene.register.longest)
    keys, spelled = [], ""
    for word in found[at:most]:
        spelled += word.key
        keys.append(spelled)
    for length in range(len(keys), 0, -1):
        name = keys[length - 1]
        entries = known(name) or (known(name[:-1]) if name[-1] == "s" and name[-2:-1].isdigit() else ())
        if entries and (match := _matched(scene, at, at + length, entries)):
            return match
        last = found[at + length - 1]
        model = last.key.isdigit() and scene.filler[last.start - 1 : last.start] == "-"
        variant = (
            _VARIANT.fullmatch(name)
            if length < 5 and (model or not (last.key.isalpha() or last.key.isdigit()))
            else None
        )
        entries = known(variant[1]) if variant and len(variant[1]) > 2 else ()
        if entries and not entries[0].is_class and (match := _matched(scene, at, at + length, entries)):
            return match._replace(how="a variant of ")
    return None


def _matched(scene: _Scene, start: int, end: int, entries: tuple[Entry, ...]) -> _Match | None:
    """A match, unless the words only look like a name by being joined, or go on to name another model."""
    found, filler = scene.found, scene.filler
    for left, right in pairwise(found[start:end]):
        if _by_chance(left, filler[left.end : right.start], right):
            return None
    if start and found[start - 1].key.isalpha() and any(letter.isdigit() for letter in found[start].key):
        before = filler[found[start - 1].start : found[start].start]
        if before.endswith("-") and before[:-1].isupper() and before[:-1] not in {"US", "UK"}:
            return None
    text = filler[found[start].start : found[end - 1].end]
    if entries[0].is_class:
        kinds = tuple(e.code for e in entries if e.is_class and (not e.worded or _spoken_of(scene, e.code)))
        return _Match(start, end, text, kinds, True) if kinds else None
    if end < len(found) and found[end].key[0].isdigit() and found[end - 1].key[-1].isalpha():
        between = filler[found[end - 1].end : found[end].start]
        if between in {"-", "‑", "–", " "} and len(found[end].key) < 5:
            return None
    capital = found[start].capital
    codes = [e.code for e in entries if not e.is_class and (not (e.cased or e.worded) or _allowed(scene, e, capital))]
    return _Match(start, end, text, tuple(codes), False) if codes else None


def _by_chance(left: Word, gap: str, right: Word) -> bool:
    """Whether two words only look like parts of one name when joined ("a 10-ton truck", "U.S. Air Force")."""
    if right.key[0].isdigit():
        return " " in gap and left.key in _SMALL_WORDS and not left.capital
    return len(left.key) == 1 and "." in gap and right.key.isalpha()


def _allowed(scene: _Scene, entry: Entry, capital: bool) -> bool:
    """Whether a name that is a common word too is meant as one: by a capital, or a word of its class beside it."""
    if entry.cased and not entry.worded and capital:
        return True
    kind = scene.register.class_of(entry.code)
    return any(scene.register.covers(word, kind) for word in _kinds_in(scene.filler, scene.register))


def _spoken_of(scene: _Scene, code: str) -> bool:
    """Whether a clearer word of the same group stands in the filler or the sentence ("gas" beside "chemical")."""
    group = code.split(".")[0]
    kinds = [*_kinds_in(scene.filler, scene.register), *_kinds_in(scene.context, scene.register)]
    return any(kind.startswith(group) for kind in kinds)


def _kinds_in(text: str, register: WeaponRegister) -> Iterator[str]:
    """The classes that the words of a text speak of, and those of the weapons it names; what is open is left out."""
    found, at = words(text), 0
    while at < len(found):
        step = 1
        for end in range(min(len(found), at + register.longest), at, -1):
            entries = register.entries("".join([word.key for word in found[at:end]]))
            if entries:
                clear = [e for e in entries if not e.worded and (e.is_class or not (e.shared or e.cased))]
                yield from (register.class_of(e.code) for e in clear if not e.code.startswith("none."))
                step = end - at
                break
        at += step


def _parted(scene: _Scene, matches: list[_Match]) -> tuple[list[_Match], str, list[_Match]]:
    """What stands before the first preposition behind a match that says something, the preposition, and the rest."""
    inside = {at for match in matches for at in range(match.start, match.end)}
    first = next((match.end for match in matches if not _says_nothing(match)), len(scene.found))
    for at in range(first, len(scene.found)):
        if scene.found[at].key in _BOUNDARIES and at not in inside:
            head = [match for match in matches if match.end <= at]
            return head, scene.found[at].key, matches[len(head) :]
    return matches, "", []


def _says_nothing(match: _Match) -> bool:
    return match.codes[0].startswith("none.")


def _thing_for(scene: _Scene, first: _Match) -> str | None:
    """What stands before a "for" that stands before the first match ("inputs for weapons"); None without one."""
    before = scene.found[: first.start]
    at = next((at for at, word in enumerate(before) if word.key == "for"), 0)
    return scene.filler[: before[at].start].strip() if at else None


def _stranger(scene: _Scene, solid: list[_Match], head: list[_Match]) -> str | None:
    """A small-letter word after the last match, which the filler is then about ("tank crews"); None without one."""
    known = {at for match in head for at in range(match.start, match.end)}
    for at in range(solid[-1].end, len(scene.found)):
        word = scene.found[at]
        if word.key in _BOUNDARIES:
            return None
        if at not in known and not word.capital and not word.key[0].isdigit() and word.key not in _JOINERS:
            return scene.filler[word.start : word.end]
    return None


def _by_kind(scene: _Scene, kinds: list[_Match]) -> Referent:
    """The referent of a filler that names kinds only."""
    parts = _joined(scene, kinds)
    chosen = [_narrowest(scene, part) for part in parts]
    if len({match.codes for match in chosen}) > 1:
        return _several(scene, chosen)
    match = chosen[-1]
    if len(match.codes) == 1:
        return _class(scene, match.codes[0], f"{match.text!r} is a word for {_name(scene, match.codes[0])}")
    codes, how = _decided(scene, match.codes, [kind for kind in kinds if kind is not match])
    if len(codes) == 1:
        return _class(scene, codes[0], f"{match.text!r} may name several kinds; {how}")
    return _open(scene, match, codes, Level.CLASS)


def _narrowest(scene: _Scene, part: list[_Match]) -> _Match:
    """Of words that stand together, the last is the head; one before it that says more of the same is taken instead."""
    head = part[-1]
    for match in reversed(part[:-1]):
        narrower = tuple(code for code in match.codes if any(scene.register.covers(wide, code) for wide in head.codes))
        wider = any(scene.register.covers(code, own) for code in match.codes for own in head.codes)
        if narrower and not (wider and len(match.codes) >= len(head.codes)):
            head = match._replace(codes=narrower)
    return head


def _by_name(scene: _Scene, solid: list[_Match]) -> Referent:
    """The referent of a filler that names designations, with or without words for kinds."""
    parts = _joined(scene, solid)
    chosen = [_told_apart(scene, part) for part in parts]
    kinds = list(takewhile(lambda behind: behind.is_class, reversed(parts[-1])))
    last = _narrowest(scene, kinds[::-1]) if kinds else None
    match = chosen[-1]
    if last is not None and not match.is_class and not any(_fits(scene, code, match) for code in last.codes):
        if len(last.codes) > 1:
            return _by_kind(scene, [last])
        why = f"{last.text!r} is a word for {_name(scene, last.codes[0])}; {match.text!r} before it says whose or which"
        return _class(scene, last.codes[0], why, match.codes)
    if len({match.codes for match in chosen}) > 1:
        return _several(scene, chosen)
    if len(match.codes) == 1:
        return _designation(scene, match)
    classes = {scene.register.class_of(code) for code in match.codes}
    if len(classes) == 1:
        why = f"{match.text!r} is a name of several designations, all of them {_name(scene, *classes)}"
        return _class(scene, classes.pop(), why, match.codes)
    if last is not None and last.codes[0] not in _OPEN_KINDS and not last.codes[0].startswith("generic."):
        why = f"{match.text!r} leaves open which designation; {last.text!r} is a word for {_name(scene, last.codes[0])}"
        return _class(scene, last.codes[0], why, match.codes)
    return _open(scene, match, match.codes, Level.DESIGNATION)


def _told_apart(scene: _Scene, part: list[_Match]) -> _Match:
    """The name of a part with as few candidates as the words of the filler and the sentence leave it."""
    names = [match for match in part if not match.is_class]
    if not names:
        return _narrowest(scene, part)
    name = names[-1]
    codes, how = name.codes, name.how
    for other in names[:-1]:
        common = tuple(code for code in codes if code in other.codes)
        if common and len(common) < max(len(codes), len(other.codes)):
            how = f"{other.text!r} beside it decides: "
        codes = common or tuple(dict.fromkeys([*other.codes, *codes]))
    if len(codes) > 1:
        codes, decided = _decided(scene, codes, [match for match in part if match.is_class])
        how = f"{decided}: " if decided else how
    return name._replace(codes=codes, how=how)


def _decided(scene: _Scene, codes: tuple[str, ...], kinds: Sequence[_Match] = ()) -> tuple[tuple[str, ...], str]:
    """Fewer candidates and what decided: words for kinds beside the name, an adjective of origin, the sentence."""
    covers, class_of, weapons = scene.register.covers, scene.register.class_of, scene.register.weapons
    how = ""
    for kind in reversed(kinds):
        left = tuple(c for c in codes if any(covers(word, class_of(c)) for word in kind.codes))
        if left and len(left) < len(codes):
            codes, how = left, f"{kind.text!r} beside it decides"
    for word in scene.found:
        if len(codes) > 1 and word.capital and (origin := _ORIGINS.get(word.key)):
            left = tuple(
                c for c in codes if c in weapons and set(origin.split()) & set(weapons[c].design_origin.split("+"))
            )
            if left and len(left) < len(codes):
                codes, how = left, f"{scene.filler[word.start : word.end]!r} decides"
    if len(codes) > 1 and scene.context:
        told = {kind for kind in _kinds_in(scene.context, scene.register) if not kind.startswith(_TARGETS)}
        told -= _OPEN_KINDS
        left = tuple(c for c in codes if any(covers(spoken, class_of(c)) for spoken in told))
        if len(left) == 1:
            which = next(spoken for spoken in sorted(told) if covers(spoken, class_of(left[0])))
            codes, how = left, f"the sentence speaks of {_name(scene, which)}, which decides"
    return codes, how


def _fits(scene: _Scene, word_class: str, name: _Match) -> bool:
    """Whether a word for a kind may be said of what a name stands for."""
    for code in name.codes:
        kind = scene.register.class_of(code)
        if scene.register.covers(word_class, kind):
            return True
        group = kind.split(".")[0]
        flying = {word_class, kind} == {"missile.ballistic", "missile.cruise"}
        if group == word_class.split(".")[0] and group in _LOOSE_GROUPS and len(name.codes) == 1 and not flying:
            return True
    return False


def _joined(scene: _Scene, matches: list[_Match]) -> list[list[_Match]]:
    """The matches in the parts that "and", "or" and commas make."""
    parts = [[matches[0]]]
    for left, right in pairwise(matches):
        between = scene.found[left.end : right.start]
        gap = scene.filler[scene.found[left.end - 1].end : scene.found[right.start].start]
        if any(word.key in _JOINERS for word in between) or any(mark in gap for mark in ",;&"):
            parts.append([])
        parts[-1].append(right)
    return parts


def _several(scene: _Scene, chosen: list[_Match]) -> Referent:
    """The class that all named things have in common."""
    codes = list(dict.fromkeys(code for match in chosen for code in match.codes))
    kinds = list(dict.fromkeys(scene.register.class_of(code) for code in codes))
    groups = {kind.split(".")[0] for kind in kinds}
    wider = [kind for kind in kinds if all(scene.register.covers(kind, other) for other in kinds)]
    if wider:
        common = wider[0]
    elif len(groups) == 1 and f"{min(groups)}.unspecified" in scene.register.classes:
        common = f"{min(groups)}.unspecified"
    elif groups <= {"small_arms", "light_weapons", "anti_armour"}:
        common = "generic.salw"
    elif kinds[-1].startswith("ammunition."):
        common = "ammunition.unspecified"
    else:
        lethal = all(scene.register.classes[kind].lethal for kind in kinds)
        common = "generic.weapons" if lethal else "generic.equipment"
    named = ", ".join(repr(match.text) for match in chosen)
    why = f"{named} are named together; what they have in common is {_name(scene, common)}"
    return _class(scene, common, why, [code for code in codes if code != common])


def _designation(scene: _Scene, match: _Match) -> Referent:
    code = match.codes[0]
    if match.is_class:
        return _class(scene, code, f"{match.text!r} is a word for {_name(scene, code)}")
    name = _name(scene, code)
    variant = match.how.startswith("a variant")
    why = f"{match.text!r} is {match.how}{name}" if variant else f"{match.how}{match.text!r} is a name of {name}"
    return Referent(Scheme.WEAPON, code, Level.DESIGNATION, why)


def _class(scene: _Scene, code: str, why: str, among: Iterable[str] = ()) -> Referent:
    candidates = tuple(Candidate(other, f"named: {_name(scene, other)}") for other in among if other != code)
    return Referent(Scheme.WEAPON, code, Level.CLASS, why, candidates)


def _open(scene: _Scene, match: _Match, codes: tuple[str, ...], level: Level) -> Referent:
    candidates = tuple(Candidate(code, f"{match.text!r} is a name of {_name(scene, code)}") for code in codes)
    why = f"{match.text!r} may be any of {len(codes)}; nothing in the filler or the sentence decides"
    return Referent(Scheme.WEAPON, None, level, why, candidates)


def _nothing(scene: _Scene, head: list[_Match]) -> Referent:
    if head:
        return _none(f"{head[-1].text!r} belongs to the {_name(scene, head[-1].codes[0])}; it names no weapon")
    return _none(f"{scene.filler!r} holds no name and no word of the register of weapons")


def _none(why: str) -> Referent:
    return Referent(Scheme.WEAPON, None, None, why)


def _name(scene: _Scene, code: str) -> str:
    weapon = scene.register.weapons.get(code)
    return weapon.name if weapon else scene.register.classes[code].name
