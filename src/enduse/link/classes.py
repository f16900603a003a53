"""Classes claims by what sort of supplier, recipient, weapon and way they tell of, so that cases can be found alike."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from ..lexicon.actors import open_actors
from ..lexicon.weapons import open_weapons
from ..model.claim import ClaimType, Role
from ..model.kept import KeptClaim
from ..model.precedent import ActorSort, Alike, Channel, Likeness
from .scope import LandsOf, folded, lands, spoken

SERVICES = frozenset(
    ("us-cia", "us-dia", "us-nsa", "ru-gru", "ru-svr", "ru-fsb", "kgb", "ua-hur", "ua-sbu", "ir-mois", "il-mossad",
     "il-shin_bet", "tr-mit", "sa-gip", "qa-ss", "jo-gid", "eg-gis", "pk-isi", "in-raw", "fr-dgse", "de-bnd", "sd-niss",
     "sd-gis", "ng-dss", "ss-nss", "nisa", "nds", "sy-air_intel", "sy-intel", "lb-gs")
)  # fmt: skip
"""Rows of the register of actors that are intelligence services."""

FIELDS = ("supplier class", "recipient class", "weapon class", "channel", "transit", "region")
"""By what a case is compared with a plan, in this order."""

_FORCES = frozenset({"mil", "air", "navy", "mod", "security", "moi"})
_SUFFIXES = {
    "intel": ActorSort.COVERT_AGENCY,
    "firms": ActorSort.COMPANY,
    **dict.fromkeys(_FORCES, ActorSort.STATE_FORCES),
}
_KINDS = {
    "military": ActorSort.STATE_FORCES, "police": ActorSort.STATE_FORCES, "programme": ActorSort.STATE_FORCES,
    "government": ActorSort.STATE, "ministry": ActorSort.STATE, "legislature": ActorSort.STATE,
    "subnational": ActorSort.STATE, "agency": ActorSort.STATE, "alliance": ActorSort.ALLIANCE,
    "igo": ActorSort.ALLIANCE, "mission": ActorSort.ALLIANCE, "armed_group": ActorSort.ARMED_GROUP,
    "cell": ActorSort.ARMED_GROUP, "cartel": ActorSort.ARMED_GROUP, "pmc": ActorSort.COMPANY,
    "company": ActorSort.COMPANY, "militia": ActorSort.MILITIA, "coalition": ActorSort.UMBRELLA,
    "umbrella": ActorSort.UMBRELLA,
}  # fmt: skip
_WORDS = {
    **dict.fromkeys(("vetted_rebels", "moderate_rebels"), ActorSort.VETTED_GROUP), "militias": ActorSort.MILITIA,
    **dict.fromkeys(
        ("rebels", "opposition", "armed_opposition", "militants", "fighters", "armed_groups", "islamists", "jihadists",
         "terrorists", "separatists", "prorussian", "progov", "iran_backed", "kurdish_forces", "kurds",
         "palestinian_factions", "tribes", "foreign_fighters", "mercenaries"), ActorSort.UMBRELLA),
    **dict.fromkeys(("dealers", "companies"), ActorSort.COMPANY),
    **dict.fromkeys(("criminals", "cartels"), ActorSort.ARMED_GROUP),
    **dict.fromkeys(
        ("western_countries", "european_countries", "eu_members", "nato_members", "baltic_states", "nordic_states",
         "gulf_states", "arab_states", "sunni_states", "african_states", "latin_american_states", "asian_states",
         "muslim_states", "major_powers", "regional_powers", "foreign_backers", "allies", "states_some", "soviet_bloc",
         "international_community"), ActorSort.STATE),
}  # fmt: skip
"""Umbrella words of the register by id."""

PHRASES: Mapping[str, tuple[str, ...]] = {
    ActorSort.VETTED_GROUP: ("vetted", "moderate"),
    ActorSort.COVERT_AGENCY: ("intelligence", "secret service", "spy agency", "external service"),
    ActorSort.MILITIA: ("militia", "militias"),
    ActorSort.UMBRELLA: ("rebel", "rebels", "insurgents", "opposition", "fighters", "guerrillas"),
    ActorSort.STATE_FORCES: ("army", "armed forces", "military", "troops", "defence ministry", "defense ministry"),
    ActorSort.STATE: ("government", "republic", "state", "ministry"),
    ActorSort.ARMED_GROUP: ("brigade", "brigades", "front", "liwa", "battalion", "movement"),
}
"""Words that tell the sort of an actor that no register knows, the telling ones first."""

_CHANNELS = (
    (Channel.COVERT, re.compile(r"\bcovert|\bsecret(?:ly)?\b|\bclandestine", re.I)),
    (Channel.SALE, re.compile(r"\b(?:sales?|sell(?:s|ing)?|sold|buys?|bought)\b|\bpurchas|\bcontract", re.I)),
    (Channel.GIFT, re.compile(r"\bdonat|\bgrant(?:s|ed)?\b|\bgifts?\b|\baid\b|\bassistance\b", re.I)),
    (Channel.TRAIN_AND_EQUIP, re.compile(r"\btrain(?:ed|ing|s)?[\s-]and[\s-](?:equip|arm)", re.I)),
)  # fmt: skip


ARMED = frozenset({ActorSort.VETTED_GROUP, ActorSort.UMBRELLA, ActorSort.ARMED_GROUP, ActorSort.MILITIA})
"""Sorts of recipients that bear arms and are no state: texts call the same people now one, now another."""


class Profile(NamedTuple):
    """What a claim is classed as, field by field; empty where it is not told, or where the words say too little."""

    supplier: frozenset[str]
    recipient: frozenset[str]
    weapon: frozenset[str]
    channel: frozenset[str]
    transit: frozenset[str]
    region: frozenset[str]

    def joined(self, other: Profile) -> Profile:
        """What either of two claims of one case tells."""
        return Profile(*(one | more for one, more in zip(self, other, strict=True)))


def profile_of(kept: KeptClaim, lands_of: LandsOf) -> Profile:
    """Class a transfer; of a diversion, who last had the arms stands where a transfer has its recipient."""
    taker = Role.FROM if kept.claim.type is ClaimType.DIVERSION else Role.RECIPIENT
    text = kept.claim.sentence.text
    return Profile(
        frozenset(_sorts(kept, Role.SUPPLIER)), frozenset(map(_as_taker, _sorts(kept, taker))), frozenset(arms(kept)),
        frozenset(channel.value for channel, words in _CHANNELS if words.search(text)),
        lands(kept, (Role.VIA,), lands_of) or frozenset(map(folded, spoken(kept, Role.VIA))),
        lands(kept, (Role.PLACE, taker), lands_of),
    )  # fmt: skip


def likeness(plan: Profile, case: Profile) -> tuple[Likeness, ...]:
    """Compare a plan and a case, field by field."""
    return tuple(
        Likeness(field, _how(field, mine, other), tuple(sorted(mine)), tuple(sorted(other)))
        for field, mine, other in zip(FIELDS, plan, case, strict=True)
    )


def same_side(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of recipient classes may be of one side: both armed groups of any sort, or of one class."""
    told = [classes for classes in (one, other) if any(not kind.startswith("“") for kind in classes)]
    return len(told) < 2 or bool(one & other) or bool(one & ARMED and other & ARMED)


