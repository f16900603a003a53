"""The resolver gives each filler what belongs to its role, and leaves labels, spans and order as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.service.fakes import reading

from enduse.model import ClaimantClass, Document, Period, Reading, Referent, Resolved, ResolvedClaim, Role
from enduse.model.quantity import Measure
from enduse.model.referent import Candidate, Level, Scheme
from enduse.resolve.about import Countries
from enduse.resolve.resolver import Lookups, Resolver, published

ACTORS = {
    "Averna": "av", "Norland": "no", "Avernan": "av", "Korvian rebels": "korvian_rebels", "the Sulmar army": "su-mil",
    "Sorn": "av-president", "regime forces of place: av": "av-mil",
}  # fmt: skip
CLASSES = {"Avernese": "avernese_states", "Avernese militias": "militias"}
PLACES = {"Harsa": "av:harsa", "Sulmar": "su", "the Sulmar army": "su", "Tolm": "xx:tolm"}


class Register:
    """Looks names up in the tables above, and keeps what it was asked."""

    def __init__(self) -> None:
        self.days: list[Period | date | None] = []
        self.asked: list[str] = []

    def actor(self, filler: str, *, on: Period | date | None = None, context: str = "") -> Referent:
        self.days.append(on)
        self.asked.append(filler)
        if filler in CLASSES:
            return Referent(Scheme.ACTOR, CLASSES[filler], Level.CLASS_ACTOR, f"looked up {filler!r}")
        code = ACTORS.get(filler)
        return Referent(Scheme.ACTOR, code, Level.ACTOR if code else None, f"looked up {filler!r}")

    def place(self, filler: str, *, context: str = "", countries: frozenset[str] = frozenset()) -> Referent:
        if filler == "Oskara" and not countries:
            open_ = (Candidate("av:oskara", "one"), Candidate("no:oskara", "other"))
            return Referent(Scheme.PLACE, None, Level.TOWN, "two of that name", open_)
        code = "av:oskara" if filler == "Oskara" and "av" in countries else PLACES.get(filler)
        level = None if code is None else Level.COUNTRY if len(code) == 2 else Level.TOWN
        return Referent(Scheme.PLACE, code, level, f"looked up {filler!r}")

    def weapon(self, filler: str, context: str) -> Referent:
        assert filler in context
        return Referent(Scheme.WEAPON, "rifle", Level.CLASS, f"looked up {filler!r}")

    def lookups(self) -> Lookups:
        return Lookups(
            self.actor,
            self.place,
            self.weapon,
            name_of=lambda scheme, code: f"{scheme}: {code}",
            class_of_actor=lambda code: (
                ClaimantClass.NAMED_OFFICIAL if code == "av-president" else ClaimantClass.STATE_BODY
            ),
            countries_of=lambda text: Countries(frozenset({"av"}), frozenset({"av"})),
            country_of_place=lambda code: code[:2],
        )


def resolved(before: Reading, register: Register | None = None) -> ResolvedClaim:
    """Resolve a reading of one claim, and check that nothing else of it changed."""
    after = Resolver((register or Register()).lookups()).resolve(before)
    assert after.extractions == before.extractions
    assert after.document == before.document
    claim = before.extractions[0].claim
    found = after.resolved[claim.id]
    assert {role: len(spans) for role, spans in claim.roles.items() if role in found.roles} == {
        role: len(fillers) for role, fillers in found.roles.items()
    }
    return found


def only(claim: ResolvedClaim, role: Role) -> Resolved:
    (found,) = claim.roles[role]
    return found


def code(claim: ResolvedClaim, role: Role) -> str | None:
    referent = only(claim, role).referent
    assert referent is not None
    return referent.code


def test_each_role_is_looked_up_where_it_belongs() -> None:
    claim = resolved(
        reading(
            "transfer occurred stated: {supplier:Averna} sent {quantity:about 300} {origin:Avernan-made}"
            " {weapon:rifles} to {recipient:Norland} via {via:Sulmar} from {place:Harsa} {time:last week},"
            " {claimant:officials} said."
        )
    )
    codes = {role: code(claim, role) for role in claim.roles if only(claim, role).referent}
    assert codes == {
        Role.SUPPLIER: "av", Role.RECIPIENT: "no", Role.WEAPON: "rifle", Role.ORIGIN: "av", Role.VIA: "su",
        Role.PLACE: "av:harsa", Role.CLAIMANT: None,
    }  # fmt: skip
    assert only(claim, Role.SUPPLIER).name == "actor: av"
    (quantity,) = only(claim, Role.QUANTITY).quantities
    assert (quantity.best, quantity.unit, quantity.of) == (300, "rifle", "rifles")
    period = only(claim, Role.TIME).period
    assert period is not None
    assert (period.start, period.end) == (date(2031, 3, 31), date(2031, 4, 6))
    assert claim.claimant_class is ClaimantClass.UNNAMED_OFFICIAL
    assert [link.name for link in claim.chain] == ["Averna Herald", "officials"]


def test_purpose_and_condition_are_words_and_are_not_looked_up() -> None:
    claim = resolved(
        reading("transfer planned stated: {supplier:Averna} will send {weapon:rifles} if {condition:it rains}.")
    )
    assert set(claim.roles) == {Role.SUPPLIER, Role.WEAPON}


def test_actors_are_asked_for_the_day_of_the_act() -> None:
    register = Register()
    line = "transfer occurred stated: {supplier:Averna} sent {weapon:rifles} {time:in 2014}."
    resolved(reading(line), register)
    (day,) = register.days
    assert isinstance(day, Period)
    assert day.start == date(2014, 1, 1)


def test_without_a_time_it_is_the_day_of_publication() -> None:
    register = Register()
    resolved(reading("transfer occurred stated: {supplier:Averna} sent {weapon:rifles}."), register)
    assert register.days == [date(2031, 4, 11)]


@pytest.mark.parametrize("label", ["planned", "called_for", "considered", "risk"])
def test_time_of_what_lies_ahead_is_the_next(label: str) -> None:
    line = f"transfer {label} stated: {{supplier:Averna}} sends {{weapon:rifles}} {{time:on Tuesday}}."
    period = only(resolved(reading(line)), Role.TIME).period
    assert period is not None
    assert period.start == date(2031, 4, 15)


def test_truce_that_will_begin_on_a_day_begins_on_the_next() -> None:
    line = "ceasefire agreed stated: {party:Averna} agreed {time:on Tuesday} to a truce to begin {time:on Sunday}."
    agreed, begins = resolved(reading(line)).roles[Role.TIME]
    assert agreed.period is not None
    assert begins.period is not None
    assert agreed.period.start == date(2031, 4, 8)
    assert begins.period.start == date(2031, 4, 13)


@pytest.mark.parametrize(("verb", "day"), [("will begin", 13), ("began", 6)])
def test_beginning_on_a_day_is_the_next_one_only_where_it_will_be(verb: str, day: int) -> None:
    line = f"ceasefire agreed stated: Beginning {{time:on Sunday}}, {{party:Averna}} {verb} a truce."
    period = only(resolved(reading(line)), Role.TIME).period
    assert period is not None
    assert period.start == date(2031, 4, day)


def test_pronoun_is_looked_up_as_what_it_stands_for() -> None:
    claim = resolved(
        reading("transfer occurred denied: {claimant:Norland} denied that {supplier:it} sent {weapon:rifles}.")
    )
    supplier = only(claim, Role.SUPPLIER)
    assert code(claim, Role.CLAIMANT) == "no"
    assert supplier.antecedent is not None
    assert supplier.antecedent.text == "Norland"
    assert code(claim, Role.SUPPLIER) == "no"


def test_description_is_looked_up_as_its_name() -> None:
    line = "transfer occurred stated: Korvian rebels met. {supplier:Averna} armed {recipient:the rebels}."
    claim = resolved(reading(line))
    recipient = only(claim, Role.RECIPIENT)
    assert recipient.antecedent is not None
    assert recipient.antecedent.text == "Korvian rebels"
    assert code(claim, Role.RECIPIENT) == "korvian_rebels"
    assert recipient.referent is not None
    assert "the only rebels named before" in recipient.referent.why


def test_pronoun_that_stays_open_says_so() -> None:
    claim = resolved(reading("transfer occurred stated: {supplier:They} sent {weapon:rifles}."))
    supplier = only(claim, Role.SUPPLIER)
    assert supplier.referent is not None
    assert supplier.referent.code is None
    assert "does not make plain" in supplier.referent.why


def test_place_of_several_is_decided_by_the_countries_of_the_article() -> None:
    claim = resolved(reading("ceasefire in_force stated: A truce began in {place:Oskara}."))
    assert code(claim, Role.PLACE) == "av:oskara"


def test_town_of_a_country_that_the_article_never_names_is_left_open() -> None:
    claim = resolved(reading("ceasefire in_force stated: A truce began in {place:Tolm}."))
    referent = only(claim, Role.PLACE).referent
    assert referent is not None
    assert referent.code is None
    assert [candidate.code for candidate in referent.candidates] == ["xx:tolm"]


def test_middleman_that_is_no_place_is_looked_up_as_an_actor() -> None:
    claim = resolved(reading("transfer occurred stated: {weapon:Rifles} came through {via:Korvian rebels}."))
    assert code(claim, Role.VIA) == "korvian_rebels"


def test_middleman_with_the_name_of_a_country_in_it_is_the_actor_not_the_country() -> None:
    claim = resolved(reading("transfer occurred stated: {weapon:Rifles} came through {via:the Sulmar army}."))
    assert code(claim, Role.VIA) == "su-mil"


def test_reading_without_claims_asks_nothing() -> None:
    register = Register()
    nothing = reading()
    assert Resolver(register.lookups()).resolve(nothing) is nothing
    assert register.asked == []


def test_same_words_are_asked_once_a_sentence() -> None:
    register = Register()
    line = "transfer occurred stated: {supplier:Averna} sent {weapon:rifles}."
    twice = reading(line, line.replace("occurred", "promised"))
    Resolver(register.lookups()).resolve(twice)
    assert register.asked == ["Averna"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("2031-04-11", date(2031, 4, 11)), ("2031-04-11T10:00:00Z", date(2031, 4, 11)), ("11 April", None), (None, None)],
)
def test_day_of_publication_is_read_from_iso_dates(written: str | None, expected: date | None) -> None:
    assert published(Document("a", "text", published_on=written)) == expected


def test_encyclopedia_has_no_day_of_publication() -> None:
    encyclopedia = Document("a", "text", published_on="2031-04-11", publisher="Wikipedia")
    assert published(encyclopedia) is None
    assert published(replace(encyclopedia, publisher="Nordby Times")) == date(2031, 4, 11)


def test_number_is_looked_up_with_the_scale_beside_it() -> None:
    line = "transfer occurred stated: {supplier:Averna} sold {quantity:hundreds} of millions of dollars."
    claim = resolved(reading(line))
    (quantity,) = only(claim, Role.QUANTITY).quantities
    assert (quantity.low, quantity.high, quantity.measure) == (200_000_000, 999_999_999, Measure.MONEY)


@pytest.mark.parametrize(("title", "year"), [("Siege of Harsa (2016)", 2016), ("Siege of Harsa (2016-2017)", None)])
def test_text_of_no_day_speaks_of_the_one_year_of_its_title(title: str, year: int | None) -> None:
    before = reading("transfer occurred stated: {supplier:Averna} sent {weapon:rifles} {time:on 2 April}.")
    document = replace(before.document, title=title, publisher="Wikipedia")
    period = only(resolved(replace(before, document=document)), Role.TIME).period
    assert period is not None
    assert period.start == (date(year, 4, 2) if year else None)


def test_regime_forces_are_those_of_the_one_country_that_an_article_is_about() -> None:
    claim = resolved(reading("holding occurred stated: {holder:Regime forces} fired {weapon:rifles}."))
    assert code(claim, Role.HOLDER) == "av-mil"
    referent = only(claim, Role.HOLDER).referent
    assert referent is not None
    assert referent.why.startswith("'Regime forces' in an article about place: av only")


def test_army_is_left_open_where_a_state_that_acts_abroad_is_named() -> None:
    register = Register()
    lookups = replace(
        register.lookups(), countries_of=lambda text: Countries(frozenset({"av", "us"}), frozenset({"av"}))
    )
    before = reading("holding occurred stated: {holder:Government army} fired {weapon:rifles}.")
    claim = Resolver(lookups).resolve(before).resolved[before.extractions[0].claim.id]
    assert code(claim, Role.HOLDER) is None
    assert "government army of place: av" not in register.asked


def test_umbrella_word_is_looked_up_with_the_noun_behind_it() -> None:
    line = "holding occurred stated: {holder:Avernese} militias fired {weapon:rifles}."
    assert code(resolved(reading(line)), Role.HOLDER) == "militias"


@pytest.mark.parametrize(("told", "found"), [("a man, Ivo Sorn, and", None), ("it, and", "av-president")])
def test_surname_of_another_person_is_not_the_office_holder(told: str, found: str | None) -> None:
    line = f"holding occurred stated: Troops shot {told} {{claimant:Sorn}} spoke of {{weapon:rifles}}."
    claim = resolved(reading(line))
    assert code(claim, Role.CLAIMANT) == found
    referent = only(claim, Role.CLAIMANT).referent
    assert referent is not None
    assert [candidate.code for candidate in referent.candidates] == ([] if found else ["av-president"])


def test_chain_names_whom_a_pronoun_stands_for() -> None:
    before = reading(
        "holding occurred stated: {claimant:Minister Ivo Sorn} said Averna holds {weapon:guns}.",
        "holding occurred stated: {claimant:He} said Averna holds {weapon:rifles}.",
    )
    after = Resolver(Register().lookups()).resolve(before)
    claim = after.resolved[before.extractions[1].claim.id]
    antecedent = only(claim, Role.CLAIMANT).antecedent
    assert antecedent is not None
    assert [(link.name, link.span) for link in claim.chain][-1] == (antecedent.text, antecedent)
