"""Reads one noun phrase of a filler: whose government, whose fighters, which rebels of which state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon.actors import CLASS, OFFICE, ORGAN
from .actor_choice import Scene, is_government
from .actor_items import Cut, Item
from .actor_read import FIGHTING, MEMBERS, Read, codes_of, read_head, step

RELATIONS = frozenset({
    "of", "in", "from", "within", "inside", "for", "with", "by", "to", "at", "on", "near", "across", "against", "like",
    "including", "who", "that", "which", "fighting", "backed", "loyal", "affiliated", "linked", "allied", "opposed",
    "led", "based", "belonging", "operating", "seeking", "such", "under", "among", "trying", "battling", "aligned",
    "supported", "armed", "as", "than", "around", "behind", "close", "supporting", "holding", "between", "along",
    "throughout", "living", "trained", "outside", "not", "opposing", "sympathetic", "friendly", "hostile", "owned",
    "working", "run", "controlled",
})  # fmt: skip
"""Words with which something begins that says more of the words before it."""

_PARTICIPLES = frozenset({
    "armed", "trained", "backed", "led", "allied", "aligned", "supported", "controlled", "friendly",
})  # fmt: skip
"""Relations that are adjectives before a noun ("professional armed militias")."""

_OWNING = frozenset({"of", "from", "belonging", "within", "inside", "among"})
_SCOPING = frozenset({
    "of", "from", "in", "inside", "within", "across", "operating", "based", "throughout", "belonging", "loyal",
})  # fmt: skip


_ONE_OF_A_KIND = frozenset({
    "group", "organisation", "militia", "movement", "faction", "network", "gang", "cartel", "company",
})  # fmt: skip
"""Nouns that with "the" before them point to one that the article names."""


_NOT_OF_A_STATE = frozenset({"ethnic"})
"""Words that make an adjective of a state say something else ("ethnic Albanian rebels")."""

_PARTS_OF_A_STATE = frozenset(
    {"eastern", "western", "northern", "southern", "north", "south", "east", "west", "central"}
)
"""Words with which the name of a state is a place."""

_FRIENDS = frozenset({"allies", "foreign_backers", "regional_powers"})
"""Kinds that are of a state without being in it: "allies in Europe" are not Europe's."""

_HOLDINGS = frozenset({
    "bases", "base", "stockpiles", "stockpile", "arsenals", "arsenal", "depots", "depot", "stores", "stocks",
    "warehouses", "positions", "barracks", "convoys", "convoy", "checkpoints", "checkpoint", "armouries", "armories",
})  # fmt: skip
"""What somebody holds weapons in; behind a name the holder is meant."""


class Answer(NamedTuple):
    """What a phrase stands for.

    codes: one where it is found, several where it stays open, none where it names nobody.
    weighed: rows that the words touch without naming them. pointing: that it points to something said elsewhere.
    """

    codes: tuple[str, ...]
    why: str
    weighed: tuple[str, ...] = ()
    pointing: bool = False


def read_phrase(scene: Scene, cut: Cut, items: Sequence[Item]) -> Answer:
    """Read a phrase without "and"."""
    head, relation, tail = _parted(items)
    read = read_head(scene, head, cut.linked)
    if items and not items[0].entries and items[0].key in RELATIONS - _PARTICIPLES:
        return Answer((), f"who is meant is told only by what follows {items[0].text!r}", (), True)
    if (
        tail
        and not read.codes
        and head
        and head[-1].key in MEMBERS | _HOLDINGS
        and relation in {"of", "from", "in", "within"}
    ):
        inner = read_phrase(scene, cut, tail)
        return inner._replace(why=f"{head[-1].text!r} {relation} what is named: {inner.why}")
    if (stranger := _stranger(head, read)) is not None:
        weighed = (read.state,) if read.state else read.codes[:1]
        return Answer((), f"what is named is {stranger!r}, which is no word of the registers of actors", weighed)
    if tail and (related := _related(scene, cut, read, relation, tail)) is not None:
        return related
    return _finished(scene, cut, head, read, bool(tail) and relation != "of")


def _parted(items: Sequence[Item]) -> tuple[Sequence[Item], str, Sequence[Item]]:
    """What stands before the first relation behind a word, the relation, and what follows it."""
    for at, item in enumerate(items[1:], 1):
        begun = item.key not in _PARTICIPLES or any(before.entries for before in items[:at])
        if not item.entries and item.key in RELATIONS and begun:
            behind = items[at + 1 :]
            while behind and not behind[0].entries and behind[0].key in RELATIONS:
                behind = behind[1:]
            return items[:at], item.key, behind
    return items, "", ()


def _stranger(head: Sequence[Item], read: Read) -> str | None:
    """A word that the registers do not know and that changes what is named; None without one."""
    for at, item in enumerate(head):
        if item.key in _NOT_OF_A_STATE or (read.sort == "state" and item.key in _PARTS_OF_A_STATE):
            return item.text
        if item.entries or (item.key in MEMBERS and at + 1 == len(head)):
            continue
        if item.key in _HOLDINGS and at + 1 == len(head) and read.sort in {"actor", "organ", "state", "adjective"}:
            continue
        small = not item.capital
        if read.sort == "office" and not small:
            continue
        if small and (at < read.last or (at == 0 and len(head) > 1)):
            continue
        described = at + 1 < len(head) and at == 0 and item.key.endswith(("ed", "ly", "ing"))
        if described and not small and read.sort != "person":  # "Ahmed" before a surname is another's name
            continue
        if len(item.key) == 1 and read.sort == "person":
            continue
        return item.text
    return None


