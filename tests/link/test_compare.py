"""What agrees, what stands against one act, and in which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.link.dossier import AFFAIR, amount, kept

from enduse.link.compare import amount_shown, amounts_apart, compare, conflict, relation
from enduse.link.fact import Amount, Term, fact_of
from enduse.model import Role
from enduse.model.kept import KeptClaim

LINE = "transfer occurred stated: {supplier:S} sent {quantity:Q} {weapon:W} to {recipient:R} {time:T}."
CODES = {"supplier": "no", "recipient": "br", "weapon": "armour.tank"}


def sent(day: str = "2031-04-11", **more: object) -> KeptClaim:
    codes = {**CODES, **{role: str(more.pop(role)) for role in tuple(CODES) if role in more}}
    return kept(LINE, day=day, outlet=str(more.pop("outlet", f"Post {more} {codes}")), codes=codes, **more)  # type: ignore[arg-type]


def actor(code: str) -> tuple[Term, ...]:
    vague = code.endswith("*")
    return (Term(code.rstrip("*"), code.rstrip("*").split("-")[-1 if vague else 0], vague, ""),)


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("no", "no", 2), ("no", "no-mod", 2), ("no", "br", -1), ("red_brigade", "blue_brigade", -1),
        ("br-rebels*", "br-rebels*", 1), ("br-rebels*", "rebels*", 0), ("br-rebels*", "no-rebels*", -1),
        ("br-rebels*", "red_brigade", 0), ("rebels*", "no", -1), ("gulf_states*", "no", 0),
        ("gulf_states*", "red_brigade", -1),
    ],
)  # fmt: skip
def test_actors_agree_by_name_and_kinds_fit_without_agreeing(left: str, right: str, count: int) -> None:
    assert relation(Role.SUPPLIER, actor(left), actor(right))[0] == count
    assert relation(Role.SUPPLIER, actor(right), actor(left))[0] == count


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("strela2", "strela2", 2), ("strela2", "air_defence.manpads", 2), ("strela2", "stinger", -1),
        ("armour.tank", "air_defence.manpads", -1), ("air_defence.unspecified", "air_defence.manpads", 1),
        ("generic.weapons", "armour.tank", 0), ("generic.weapons", "generic.weapons", 1),
    ],
)  # fmt: skip
def test_weapons_agree_by_type_and_class(left: str, right: str, count: int) -> None:
    one, other = (
        fact_of(kept("holding occurred stated: {weapon:W} it is.", codes={"weapon": code})).terms[Role.WEAPON]
        for code in (left, right)
    )
    assert relation(Role.WEAPON, one, other)[0] == count


@pytest.mark.parametrize(("left", "right", "count"), [("so", "so", 1), ("so", "ua", -1), ("xx:own", "so", 0)])
def test_places_agree_and_exclude_each_other_by_where_they_lie(left: str, right: str, count: int) -> None:
    one, other = (
        fact_of(kept("holding occurred stated: {weapon:W} in {place:P}.", codes={"place": code})).terms[Role.PLACE]
        for code in (left, right)
    )
    assert relation(Role.PLACE, one, other)[0] == count


def test_words_that_were_not_found_agree_weakly_with_the_same_words() -> None:
    one, other = (Term(None, None, True, words) for words in ("the regime", "the junta"))
    assert relation(Role.RECIPIENT, (one,), (one,))[0] == 1
    assert relation(Role.RECIPIENT, (one,), (other,))[0] == 0
    assert relation(Role.RECIPIENT, (), (other,))[0] == 0


def test_two_parties_count_twice() -> None:
    line = "ceasefire agreed stated: {party:A} and others agreed to a truce."
    claim = kept(line, codes={"party": "no"})
    assert not compare(fact_of(claim), fact_of(kept(line, codes={"party": "no"}, day="2031-04-12"))).fits
    both = (*actor("no"), *actor("br"))
    assert relation(Role.PARTY, both, both)[0] == 4


@pytest.mark.parametrize(
    ("more", "fits"),
    [
        ({}, True),
        ({"recipient": "br-mil"}, True),
        ({"supplier": "av"}, False),
        ({"weapon": "air_defence.manpads"}, False),
        ({"weapon": "generic.weapons"}, False),
        ({"day": "2031-05-20"}, True),
        ({"day": "2031-06-20"}, False),
        ({"day": "2031-05-20", "recipient": "br-rebels*"}, False),
    ],
)
def test_claims_fit_by_what_they_share_the_more_the_further_apart(more: dict[str, str], fits: bool) -> None:
    found = compare(fact_of(sent()), fact_of(sent(**more)))
    assert (found.fits, bool(found.why)) == (fits, True)


@pytest.mark.parametrize(
    ("left", "right", "against"),
    [(480, 500, []), (31, 20, []), (4, 16, ["quantity"]), (31, 31, [])],
)
def test_numbers_stand_against_one_act_when_one_is_over_twice_the_other(
    left: int, right: int, against: list[str]
) -> None:
    one, other = (fact_of(sent(amounts=[amount(number)])) for number in (left, right))
    assert [field for field, _ in compare(one, other).against] == against


def test_days_that_both_tell_stand_against_one_act_when_far_apart() -> None:
    first, second, near = (fact_of(sent(period=(day, day))) for day in ("2031-04-01", "2031-04-08", "2031-04-02"))
    assert conflict(first, second)
    assert not conflict(first, near)
    assert compare(first, second).rival == "time"


def test_different_ways_of_diversion_are_different_acts() -> None:
    sold, stolen, leaked = (
        fact_of(kept(f"diversion occurred stated {mode}: {{from:Averna}} lost {{weapon:rifles}}."))
        for mode in ("sale", "theft", "leak")
    )
    assert conflict(sold, stolen)
    assert not conflict(sold, leaked)


def test_one_field_that_stands_against_makes_rivals() -> None:
    found = compare(fact_of(sent()), fact_of(sent(supplier="av")))
    assert (found.fits, found.rival) == (False, "supplier")
    assert compare(fact_of(sent()), fact_of(sent(supplier="av", weapon="air_defence.manpads"))).rival is None


def test_use_of_ordinary_arms_needs_more_than_holder_and_arms() -> None:
    line = "holding occurred stated: {holder:H} fired {weapon:W}."
    tank, gas = (
        [fact_of(kept(line, codes={"holder": "no", "weapon": code}, outlet=outlet)) for outlet in ("A", "B")]
        for code in ("armour.tank", "cbrn.chemical")
    )
    assert not compare(*tank).fits
    assert compare(*gas).fits


@given(some.sampled_from(AFFAIR), some.sampled_from(AFFAIR))
def test_order_of_the_two_changes_nothing(one: KeptClaim, other: KeptClaim) -> None:
    assert compare(fact_of(one), fact_of(other)) == compare(fact_of(other), fact_of(one))


def test_amounts_of_two_measures_are_not_compared() -> None:
    tanks, money = Amount("item", "tank", 30, 30, True), Amount("money", "USD", 30, 30, True)
    assert amounts_apart(tanks, money) is None
    assert amounts_apart(tanks, Amount("item", "launcher", 40, None, False)) is True
    assert amounts_apart(tanks, Amount("item", None, 20, None, False)) is False
    assert (amount_shown(tanks), amount_shown(Amount("item", None, 20, None, False))) == ("30 tank", "20–… item")


@pytest.mark.parametrize(
    ("periods", "needed"),
    [((None, None), 6), (("2031-04-10", None), 7), (("2031-04-10", "2031-04-10"), 5)],
)
def test_more_must_agree_of_the_use_of_arms_in_one_article_that_does_not_tell_the_days_of_both(
    periods: tuple[str | None, str | None], needed: int
) -> None:
    line = "holding occurred stated: {holder:H} used {weapon:W} in {place:P} {time:T}."
    codes = {"holder": "no", "weapon": "armour.tank"}
    one, other = (fact_of(kept(line, doc="one", codes=codes, period=(day, day) if day else None)) for day in periods)
    assert compare(one, other).needed == needed