def sort_of(code: str) -> ActorSort:
    """The sort of an actor of the register."""
    if code in SERVICES:
        return ActorSort.COVERT_AGENCY
    register = open_actors()
    suffix = code.rpartition("-")[2]
    actor = register.actors.get(code)
    if actor is not None:
        return ActorSort.STATE_FORCES if suffix == "mod" else _KINDS.get(actor.kind, ActorSort.OTHER)
    if code in register.states:
        return ActorSort.STATE
    if suffix in register.organs:
        return _SUFFIXES.get(suffix, ActorSort.STATE)
    return _WORDS.get(suffix, ActorSort.OTHER)


def codes_of_sorts(codes: Iterable[str], sorts: Collection[str], *, taker: bool) -> frozenset[str]:
    """Those of these codes that are of some sorts; taker: with a state's forces taken for the state."""
    return frozenset(code for code in codes if (_as_taker(sort_of(code)) if taker else sort_of(code).value) in sorts)


def codes_of_arms(classes: frozenset[str]) -> frozenset[str]:
    """The codes of weapons that these classes are alike with."""
    register = open_weapons()
    alike = {kind for kind in register.classes if any(_same_arms(kind, other) for other in classes)}
    return frozenset(alike | {row.id for row in register.weapons.values() if row.weapon_class in alike})


def arms(kept: KeptClaim) -> Iterator[str]:
    """The classes of what passes; words where no register knows them; none for arms of any kind."""
    found = {r.filler: r for r in kept.resolutions if r.role is Role.WEAPON and r.scheme == "weapon"}
    for filler, words in enumerate(spoken(kept, Role.WEAPON)):
        code = found[filler].code if filler in found else None
        if code is None:
            yield f"“{folded(words)}”"
        elif (kind := open_weapons().class_of(code)).partition(".")[0] not in ("generic", "none"):
            yield kind


def _sorts(kept: KeptClaim, role: Role) -> Iterator[str]:
    found = {r.filler: r for r in kept.resolutions if r.role is role and r.scheme == "actor"}
    for filler, words in enumerate(spoken(kept, role)):
        code = found[filler].code if filler in found else None
        kind = sort_of(code) if code is not None else ActorSort.OTHER
        if kind is ActorSort.OTHER and (code is None or not open_actors().known(code)):
            padded = f" {folded(words)} "
            said = next((sort for sort, named in PHRASES.items() if any(f" {name} " in padded for name in named)), None)
            kind = ActorSort(said) if said else ActorSort.OTHER
            if said is None and words[:1].isupper():
                yield f"“{folded(words)}”"
        if kind is not ActorSort.OTHER:
            yield kind.value


def _as_taker(kind: str) -> str:
    """Who gives arms to a state gives them to its forces."""
    return ActorSort.STATE.value if kind == ActorSort.STATE_FORCES else str(kind)


def _how(field: str, plan: frozenset[str], case: frozenset[str]) -> Alike:
    if not plan or not case:
        return Alike.NOT_TOLD
    if field == "weapon class":
        return Alike.ALIKE if any(_same_arms(a, b) for a in plan for b in case) else Alike.OTHER
    return Alike.ALIKE if plan & case else Alike.OTHER


def _same_arms(one: str, other: str) -> bool:
    """Of one class, or of one group where one side says no more."""
    group, _, kind = one.partition(".")
    other_group, _, other_kind = other.partition(".")
    return one == other or (group == other_group and "unspecified" in (kind, other_kind))
