"""A referent checks itself when it is made, and always says why."""

from __future__ import annotations

import dataclasses

import pytest

from enduse.model.referent import LEVELS_OF, Candidate, Level, Referent, Scheme


def test_every_scheme_has_levels() -> None:
    assert set(LEVELS_OF) == set(Scheme)
    assert frozenset().union(*LEVELS_OF.values()) == set(Level)


@pytest.mark.parametrize("why", ["", " "])
def test_referent_without_why_is_refused(why: str) -> None:
    with pytest.raises(ValueError, match="has no why"):
        Referent(Scheme.WEAPON, "tow", Level.DESIGNATION, why)


def test_candidate_without_why_or_code_is_refused() -> None:
    with pytest.raises(ValueError, match="has no why"):
        Candidate("tow", "")
    with pytest.raises(ValueError, match="has no code"):
        Candidate(" ", "named")


def test_empty_code_is_refused() -> None:
    with pytest.raises(ValueError, match="the code of a referent is empty"):
        Referent(Scheme.WEAPON, "", Level.CLASS, "found")


@pytest.mark.parametrize(("code", "candidates"), [("tow", ()), (None, (Candidate("tow", "named"),))])
def test_what_names_something_has_a_level(code: str | None, candidates: tuple[Candidate, ...]) -> None:
    with pytest.raises(ValueError, match="has no level"):
        Referent(Scheme.WEAPON, code, None, "found", candidates)


@pytest.mark.parametrize(
    ("scheme", "level"), [(Scheme.WEAPON, Level.TOWN), (Scheme.ACTOR, Level.DESIGNATION), (Scheme.PLACE, Level.CLASS)]
)
def test_level_of_another_scheme_is_refused(scheme: Scheme, level: Level) -> None:
    with pytest.raises(ValueError, match="is none of scheme"):
        Referent(scheme, "x", level, "found")


def test_candidate_named_twice_is_refused() -> None:
    twice = (Candidate("tow", "one"), Candidate("tow", "two"))
    with pytest.raises(ValueError, match="name one row twice"):
        Referent(Scheme.WEAPON, None, Level.DESIGNATION, "open", twice)


def test_two_candidates_without_a_code_are_ambiguous() -> None:
    two = (Candidate("osa_sam", "one"), Candidate("m79osa", "two"))
    assert Referent(Scheme.WEAPON, None, Level.DESIGNATION, "open", two).ambiguous
    assert not Referent(Scheme.WEAPON, "armour.tank", Level.CLASS, "both are tanks", two).ambiguous
    assert not Referent(Scheme.WEAPON, None, None, "no word of the register").ambiguous


def test_referent_cannot_be_changed() -> None:
    referent = Referent(Scheme.ACTOR, "nusra", Level.ACTOR, "a name of it")
    with pytest.raises(dataclasses.FrozenInstanceError):
        referent.code = "hts"  # type: ignore[misc]


def test_what_names_several_has_no_code_and_is_not_ambiguous() -> None:
    both = (Candidate("us", "named"), Candidate("tr", "named"))
    assert not Referent(Scheme.ACTOR, None, Level.ACTOR, "names 2", both, several=True).ambiguous
    assert Referent(Scheme.ACTOR, None, Level.ACTOR, "either", both).ambiguous
    with pytest.raises(ValueError, match="has the code None"):
        Referent(Scheme.ACTOR, "us", Level.ACTOR, "names 2", both, several=True)
