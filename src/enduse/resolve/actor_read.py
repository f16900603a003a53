"""Reads the words of a phrase from left to right: names, adjectives of states, words for organs and kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..lexicon.actor_names import key
from ..lexicon.actors import ADJECTIVE, CITY, CLASS, HOLDER, NAME, OFFICE, ORGAN, PEOPLE, REGION, STATE, ActorRegister
from .actor_choice import Scene, at_time, choose, holder, is_later, is_usual
from .actor_items import Item

FIGHTING = frozenset({
    "rebels", "militants", "fighters", "armed_groups", "militias", "islamists", "jihadists", "terrorists",
    "separatists", "mercenaries", "criminals", "cartels", "foreign_fighters", "armed_opposition", "tribes",
    "kurdish_forces", "palestinian_factions", "moderate_rebels",
})  # fmt: skip
"""Kinds that beside the name of a group say no more than the name ("Houthi rebels")."""

MEMBERS = frozenset({
    "members", "member", "holdouts", "fronts", "formations", "range", "variety", "number", "handful", "majority",
    "lot", "elements", "element", "remnants", "parts", "part", "sections", "units", "section", "ranks", "components",
    "groups", "group", "hands", "arsenals", "arsenal", "stockpiles", "stocks", "depots", "stores", "inventory",
    "warehouses", "armouries", "armories", "wing", "branch",
})  # fmt: skip
"""Words that hand on to what follows "of": members of the opposition are the opposition."""

_PLACED = frozenset({
    "palestinian_factions", "prorussian", "iran_backed", "gulf_states", "eu_members", "nato_members", "baltic_states",
    "western_countries", "european_countries", "states_some", "arab_states", "sunni_states", "african_states",
    "latin_american_states", "asian_states", "muslim_states", "major_powers", "international_community",
})  # fmt: skip
"""Kinds whose word tells of where already."""

_LOOSE_TITLES = frozenset({"leader", "dictator", "strongman", "ruler", "chief"})
"""Titles that are no office by themselves."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the words read so far stand for.

    sort: state, adjective, city, region, actor, person, office, organ, class or people; empty for nothing.
    state: the state that they speak of, if one. last: the item that was read last.
    bare: a word for an organ, an office or a kind that waits for a name.
    current: whether a person was in office then; left: whether the person is known to have left it before.
    """

    codes: tuple[str, ...] = ()
    sort: str = ""
    state: str = ""
    how: str = ""
    bare: str = ""
    title: str = ""
    current: bool = True
    left: bool = False
    last: int = -1


def read_head(scene: Scene, head: Sequence[Item], linked: Sequence[str] = ()) -> Read:
    """Read the words before a relation ("rebels" of "rebels in Syria").

    linked: modifiers that were set aside ("Iran-backed"); with a word behind them they may be a word for a kind.
    """
    read = Read()
    modifiers = [key(modifier) for modifier in linked]
    for at, item in enumerate(head):
        before = read
        read = step(scene, read, _narrowed(scene, item, modifiers))
        modifiers += [] if item.owns else [item.key]
        if read is not before:
            read = replace(read, last=at)
    return read


def _narrowed(scene: Scene, item: Item, modifiers: Sequence[str]) -> Item:
    """A word for a kind, with an adjective that stands apart from it: "moderate" of "moderate Syrian rebels"."""
    if item.owns or not item.kinds & {CLASS, ORGAN}:
        return item
    usual = [key(scene.register.classes[code].words[0]) for code in codes_of(item, CLASS)]
    for word in modifiers:
        for noun in (item.key, *usual):
            entries = tuple(entry for entry in scene.register.entries(word + noun) if entry.kind == CLASS)
            if entries:
                return item._replace(entries=entries, kinds=frozenset({CLASS}))
    return item


def step(scene: Scene, read: Read, item: Item) -> Read:
    """What the words stand for with one more; the same object where the word changes nothing."""
    kinds = item.kinds
    if kinds & {NAME, STATE}:
        return _named(scene, read, item)
    if HOLDER in kinds:
        return _held(scene, read, item)
    if PEOPLE in kinds or ADJECTIVE in kinds or REGION in kinds:
        return _of_a_state(scene, read, item)
    if CITY in kinds:
        state = codes_of(item, CITY)[0]
        return Read((f"{state}-gov",), "city", state, item.text)
    if ORGAN in kinds and (read.state or read.sort == "actor" or CLASS not in kinds):
        return _organ(scene, read, item)
    if CLASS in kinds:
        return _class(scene, read, item)
    if OFFICE in kinds:
        return _office(scene, read, item)
    return read


def codes_of(item: Item, *kinds: str) -> tuple[str, ...]:
    """What a word may stand for, of the kinds given."""
    return tuple(dict.fromkeys(entry.code for entry in item.entries if entry.kind in kinds))


def _named(scene: Scene, read: Read, item: Item) -> Read:
    """A state or another actor by its name; a city that is a name too stays open with it."""
    shared = any(entry.shared for entry in item.entries)
    codes = codes_of(item, NAME, STATE, CLASS) if shared else codes_of(item, NAME, STATE)
    cities = tuple(f"{code}-gov" for code in codes_of(item, CITY))
    codes = (*codes, *(code for code in cities if code not in codes))
    how = f"{item.text!r} is a name of {{name}}"
    usual = any(entry.usual for entry in item.entries)
    if usual and not (len(codes) == 1 and not read.state and is_usual(scene, codes[0])):
        shared = shared or read.state not in scene.register.states_of(codes[0])
    if len(codes) > 1 or shared:
        codes, decided = choose(scene, item.text, codes, {read.state} if read.state else ())
        if len(codes) == 1 and shared and not decided:
            return Read(codes, "open", "", f"{item.text!r} is a name that others have too, and nothing decides")
        how += f"; {decided}" if decided else ""
    if len(codes) > 1:
        return Read(codes, "open", "", f"{item.text!r} is a name of {len(codes)} rows, and nothing decides")
    code, note = at_time(scene, codes[0])
    how = how.format(name=scene.register.name_of(codes[0])) + (f"; {note}" if note else "")
    if code in scene.register.states:
        return Read((code,), "state", code, how)
    if is_later(scene, code):
        return Read((code,), "early", "", how)
    if read.sort in {"state", "adjective"} and _of_another_state(scene.register, code, read.state):
        return Read((code,), "foreign", "", f"{item.text!r} is a name of {scene.register.name_of(code)}")
    return Read((code,), "actor", _home(scene.register, code), how)


def _home(register: ActorRegister, code: str) -> str:
    """The state whose organ an id is; empty for others."""
    owner = code.partition("-")[0]
    return owner if owner != code and owner in register.states else ""


def _of_another_state(register: ActorRegister, code: str, state: str) -> bool:
    """Whether a group is called by a state in which it does not act ("Egyptian Hezbollah")."""
    actor = register.actors.get(code)
    return actor is not None and bool(actor.acts_in) and state not in register.states_of(code)


def _held(scene: Scene, read: Read, item: Item) -> Read:
    codes, how, current, left = holder(scene, item.entries, read.title)
    if read.state and len(codes) > 1:
        codes = tuple(code for code in codes if code.partition("-")[0] == read.state) or codes
    if not codes:
        last = scene.register.holders[int(codes_of(item, HOLDER)[0])].office
        return Read((last,), "early", "", how)
    owner = scene.register.offices[codes[0]].part_of
    state = codes[0].partition("-")[0]
    if state not in scene.register.states or (owner in scene.register.actors and _home(scene.register, owner) != state):
        state = ""
    if read.state and state and read.state != state:
        return Read(codes, "foreign", "", how)
    return Read(codes, "person", state, how, current=current, left=left)


def _of_a_state(scene: Scene, read: Read, item: Item) -> Read:
    kind = next(kind for kind in (PEOPLE, ADJECTIVE, REGION) if kind in item.kinds)
    codes = codes_of(item, kind)
    if len(codes) > 1 or any(entry.shared for entry in item.entries if entry.kind == kind):
        codes, _ = choose(scene, item.text, codes, {read.state} if read.state else ())
        if len(codes) > 1:
            return Read(codes, "open", "", f"{item.text!r} may be said of several states, and nothing decides")
    state, note = at_time(scene, codes[0])
    told = f"; {note}" if note else ""
    name = scene.register.name_of(state)
    if kind == PEOPLE and ADJECTIVE not in item.kinds:
        return Read((f"{state}-people",), "people", state, f"{item.text!r} are people of {name}{told}")
    if kind == REGION:
        return Read((state,), "region", state, f"{item.text!r} is a part of {name}")
    if read.sort == "adjective" and read.state != state:
        return Read((read.state, state), "open", "", f"{item.text!r} stands beside another adjective of a state")
    return Read((state,), "adjective", state, f"{item.text!r} is the adjective of {name}{told}")


def _organ(scene: Scene, read: Read, item: Item) -> Read:
    suffix = codes_of(item, ORGAN)[0]
    level = scene.register.organs[suffix].level
    if read.sort == "actor" and (not read.state or level == "class"):
        return _of_an_actor(scene, read, item, suffix, level)
    if read.sort == "actor" or (read.sort == "class" and suffix not in {"officials", "people"}):
        return replace(read, how=f"{read.how}; {item.text!r} belongs to it")
    if read.sort == "person" and not read.state:
        owner = scene.register.offices[read.codes[0]].part_of
        return Read((owner,), "actor", "", f"{read.how}; {item.text!r} are those of {scene.register.name_of(owner)}")
    if read.sort == "region" and suffix == "gov":
        return Read((read.state,), "thing", "", f"{item.text!r} of a region")
    if read.state and read.sort != "class":
        code = f"{read.state}-{suffix}"
        whose = scene.register.name_of(read.state)
        how = f"{item.text!r} of {whose}: {scene.register.name_of(code)}"
        if read.sort == "person":
            how = f"{read.how}; {item.text!r} are those of {whose}"
        return Read((code,), "organ", read.state, how)
    if read.sort == "class":
        return read
    if read.sort in {"open", "foreign", "early"}:
        return read
    return replace(read, bare=item.text)


def _of_an_actor(scene: Scene, read: Read, item: Item, suffix: str, level: str) -> Read:
    """Officials of a group or agency are a class of their own; its fighters and leadership are the group itself."""
    if suffix == "officials":
        code = f"{read.codes[0]}-officials"
        return Read((code,), "class", read.state, f"{item.text!r} of {scene.register.name_of(read.codes[0])}, unnamed")
    if level == "class":
        return Read(read.codes, "thing", "", f"{item.text!r}")
    return replace(read, how=f"{read.how}; {item.text!r} are its own")


def _class(scene: Scene, read: Read, item: Item) -> Read:
    code = codes_of(item, CLASS)[0]
    beside = all(entry.beside for entry in item.entries if entry.kind == CLASS)
    if read.sort in {"open", "foreign", "early"}:
        return read
    if read.sort == "actor" and (code in FIGHTING or item.key in MEMBERS):
        return replace(read, how=f"{read.how}; {item.text!r} are the same")
    if read.sort == "actor" and beside:
        return Read(read.codes, "thing", "", f"{item.text!r}")
    if read.sort == "organ" and code == "fighters" and not read.codes[0].endswith("-gov"):
        return replace(read, how=f"{read.how}; {item.text!r} are its own")
    if read.sort == "class" and beside:
        return replace(read, how=f"{read.how}; {item.text!r} says no more")
    state = "" if read.sort in {"actor", "thing"} else read.state
    if item.key == "state" and read.sort in {"adjective", "state"}:
        return replace(read, how=f"{read.how}; {item.text!r} says no more")
    if beside and not state:
        return replace(read, bare=item.text)
    name = scene.register.classes[code].name
    if state and code not in _PLACED:
        how = f"{item.text!r} is a word for {name}, of {scene.register.name_of(state)}"
        return Read((f"{state}-{code}",), "class", state, how)
    return Read((code,), "class", "", f"{item.text!r} is a word for {name}; whose is not said")


def _office(scene: Scene, read: Read, item: Item) -> Read:
    owner = read.state or (read.codes[0] if read.sort == "actor" else "")
    if read.sort in {"open", "foreign", "early", "class"}:
        return read
    if not owner:
        return replace(read, bare=item.text, title=item.key)
    office = scene.register.office(owner, item.key)
    name = scene.register.name_of(owner)
    if office is not None:
        return Read((office.id,), "office", read.state, f"{item.text!r} of {name}", title=item.key)
    if not read.state:
        return replace(read, how=f"{read.how}; {item.text!r} speaks for it", title=item.key)
    if item.key in _LOOSE_TITLES:
        return Read((f"{read.state}-gov",), "thing", read.state, f"{item.text!r}")
    how = f"{item.text!r} of {name} has no row of its own and speaks for the government"
    return Read((f"{read.state}-gov",), "office", read.state, how, title=item.key)
