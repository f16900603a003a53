"""Finds what is wrong with the rows of the registers of actors."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .actor_rows import KINDS, NO_STATE_ID, STATE_KINDS, Actor, Holder, State, bounds
from .actors import CITY, NAME, REGION, STATE, ActorRegister

_ID = re.compile(r"[a-z0-9][a-z0-9_]*(-[a-z0-9_]+)?")
_STATE_ID = re.compile(r"[a-z]{2}|[a-z]+_?[a-z]+")


def check(register: ActorRegister) -> list[str]:
    """What is wrong with the rows of a register, one line each; empty when nothing is."""
    return [
        *_check_states(register),
        *_check_actors(register),
        *_check_offices(register),
        *_check_kinds(register),
        *_check_names(register),
    ]


def _check_states(register: ActorRegister) -> Iterable[str]:
    for row in register.states.values():
        if not _STATE_ID.fullmatch(row.id):
            yield f"{row.id!r} is no id of a state; write the two letters of ISO 3166-1, or a word in small letters"
        if row.kind not in STATE_KINDS:
            yield f"{row.id}: kind is {row.kind!r}; accepted: {', '.join(sorted(STATE_KINDS))}"
        if row.id in register.actors:
            yield f"{row.id}: stands in states.tsv and in actors.tsv; leave it in one"
        yield from _check_life(register, row)


def _check_actors(register: ActorRegister) -> Iterable[str]:
    for row in register.actors.values():
        if not _ID.fullmatch(row.id):
            yield f"{row.id!r} is no id of an actor; write small letters, digits and _ (an organ: state's id, -)"
        if row.kind not in KINDS:
            yield f"{row.id}: kind is {row.kind!r}; accepted: {', '.join(sorted(KINDS))}"
        owner = row.id.partition("-")[0]
        if "-" in row.id and owner not in register.states and owner not in register.actors:
            yield f"{row.id}: {owner!r} is no state"
        if row.kind in NO_STATE_ID and "-" in row.id:
            yield f"{row.id}: a {row.kind} is no organ of a state; take the state's id away"
        for above in row.part_of:
            if not register.known(above):
                yield f"{row.id}: part_of {above!r}, which is no row"
        for state in row.acts_in:
            if state not in register.states:
                yield f"{row.id}: acts_in {state!r}, which is no state"
        if row.id in row.part_of:
            yield f"{row.id}: is part of itself"
        yield from _check_life(register, row)


def _check_life(register: ActorRegister, row: State | Actor) -> Iterable[str]:
    if not row.name or not row.basis:
        yield f"{row.id}: name and basis must not be empty"
    yield from _check_time(row.id, row)
    yield from _check_successor(register, row)


def _check_offices(register: ActorRegister) -> Iterable[str]:
    for row in register.offices.values():
        if not _ID.fullmatch(row.id):
            yield f"{row.id!r} is no id of an office; write a state's id or another actor's, a hyphen and a word"
        if not register.known(row.part_of):
            yield f"{row.id}: part_of {row.part_of!r}, which is no row"
        if not row.words or not row.basis:
            yield f"{row.id}: words and basis must not be empty"
    for holder in register.holders:
        if holder.office not in register.offices:
            yield f"{holder.name}: office {holder.office!r} is not in offices.tsv; add it there or correct it"
        yield from _check_time(holder.name, holder)


def _check_kinds(register: ActorRegister) -> Iterable[str]:
    for row in register.classes.values():
        if "-" in row.id or row.id in register.actors or row.id in register.states or row.id in register.organs:
            yield f"{row.id!r} is no id of a class; write small letters and _, and no id of another register"
        if not row.words or not row.basis:
            yield f"{row.id}: words and basis must not be empty"
    for organ in register.organs.values():
        if organ.level not in {"actor", "class"}:
            yield f"{organ.id}: level is {organ.level!r}; write 'actor' or 'class'"
        if "{state}" not in organ.name:
            yield f"{organ.id}: name is {organ.name!r}; write {{state}} where the state's name goes"


def _check_time(name: str, row: State | Actor | Holder) -> Iterable[str]:
    try:
        first, last = bounds(row.valid_from, row.valid_to)
    except ValueError:
        yield f"{name}: {row.valid_from!r} or {row.valid_to!r} is no date; write YYYY, YYYY-MM, YYYY-MM-DD or -"
        return
    if first > last:
        yield f"{name}: valid_from {row.valid_from} is after valid_to {row.valid_to}"


def _check_successor(register: ActorRegister, row: State | Actor) -> Iterable[str]:
    seen = {row.id}
    while (code := row.successor.lstrip("+")) != "-":
        following = register.states.get(code) or register.actors.get(code)
        if following is None:
            yield f"{row.id}: successor {code!r}, which is no row"
            return
        if code in seen:
            yield f"{row.id}: is its own successor"
            return
        seen.add(code)
        row = following


def _check_names(register: ActorRegister) -> Iterable[str]:
    for spelled in register.index:
        entries = [entry for entry in register.entries(spelled) if entry.kind in {STATE, CITY, NAME, REGION}]
        codes = sorted({entry.code for entry in entries})
        if not spelled:
            yield f"{', '.join(codes)}: a name has no letter or digit"
        elif len(codes) > 1 and not all(entry.shared for entry in entries):
            yield f"{spelled!r} stands in {', '.join(codes)}; mark it '?' in each, or leave it in one"
