"""Tells of a recipient whether the register has it as a state, as none, or leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum

from ..lexicon.actors import ActorRegister, open_actors
from ..model.custody import Holder


class Statehood(StrEnum):
    """Whether somebody is a state or a body of one; open where neither register nor words tell."""

    STATE = "state"
    NON_STATE = "non_state"
    OPEN = "open"


_NON_STATE_KINDS = frozenset({"armed_group", "militia", "cartel", "pmc", "umbrella", "political", "company"})
_BODIES = frozenset({"agency", "government", "legislature", "military", "ministry", "police"})
_NON_STATE_WORDS = frozenset({
    "rebels", "opposition", "armed_opposition", "moderate_rebels", "vetted_rebels", "militants", "fighters",
    "armed_groups", "militias", "islamists", "jihadists", "terrorists", "separatists", "prorussian", "progov",
    "iran_backed", "kurdish_forces", "kurds", "palestinian_factions", "tribes", "foreign_fighters", "mercenaries",
    "criminals", "cartels", "dealers", "companies", "faith_communities", "civilians",
})  # fmt: skip
"""Umbrella words of actor_classes.tsv for those who are no state."""

_WORDS = re.compile(
    r"rebel|insurg|militia|militant|guerrilla|jihad|extremis|terroris|separatis|tribe|tribal|opposition|armed group|"
    r"fighters|gunmen|mercenar|smuggler|dealers",
    re.IGNORECASE,
)


def statehood(holder: Holder) -> tuple[Statehood, str]:
    """Whether a holder is a state, and what says so, in words."""
    register = open_actors()
    code = holder.code
    if code is None or not register.known(code):
        if match := _WORDS.search(holder.words):
            return Statehood.NON_STATE, f"“{holder.words}” is no state by its word “{match[0]}”"
        return Statehood.OPEN, f"“{holder.words}” is not found in the register of actors"
    name = register.name_of(code)
    if code in register.states:
        kind = register.states[code].kind
        sure = kind in ("member", "observer", "former")
        return (Statehood.STATE if sure else Statehood.OPEN), f"{name} is a state or territory ({kind}) in the register"
    actor = register.actors.get(code)
    if actor is not None and actor.kind in _NON_STATE_KINDS:
        return Statehood.NON_STATE, f"{name} is of the kind {actor.kind.replace('_', ' ')} in the register"
    if register.is_class(code):
        word = code.rpartition("-")[2]
        found = Statehood.NON_STATE if word in _NON_STATE_WORDS else Statehood.OPEN
        return found, f"“{holder.words}” names a kind and nobody in particular ({name})"
    if _of_a_state(register, code):
        return Statehood.STATE, f"{name} is a body of a state in the register"
    kind = actor.kind.replace("_", " ") if actor else "office"
    return Statehood.OPEN, f"{name} is of the kind {kind} in the register"


def _of_a_state(register: ActorRegister, code: str) -> bool:
    """Whether an id is that of a state's body: by its form ("us-mil"), or by what it is part of."""
    owner = code.partition("-")[0]
    if owner != code and owner in register.states:
        return True
    actor = register.actors.get(code)
    if actor is None or actor.kind not in _BODIES:
        return False
    return any(part in register.states or _of_a_state(register, part) for part in actor.part_of)
