"""Beside a filler stands what it was looked up as, where the words do not say it themselves."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.cli.names import beside, credit
from enduse.model import Candidate, ClaimantClass, Credit, Link, Quantity, Referent, Resolved, ResolvedClaim, Span
from enduse.model.quantity import Measure, QuantityRule
from enduse.model.referent import Level, Scheme
from enduse.resolve.period import parse_period
from enduse.resolve.quantity import parse_quantities


def shown(words: str, resolved: Resolved | None) -> str | None:
    return beside(Span(0, len(words), words), resolved)


def named(level: Level, name: str) -> Resolved:
    scheme = Scheme.WEAPON if level in {Level.CLASS, Level.DESIGNATION} else Scheme.ACTOR
    return Resolved(Referent(scheme, "code", level, "why"), name)


@pytest.mark.parametrize(
    ("words", "resolved", "expected"),
    [
        ("SA-7s", named(Level.DESIGNATION, "Strela-2"), "Strela-2"),
        ("T-72", named(Level.DESIGNATION, "T 72"), None),
        ("the Norland", named(Level.ACTOR, "Norland"), None),
        ("Nordby", named(Level.ACTOR, "Norland"), "Norland"),
        ("tanks", named(Level.CLASS, "main battle tank"), None),
        ("moderate rebels", named(Level.CLASS_ACTOR, "armed opposition"), None),
        ("Averna", Resolved(Referent(Scheme.ACTOR, None, None, "why")), None),
        ("it", Resolved(Referent(Scheme.ACTOR, None, None, "why"), antecedent=Span(9, 17, "the army")), "the army"),
        ("Averna", None, None),
    ],
)
def test_name_stands_beside_words_that_differ(words: str, resolved: Resolved | None, expected: str | None) -> None:
    assert shown(words, resolved) == expected


def test_name_of_several_designations_says_how_many() -> None:
    candidates = (Candidate("a", "one"), Candidate("b", "other"))
    assert shown("Osa", Resolved(Referent(Scheme.WEAPON, None, Level.DESIGNATION, "open", candidates))) == "one of 2"
    assert shown("rockets", Resolved(Referent(Scheme.WEAPON, None, Level.CLASS, "open", candidates))) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dozens", "24–99"), ("about a dozen", "about 12"), ("at least two dozen", "24 or more"), ("1,500", None),
        ("about 300", None), ("two", None), ("several", None), ("up to a hundred", "up to 100"), ("a dozen", "12"),
    ],
)  # fmt: skip
def test_interval_stands_beside_words_of_number(words: str, expected: str | None) -> None:
    assert shown(words, Resolved(quantities=parse_quantities(words))) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Tuesday", "2031-04-08"), ("last month", "2031-03"), ("last year", "2030"), ("in 2014", None),
        ("last week", "2031-03-31 to 2031-04-06"), ("since February", "from 2031-02-01"), ("during the war", None),
    ],
)  # fmt: skip
def test_days_stand_beside_words_of_time(words: str, expected: str | None) -> None:
    assert shown(words, Resolved(period=parse_period(words, date(2031, 4, 11)))) == expected


def link(depth: int, name: str) -> Link:
    return Link(depth, name, ClaimantClass.OUTLET, Credit.REPORTED, Span(0, len(name), name))


def test_credit_is_shown_where_the_text_names_somebody_between() -> None:
    publisher = Link(0, "Herald", ClaimantClass.OUTLET, Credit.PUBLISHER)
    assert (
        credit(ResolvedClaim("a", {}, (publisher, link(1, "Reuters"), link(2, "officials")))) == "Reuters ‹ officials"
    )
    assert credit(ResolvedClaim("a", {}, (publisher, link(1, "officials")))) is None
    assert credit(None) is None


def test_amount_that_is_open_above_says_so() -> None:
    quantity = Quantity(1000, None, None, Measure.ITEM, QuantityRule.AT_LEAST)
    assert shown("more than a thousand", Resolved(quantities=(quantity,))) == "1,000 or more"
