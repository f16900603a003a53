"""A claim is reduced to what can be compared."""

from __future__ import annotations

from datetime import date

import pytest
from tests.link.dossier import PLAN, amount, kept

from enduse.link.fact import Amount, Term, fact_of, published_on
from enduse.model import Role


def test_terms_tell_names_from_kinds() -> None:
    terms = fact_of(PLAN).terms
    assert terms[Role.SUPPLIER] == (Term("no", "no", False, ""),)
    assert terms[Role.RECIPIENT] == (Term("br-rebels", "rebels", True, ""),)
    assert terms[Role.WEAPON] == (Term("air_defence.unspecified", "air_defence.unspecified", True, ""),)


def test_designation_has_the_key_of_its_class() -> None:
    claim = kept("holding occurred stated: {holder:They} have {weapon:a Strela}.", codes={"weapon": "strela2"})
    assert fact_of(claim).terms[Role.WEAPON] == (Term("strela2", "air_defence.manpads", False, ""),)
    assert fact_of(claim).terms[Role.HOLDER] == (Term(None, None, True, "they"),)


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("ceasefire violated stated: {party:Averna} broke the truce.", "ceasefire/violation"),
        ("ceasefire agreed stated: {party:Averna} agreed to a truce.", "ceasefire"),
        ("holding risk stated: {holder:Averna} may use {weapon:tanks}.", "holding/risk"),
        ("transfer risk stated: {supplier:Averna} may send {weapon:tanks}.", "transfer"),
    ],
)
def test_act_tells_a_breach_from_the_truce_and_what_may_be_from_what_was(line: str, act: str) -> None:
    assert fact_of(kept(line)).act == act


def test_days_are_those_told_else_the_day_of_publication() -> None:
    line = "transfer occurred stated: {supplier:Norland} sent {weapon:tanks} {time:then}."
    told = fact_of(kept(line, period=("2031-03-01", "2031-03-31")))
    assert (told.start, told.end, told.dated, told.vague_days) == (date(2031, 3, 1), date(2031, 3, 31), True, False)
    printed = fact_of(kept(line))
    assert (printed.start, printed.dated) == (date(2031, 4, 11), False)
    assert fact_of(kept(line, day=None)).vague_days
    assert fact_of(kept(line, period=("2030-01-01", "2030-12-31"))).vague_days


def test_amounts_keep_the_bounds_that_the_words_give() -> None:
    claim = kept(
        "transfer occurred stated: {supplier:Norland} sent {quantity:480} {weapon:tanks}.",
        amounts=[amount(480, unit="tank"), {**amount(0, rule="vague"), "low": None, "best": None, "high": None}],
    )
    assert fact_of(claim).amounts == (Amount("item", "tank", 480, 480, True),)


def test_wording_is_kept_of_long_sentences_only() -> None:
    assert fact_of(kept("ceasefire agreed stated: {party:Averna} agreed to a truce.")).wording is None
    assert len(fact_of(PLAN).wording or "") == 16


def test_it_is_who_speaks_where_nobody_else_does() -> None:
    line = "transfer occurred denied: {claimant:Norland} denied that {supplier:it} sent {weapon:arms}."
    assert fact_of(kept(line)).terms[Role.SUPPLIER] == (Term(None, "=norland", False, "norland"),)
    coded = kept(line, codes={"claimant": "no", "supplier": "av"})
    assert fact_of(coded).terms[Role.SUPPLIER][0].code == "av"
    unsaid = kept(line.replace("claimant:Norland", "claimant:officials"))
    assert fact_of(unsaid).terms[Role.SUPPLIER] == (Term(None, None, True, "it"),)


def test_date_of_an_encyclopedia_is_no_date_of_report() -> None:
    line = "transfer occurred stated: {supplier:Norland} sent {weapon:arms}."
    assert fact_of(kept(line, outlet="Wikipedia")).published is None
    assert fact_of(kept(line, outlet="Averna Post")).published == date(2031, 4, 11)


def test_published_on_is_the_earliest_day() -> None:
    assert published_on(PLAN) == date(2031, 4, 10)
    assert published_on(kept("ceasefire agreed stated: {party:Averna} agreed.", day="soon")) is None
