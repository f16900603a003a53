"""Opens what the resolver asks: the look-ups of actors, weapons and places, with a user's own registers over ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..lexicon.actors import ActorRegister, open_actors
from ..lexicon.places import open_places
from ..lexicon.tables import GAZETTEER, own_file
from ..lexicon.weapons import open_weapons
from ..model.credit import ClaimantClass
from ..model.period import Period
from ..model.referent import Referent, Scheme
from .about import Countries, countries_of
from .actor import resolve_actor
from .place import resolve_place
from .resolver import Lookups
from .weapon import resolve_weapon

_CLASS_OF_KIND = {
    **dict.fromkeys(("agency", "government", "legislature", "military", "ministry", "police", "subnational"),
                    ClaimantClass.STATE_BODY),
    **dict.fromkeys(("armed_group", "militia", "cartel", "cell", "pmc"), ClaimantClass.ARMED_PARTY),
    **dict.fromkeys(("igo", "alliance", "mission"), ClaimantClass.INTERNATIONAL_ORGANISATION),
    "media": ClaimantClass.OUTLET,
    "monitor": ClaimantClass.MONITOR,
    "company": ClaimantClass.COMPANY,
    "political": ClaimantClass.ORGANISATION,
}  # fmt: skip
"""Kinds of actors.tsv; an umbrella, a coalition and a programme say nothing of who speaks."""


def open_lookups(own: Path | None = None) -> Lookups:
    """Open the look-ups; each register is opened when it is first asked.

    own: a folder of a user's own registers, each in a file named like ours, and perhaps of a gazetteer.sqlite.
    """
    weapons, actors, places = (own_file(own, f"{name}.tsv") for name in ("weapons", "actors", "places_extra"))
    gazetteer = own_file(own, GAZETTEER)

    def actor(filler: str, *, on: Period | date | None = None, context: str = "") -> Referent:
        return resolve_actor(filler, on=on, context=context, register=open_actors(actors))

    def place(filler: str, *, context: str = "", countries: frozenset[str] = frozenset()) -> Referent:
        return resolve_place(filler, context=context, countries=countries, register=open_places(places, gazetteer))

    def weapon(filler: str, context: str) -> Referent:
        return resolve_weapon(filler, context=context, register=open_weapons(weapons))

    def name_of(scheme: Scheme, code: str) -> str | None:
        if scheme is Scheme.ACTOR:
            return open_actors(actors).name_of(code)
        if scheme is Scheme.PLACE:
            return open_places(places, gazetteer).place(code).name
        register = open_weapons(weapons)
        return register.weapons[code].name if code in register.weapons else register.classes[code].name

    def countries(text: str) -> Countries:
        return countries_of(text, open_places(places, gazetteer))

    def country_of_place(code: str) -> str:
        return open_places(places, gazetteer).country_of(code)

    def class_of(code: str) -> ClaimantClass | None:
        return class_of_actor(code, open_actors(actors))

    return Lookups(actor, place, weapon, name_of, class_of, countries, country_of_place)


def class_of_actor(code: str, register: ActorRegister) -> ClaimantClass | None:
    """What sort of source an actor is when it speaks; None where its row does not tell."""
    if code in register.offices:
        whose = class_of_actor(register.offices[code].part_of, register)
        return ClaimantClass.NAMED_OFFICIAL if whose in {None, ClaimantClass.STATE_BODY} else whose
    if code in register.states:
        return ClaimantClass.STATE_BODY
    if code in register.actors:
        return _CLASS_OF_KIND.get(register.actors[code].kind)
    owner, _, suffix = code.rpartition("-")
    if not owner or register.is_class(code) or suffix not in register.organs:
        return None
    return class_of_actor(owner, register)
