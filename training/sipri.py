"""Measures how many names of SIPRI's trade register the registers know, which stays outside the repo."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Mapping

from enduse.lexicon.actors import ActorRegister, open_actors
from enduse.model.referent import Level
from enduse.resolve.actor import resolve_actor
from enduse.resolve.weapon import resolve_weapon

from .paths import SHARED

REGISTER = SHARED / "data" / "sipri" / "trade_register_all_2025-03-13.csv"
SINCE = 2000
NOT_MEASURED = re.compile(
    r"ship\b|frigate|submarine|boat|corvette|destroyer|cruiser|carrier|(?:land|transport|support|cargo|salvage)"
    r"(?:ing)? craft|minesweeper|minehunter|minelayer|tug\b|tanker$|icebreaker|naval|sonar|torp|radar|engine$|turbo"
    r"|gas turbine|reactor|turret|chassis|satellite|system$(?<!SAM system)(?<!ABM system)(?<!defence system)"
    r"|search/fire|air.search|airship|anti-submarine (?:mortar|rocket launcher|missile)",
    re.IGNORECASE,
)
"""Descriptions of what is at sea, of parts and of sensors; the rest are land and air weapons."""

UNKNOWN = re.compile(r"^unknown ")
ELSEWHERE = re.compile(r"\(([^()]*)\)")


def main() -> int:
    """Print the shares, then what is missed."""
    if not REGISTER.is_file():
        print(f"sipri: skipped, since SIPRI's register is not here ({REGISTER}); it may not be passed on")
        return 0
    rows = list(csv.DictReader(REGISTER.open(encoding="utf-8", newline="")))
    actors, wrong = missed_actors(rows)
    names = {name for row in rows for name in (row["supplier"], row["recipient"]) if not UNKNOWN.match(name)}
    print(f"suppliers and recipients: {1 - len(actors) / len(names):.1%} of {len(names)} resolve")
    print("  missed: " + "; ".join(actors))
    print(f"  to be looked at, for the state in the answer is not the one in the name: {'; '.join(wrong) or 'none'}")
    weapons = land_and_air(rows)
    for described in (True, False):
        missed = missed_weapons(weapons, described=described)
        how = "with its description" if described else "by itself"
        print(f"designations {how}: {1 - len(missed) / len(weapons):.1%} of {len(weapons)} resolve")
        if described:
            print("  missed: " + "; ".join(missed))
    return 0


def missed_actors(rows: Iterable[Mapping[str, str]]) -> tuple[list[str], list[str]]:
    """The suppliers and recipients that no row is found for, and those that may have got another country's row.

    SIPRI marks whoever is no state with asterisks, which are taken off, and often adds the country in parentheses.
    """
    register = open_actors()
    names = sorted({name for row in rows for name in (row["supplier"], row["recipient"])})
    missed, wrong = [], []
    for name in names:
        if UNKNOWN.match(name):
            continue
        found = resolve_actor(name.rstrip("*"), register=register)
        if found.code is None:
            missed.append(name)
        elif not right_country(register, name.rstrip("*"), found.code):
            wrong.append(f"{name} -> {found.code}")
    return missed, wrong


def right_country(register: ActorRegister, name: str, code: str) -> bool:
    """Whether a row has to do with a state that the name spells; true where it spells none."""
    spelled = {name, *ELSEWHERE.findall(name), *name.split()}
    told = {found.code for words in spelled if (found := resolve_actor(words, register=register)).code}
    states = {one for one in told if one in register.states}
    return not states or code in states or bool(states & register.states_of(code))


def land_and_air(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The designations of land and air weapons delivered since 2000, with SIPRI's description of each."""
    return {
        row["designation"]: row["description"]
        for row in rows
        if not NOT_MEASURED.search(row["description"])
        and row["designation"] != row["description"]
        and any(int(year) >= SINCE for year in re.findall(r"\d{4}", row["delivery_years"]))
    }


def missed_weapons(designations: Mapping[str, str], *, described: bool) -> list[str]:
    """The designations that give no row of their own.

    described: whether the description stands behind the name, as a text would put it ("Osa mobile SAM system").
    """
    missed = []
    for name, description in sorted(designations.items()):
        found = resolve_weapon(f"{name} {description}" if described else name)
        if found.code is None or found.level is not Level.DESIGNATION:
            missed.append(f"{name} ({description})")
    return missed


if __name__ == "__main__":
    sys.exit(main())
