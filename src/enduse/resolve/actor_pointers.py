"""Tells pronouns and bare descriptions, which point to something said elsewhere in the article, from names."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..lexicon.actor_names import words


class Pointing(StrEnum):
    """What sort of thing a pronoun or a bare description points to."""

    PRONOUN = "pronoun"
    GOVERNMENT = "government"
    FORCES = "forces"
    PERSON = "person"
    GROUP = "group"
    SIDES = "sides"
    COUNTRY = "country"


class Pointer(NamedTuple):
    """A filler that names nobody by itself, and the word that points."""

    kind: Pointing
    word: str

    @property
    def why(self) -> str:
        """What it is, in words for a person."""
        if self.kind is Pointing.PRONOUN:
            return f"{self.word!r} is a pronoun; whom it stands for is told elsewhere"
        return f"{self.word!r} is a bare description ({self.kind}); whom it stands for is told elsewhere"


_PRONOUNS = frozenset({
    "i", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "our", "your", "his", "its", "their",
    "ours", "theirs", "himself", "itself", "themselves", "ourselves", "who", "whom", "which", "that", "those", "these",
    "this", "one", "others", "someone", "somebody", "anyone", "anybody", "everyone", "nobody", "me", "my", "whose",
    "some", "many", "both", "each", "another", "other", "all", "none", "most", "several", "few", "latter", "former",
})  # fmt: skip
POSSESSIVES = frozenset({"our", "your", "his", "her", "its", "their", "my", "whose"})
"""Pronouns that tell whose something is, and leave open who that is."""

_BEFORE = frozenset({"the", "a", "an", "two", "three", "warring", "same", "new", "all", "both"})
_SIDES = frozenset({
    "side", "sides", "parties", "party", "combatants", "belligerents", "participants", "signatories", "camps",
})  # fmt: skip
_WHICH = frozenset({
    "opposing", "rival", "conflicting", "other", "respective", "relevant", "different", "concerned", "three",
})  # fmt: skip
_GROUP = frozenset({
    "group", "organisation", "organization", "movement", "coalition", "alliance", "militia", "network", "company",
    "agency", "ministry", "union", "bloc", "council", "brigade", "firm", "gang", "cartel", "party", "body",
    "commission", "committee", "faction", "mission", "watchdog", "monitor", "outfit", "sect", "cell", "department",
    "groups", "organizations", "organisations", "command", "service", "team", "unit", "force", "caliphate",
})  # fmt: skip
_COUNTRY = frozenset({
    "nations", "states", "country", "nation", "state", "kingdom", "emirate", "republic", "island", "superpower",
    "power", "countries",
})  # fmt: skip
_PERSON = frozenset({
    "man", "woman", "commander", "official", "officer", "spokesman", "spokeswoman", "minister", "senator", "leader",
    "source", "diplomat", "envoy", "ambassador", "chief", "king", "emir", "candidate", "mediator", "secretary",
    "ayatollah", "strongman", "dictator", "ruler", "monarch", "boss",
})  # fmt: skip


def pointer_of(filler: str) -> Pointer | None:
    """The pointer that a filler is by itself; None where its words say more.

    Words for a government or its forces without a state ("the army") are told from names by the register, not here.
    """
    found = words(filler)
    spelled = [word.written.lower() for word in found]
    if not spelled:
        return None
    rest = [word for word in spelled if word not in _BEFORE]
    last = spelled[-1]
    if len(rest) == 1 and rest[0] in _PRONOUNS and not (1 < len(last) < 4 and found[-1].upper):
        return Pointer(Pointing.PRONOUN, last)
    if last in _SIDES and set(rest[:-1]) <= _WHICH and not found[-1].upper:
        return Pointer(Pointing.SIDES, last)
    if last in {"countries", "nations", "states"} and spelled[0] not in {"the", "these", "those"}:
        return None
    if len(rest) == 1 or (len(rest) == 2 and rest[0] in {"that", "this", "these", "those", *POSSESSIVES}):
        for kind, nouns in ((Pointing.GROUP, _GROUP), (Pointing.COUNTRY, _COUNTRY), (Pointing.PERSON, _PERSON)):
            if last in nouns and not found[-1].upper:
                return Pointer(kind, last)
    return None
