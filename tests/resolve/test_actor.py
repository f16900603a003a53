"""Names give their actor as it was called at the time, umbrella words their kind, and what is open stays open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from enduse.lexicon.actor_rows import NO_STATE_ID
from enduse.lexicon.actors import open_actors
from enduse.model.period import Period, PeriodRule, Precision
from enduse.model.referent import Level, Scheme
from enduse.resolve.actor import resolve_actor, resolve_actors

if TYPE_CHECKING:
    from tests.resolve.conftest import Rows


def test_every_case_is_looked_up_as_a_reader_would(cases: Callable[[str], Rows]) -> None:
    rows = cases("actors.tsv")
    assert len(rows) >= 200
    wrong = []
    for row in rows:
        on = date.fromisoformat(row["on"]) if row["on"] else None
        found = resolve_actor(row["filler"], on=on, context=row["context"])
        wanted = (row["code"] or None, row["level"] or None, row["candidates"].split())
        if (found.code, found.level, [candidate.code for candidate in found.candidates]) != wanted:
            wrong.append(f"{row['filler']!r}: {found}, not {wanted}")
    assert not wrong, "\n".join(wrong)


def test_a_name_of_one_row_gives_that_row() -> None:
    register = open_actors()
    names = [(row.id, alias) for row in register.actors.values() for alias in (row.name, *row.aliases)]
    names += [(row.id, alias) for row in register.states.values() for alias in (row.name, *row.aliases)]
    plain = [(code, alias) for code, alias in names if "?" not in alias and not alias.endswith(")")]
    assert len(plain) > 3000
    marked = {alias.rstrip("?^~") for _, alias in names if "?" in alias}
    wrong = {
        alias: found.code
        for code, alias in plain
        if alias.rstrip("^~") not in marked and (found := resolve_actor(alias.rstrip("^~"))).code != code
    }
    assert set(wrong) <= {"C.A.R."}
    assert set(wrong.values()) <= {None}


def test_a_shared_name_is_never_decided_by_nothing() -> None:
    register = open_actors()
    shared = {alias.rstrip("?^") for row in register.actors.values() for alias in row.aliases if "?" in alias}
    assert len(shared) > 60
    assert {alias: code for alias in shared if (code := resolve_actor(alias).code)} == {}


def test_a_states_forces_are_never_its_people_and_its_rebels_never_the_state() -> None:
    register = open_actors()
    wrong = []
    for state in register.states.values():
        for adjective in (name for name in state.adjectives if "?" not in name):
            word = adjective.rstrip("^")
            for noun in ("forces", "people", "rebels", "officials", "companies"):
                found = resolve_actor(f"{word} {noun}")
                level = Level.ACTOR if noun == "forces" else Level.CLASS_ACTOR
                if found.code in {None, state.id, f"{state.id}-gov"} or found.level is not level:
                    wrong.append(f"{word} {noun}: {found}")
    assert not wrong, "\n".join(wrong)


def test_an_adjective_of_making_names_nobody() -> None:
    register = open_actors()
    adjectives = [name.rstrip("?^") for state in register.states.values() for name in state.adjectives]
    assert {word: code for word in adjectives if (code := resolve_actor(f"{word}-made").code)} == {}


def test_a_capital_alone_is_left_open() -> None:
    register = open_actors()
    cities = {city.rstrip("?^"): state.id for state in register.states.values() for city in state.capital}
    found = {city: resolve_actor(city) for city in cities}
    assert {city: referent.code for city, referent in found.items() if referent.code} == {}
    assert [city for city, referent in found.items() if len(referent.candidates) < 2] == []


@pytest.mark.parametrize(
    ("on", "code"), [("2014-05-01", "nusra"), ("2016-09-01", "jfs"), ("2016-07-28", "nusra"), ("2020-01-01", "hts")]
)
def test_the_name_valid_on_the_date_is_used(on: str, code: str) -> None:
    found = resolve_actor("the Nusra Front", on=date.fromisoformat(on))
    assert found.code == code
    assert ("was the name until 2016-07-28" in found.why) is (code != "nusra")


def test_a_period_that_touches_the_name_leaves_it() -> None:
    period = Period(date(2016, 1, 1), date(2016, 12, 31), Precision.YEAR, PeriodRule.WRITTEN, Precision.YEAR)
    assert resolve_actor("Nusra", on=period).code == "nusra"
    later = Period(date(2018, 1, 1), None, Precision.OPEN, PeriodRule.SINCE, Precision.YEAR)
    assert resolve_actor("Nusra", on=later).code == "hts"
    unknown = Period(None, None, Precision.UNKNOWN, PeriodRule.NOT_FOUND)
    assert resolve_actor("Nusra", on=unknown) == resolve_actor("Nusra")


def test_several_are_given_one_by_one() -> None:
    found = resolve_actors("Saudi Arabia, Qatar and Turkish-backed Syrian rebels")
    assert [one.code for one in found] == ["sa", "qa", "sy-rebels"]
    together = resolve_actor("Saudi Arabia, Qatar and Turkish-backed Syrian rebels")
    assert together.code is None
    assert together.several
    assert together.level is Level.CLASS_ACTOR
    assert [candidate.code for candidate in together.candidates] == ["sa", "qa", "sy-rebels"]
    assert resolve_actors("the US-led coalition", on=date(2016, 1, 1))[0].code == "cjtf"


def test_a_state_in_parentheses_is_not_the_group() -> None:
    register = open_actors()
    groups = [
        row for row in register.actors.values() if row.kind in NO_STATE_ID and row.acts_in and ")" not in row.name
    ]
    wrong = []
    for row in groups:
        name = f"{row.name} ({register.name_of(row.acts_in[0])})"
        if resolve_actor(name).code in register.states:
            wrong.append(name)
    assert not wrong


@pytest.mark.parametrize(
    "filler", ["", " ", "—", "💥", "the", "'s", "7", "rebels" * 40, "the US and " * 40, "(", "()", "of"]
)
def test_odd_fillers_are_answered_with_a_reason(filler: str) -> None:
    found = resolve_actor(filler, context=filler, on=date(2014, 1, 1))
    assert found.scheme is Scheme.ACTOR
    assert found.why


def test_why_says_what_decided() -> None:
    assert "the sentence, which speaks of Syria, decides" in resolve_actor("SDF", context="The SDF left Syria.").why
    assert "nothing decides" in resolve_actor("SDF").why
    assert resolve_actor("it").why == "'it' is a pronoun; whom it stands for is told elsewhere"
    assert resolve_actor("President Obama", on=date(2018, 5, 1)).why == (
        "Barack Obama, President of the United States until 2017-01-20, and not in office on 2018-05-01"
    )
    assert "'Martyrs', which is no word of the registers" in resolve_actor("Syrian Martyrs Brigade").why


def test_look_up_uses_the_register_it_is_given() -> None:
    shipped = open_actors()
    assert resolve_actor("HTS", register=shipped) == resolve_actor("HTS")