def _related(scene: Scene, cut: Cut, read: Read, relation: str, tail: Sequence[Item]) -> Answer | None:
    """What "the government of", "rebels in" and the like stand for with what follows; None where it changes nothing."""
    waiting = bool(read.bare) and not read.codes
    unscoped = read.sort == "class" and not read.state
    loyal = (
        relation == "loyal" and read.sort == "organ" and read.codes[0].endswith("-mil")
    )  # "Syrian forces loyal to Assad"
    if not (waiting or unscoped or loyal) or relation not in _SCOPING:
        return None
    following = _parted(tail)[0]
    inner = read_head(scene, following)
    if _stranger(following, inner) is not None or (relation == "in" and set(read.codes) & _FRIENDS):
        return None
    if inner.sort not in {"state", "adjective", "city", "region", "actor", "person", "organ", "class"}:
        return None
    if loyal and inner.state != read.state:
        return None
    if relation == "loyal" and inner.sort == "person" and not inner.current:
        return Answer((), f"loyal to somebody who was not in office {scene.when}", inner.codes, True)
    if relation == "loyal" and inner.state:
        how = f"loyal to the government of {scene.register.name_of(inner.state)}"
        return Answer((f"{inner.state}-progov",), how)
    words = _bare_items(read, cut)
    governing = any(codes_of(item, ORGAN)[:1] == ("gov",) for item in words)
    if inner.sort == "class" and relation not in _OWNING:
        return None
    elsewhere = waiting and relation not in _OWNING and not (governing and relation == "in")
    if elsewhere and not any(CLASS in item.kinds for item in words):
        return Answer((), f"{read.bare!r} {relation} a place; whose they are is not said", inner.codes[:1], True)
    if inner.sort == "actor" and relation not in _OWNING:
        return None
    joined = inner
    for item in words:
        joined = step(scene, joined, item)
    if joined is inner and inner.sort != "actor":
        return None
    return _settled(scene, joined)


def _bare_items(read: Read, cut: Cut) -> list[Item]:
    """The last word of the head that waits for a name."""
    head = cut.items[: max(read.last, 0) + 1]
    return [item for item in head if item.kinds & {ORGAN, CLASS, OFFICE} and not item.owns][-1:]


def _settled(scene: Scene, read: Read) -> Answer:
    if read.sort == "open":
        return Answer(read.codes, read.how) if len(read.codes) > 1 else Answer((), read.how, read.codes)
    if read.sort in {"foreign", "early"}:
        return Answer((), f"{read.how}; the words beside it or the date speak against it", read.codes)
    if read.sort == "person" and read.left:
        return Answer((), read.how, read.codes)
    if read.sort == "thing":
        whose = scene.register.name_of(read.codes[0])
        return Answer((), f"{read.how} of {whose} are not named in the registers", read.codes)
    return Answer(read.codes, read.how, _weighed(scene, read))


def _weighed(scene: Scene, read: Read) -> tuple[str, ...]:
    return (read.state,) if read.sort == "people" else ()


def _finished(scene: Scene, cut: Cut, head: Sequence[Item], read: Read, more: bool) -> Answer:
    """The answer of a phrase that nothing behind it changes."""
    if read.sort == "adjective":
        return _adjective_alone(scene, cut if len(head) == 1 else cut._replace(whole=False), read)
    if read.sort == "region":
        return Answer((), f"{read.how}; a place is no actor", read.codes)
    if read.sort == "city":
        return _city(scene, read)
    if read.sort == "class" and not read.state and _is_pointed_to(cut, head[-1]):
        why = f"{cut.article!r} points to one of a kind that is named elsewhere; {read.how}"
        return Answer((), why, read.codes, True)
    if read.codes:
        return _settled(scene, read)
    code = next((codes_of(item, CLASS)[0] for item in reversed(head) if CLASS in item.kinds), "")
    if read.bare and more and code in FIGHTING:
        name = scene.register.classes[code].name
        return Answer((code,), f"{read.bare!r} is a word for {name}; what follows says which")
    if read.bare:
        return Answer((), f"{read.bare!r} is a bare description; whose it is must be told elsewhere", (), True)
    return Answer((), "no name and no word for an actor that the registers know")


def _is_pointed_to(cut: Cut, last: Item) -> bool:
    if cut.article in {"the", "both", "these", "those", "two"} and codes_of(last, CLASS) == ("states_some",):
        return True
    pointed = cut.whole and cut.article in {"the", "this", "that"}
    return pointed and last.words[-1].key in _ONE_OF_A_KIND and not last.capital


def _adjective_alone(scene: Scene, cut: Cut, read: Read) -> Answer:
    name = scene.register.name_of(read.state)
    if cut.article in {"a", "an", "the"} and cut.whole:
        code = f"{read.state}-people"
        return Answer((code,), f"{read.how}, and stands for people; who of {name} is not said", (read.state,))
    return Answer((read.state,), f"{read.how}, and stands for the state that something comes from")


def _city(scene: Scene, read: Read) -> Answer:
    code, place = f"{read.state}-gov", f"{read.state}-capital"
    decided = is_government(scene, read.how)
    name = scene.register.name_of(code)
    if decided:
        return Answer((code,), f"{read.how!r} acts in the sentence, as a word for the {name}", (place,))
    told = "the sentence speaks of the city" if decided is False else "nothing decides"
    return Answer((code, place), f"{read.how!r} is the {name} or the city; {told}")
