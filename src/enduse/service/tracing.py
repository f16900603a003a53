"""Understands whom or what a person asks to be traced: an actor or a weapon by code or name, or claims by an id."""

from __future__ import annotations

from dataclasses import dataclass

from enduse.errors import UsageError

CLAIM, EVENT, FLOW = "clm-", "evt-", "flw-"


@dataclass(frozen=True, slots=True)
class Traced:
    """What was asked, understood. scheme: "actor", "weapon", "id", or "words" for a name that no register has.

    codes: that stand for it; of a state also those of its bodies, of a class also those of its weapons. said: in words.
    """

    scheme: str
    codes: tuple[str, ...]
    said: str


def understood(what: str) -> Traced:
    """Tell what is asked for; UsageError where it may be several things."""
    what = what.strip()
    if not what:
        raise UsageError("nothing is named; give an actor, a weapon, or the id of a claim, an event or a flow")
    if what.startswith((CLAIM, EVENT, FLOW)):
        return Traced("id", (what,), what)
    scheme, colon, name = what.partition(":")
    if scheme == "actor" and name.startswith("=") and name[1:]:  # what a flow calls words that the register has not
        return _words(name[1:])
    if colon and scheme in ("actor", "weapon"):
        one = _actor(name) if scheme == "actor" else _weapon(name)
        if one is None:
            raise UsageError(f"no {scheme} {name!r} in the register; look for it with: enduse registers search {name}")
        return one
    found = [one for one in (_weapon(what), _actor(what)) if one is not None]
    if len(found) > 1 and (whole := [one for one in found if _is_whole_name(one.scheme, what)]):
        found = whole
    if len(found) > 1:
        raise UsageError(f"{what!r} may be a weapon or an actor; write weapon:{what} or actor:{what}")
    return found[0] if found else _words(what)


def _words(said: str) -> Traced:
    return Traced("words", (said,), f"the words “{said}”, which no register has")


def _is_whole_name(scheme: str, name: str) -> bool:
    """Whether a register has these very words, and not only some of them ("FN" of "FN-6")."""
    from enduse.lexicon import actor_names, actors, weapons

    if scheme == "weapon":
        register = weapons.open_weapons()
        return name in register.classes or name in register.weapons or bool(register.entries(weapons.key(name)))
    return actors.open_actors().known(name) or bool(actors.open_actors().entries(actor_names.key(name)))


def _actor(name: str) -> Traced | None:
    from enduse.lexicon.actors import open_actors
    from enduse.resolve.actor import resolve_actor

    register = open_actors()
    code = name if register.known(name) else None
    if code is None:
        found = resolve_actor(name)
        if found.code is None and found.candidates:
            several = ", ".join(f"actor:{candidate.code}" for candidate in found.candidates[:5])
            raise UsageError(f"{name!r} may be several actors; write one of: {several}")
        code = found.code
    if code is None:
        return None
    shown = f"{register.name_of(code)} ({code})"
    if register.is_class(code):
        return Traced("actor", (code,), f"the umbrella word {shown}, which names nobody in particular")
    codes = with_bodies(code)
    return Traced("actor", codes, f"the actor {shown}{' and its bodies' if len(codes) > 1 else ''}")


def with_bodies(code: str) -> tuple[str, ...]:
    """The code of an actor and those of its bodies ("us", "us-mil"); an umbrella word has none."""
    from enduse.lexicon.actors import open_actors

    register = open_actors()
    if not register.known(code) or register.is_class(code):
        return (code,)
    known = {*register.states, *register.actors, *register.offices}
    bodies = {row for row in known if row.startswith(f"{code}-") and not register.is_class(row)}
    if code in register.states:
        bodies |= {f"{code}-{organ.id}" for organ in register.organs.values() if organ.level == "actor"}
    return (code, *sorted(bodies))


def _weapon(name: str) -> Traced | None:
    from enduse.lexicon.weapons import open_weapons
    from enduse.resolve.weapon import resolve_weapon

    register = open_weapons()
    code = name if name in register.weapons or name in register.classes else resolve_weapon(name).code
    if code is None:
        return None
    if code in register.weapons:
        return Traced("weapon", (code,), f"the weapon {register.weapons[code].name} ({code})")
    models = sorted(row.id for row in register.weapons.values() if row.weapon_class == code)
    return Traced("weapon", (code, *models), f"the class {register.classes[code].name} ({code}) and its weapons")
