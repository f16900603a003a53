"""Puts the grades that people gave beside the evidence there is now."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.grade import Given, Grades
from ..model.record import Grading

CLAIM = "clm-"
"""How the ids of claims begin; those of events change with every claim that joins them."""


def grades_of(target: str, claims: Iterable[str], gradings: Iterable[Grading]) -> Grades:
    """The grades of a target that rests on these claims, in order of when they were given.

    A grade of an event stays with its claims: it is given to whatever event holds one of them now. A grade of a claim
    is no grade of the event that it stands in, nor the other way round.
    """
    now = frozenset(claims)
    wanted = [grading for grading in gradings if _is_of(grading, target, now)]
    return Grades(target, tuple(sorted(now)), tuple(
        Given(grading, tuple(sorted(now - set(grading.claims))), tuple(sorted(set(grading.claims) - now)))
        for grading in sorted(wanted, key=lambda grading: (grading.at, grading.id))
    ))  # fmt: skip


def _is_of(grading: Grading, target: str, now: frozenset[str]) -> bool:
    if grading.target == target:
        return True
    groups = _kind(target) == _kind(grading.target) and not target.startswith(CLAIM)
    return groups and not now.isdisjoint(grading.claims)


def _kind(id_: str) -> str:
    return id_.partition("-")[0]
