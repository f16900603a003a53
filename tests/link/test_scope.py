"""Days, sources, names and countries are read of a kept claim, and reports are counted from low to high."""

from __future__ import annotations

from datetime import date

from tests.link.told import kept, no_lands

from enduse.link.scope import act_days, actors, day_of, independent, lands, names, source_of, told
from enduse.model import Role

SENT = "transfer occurred stated: {supplier:Norland} sent {weapon:rifles} to {recipient:rebels} in {place:Brezova}"


def test_days_of_an_encyclopedia_tell_nothing() -> None:
    assert day_of(kept(f"{SENT}.")) == date(2031, 4, 11)
    assert day_of(kept(f"{SENT}.", outlet="Wikipedia")) is None
    assert day_of(kept(f"{SENT}.", day=None)) is None
    assert day_of(kept(f"{SENT}.", day="spring")) is None


def test_act_has_the_days_that_were_looked_up() -> None:
    line = "ceasefire in_force stated: The truce began {time:on 1 May}."
    assert act_days(kept(line, time="2031-05-01/2031-05-01")) == (date(2031, 5, 1), date(2031, 5, 1))
    assert act_days(kept(line)) == (None, None)


def test_names_are_codes_or_words_and_never_pronouns() -> None:
    claim = kept(f"{SENT}.", supplier="no|actor|Norland")
    assert actors(claim, (Role.SUPPLIER, Role.RECIPIENT)) == {"no", "rebels"}
    assert names(claim, (Role.SUPPLIER, Role.PLACE)) == {"norland", "brezova"}
    assert (
        actors(kept("transfer planned stated: {supplier:They} send {weapon:rifles}."), (Role.SUPPLIER,)) == frozenset()
    )


def test_words_for_many_are_left_out_unless_their_country_is_told() -> None:
    one = kept(f"{SENT}.", recipient="rebels|class_actor")
    other = kept(f"{SENT}.", recipient="br-rebels|class_actor")
    assert actors(one, (Role.RECIPIENT,)) == {"rebels"}
    assert actors(one, (Role.RECIPIENT,), umbrellas=False) == frozenset()
    assert actors(other, (Role.RECIPIENT,), umbrellas=False) == {"br-rebels"}


def test_countries_come_from_codes_or_else_from_the_words_of_a_place() -> None:
    assert lands(kept(f"{SENT}.", place="br|country"), (Role.PLACE,), no_lands) == {"br"}
    assert lands(kept(f"{SENT}."), (Role.PLACE,), no_lands) == {"brezova"}
    assert lands(kept(f"{SENT}."), (Role.PLACE,), no_lands, worded=False) == frozenset()


def test_source_is_the_claimant_or_else_the_outlet() -> None:
    assert source_of(kept(f"{SENT}.")) == "Averna Herald"
    said = f"{SENT}, {{claimant:the minister}} said."
    assert source_of(kept(said)) == "the minister"
    assert source_of(kept(said, claimant="no-mod|actor|Ministry of Defence")) == "Ministry of Defence"
    shown = told(kept(said))
    assert (shown.label, shown.source, shown.outlet) == ("occurred", "the minister", "Averna Herald")


def test_reports_are_counted_from_low_to_high() -> None:
    one = kept(f"{SENT} today, {{claimant:the minister}} said.", outlet="Herald")
    two = kept(f"{SENT} again, {{claimant:the minister}} said.", outlet="Courier")
    three = kept(f"{SENT} at dawn.", outlet="Courier")
    four = kept(f"{SENT} at night.", outlet="Post")
    assert str(independent([one], {})) == "1 independent report"
    assert str(independent([one, two, three, four], {})) == "2 to 4 independent reports"
    copied = {four.claim.document_sha256: "a", three.claim.document_sha256: "a"}
    counted = independent([one, two, three, four], copied)
    assert (counted.claims, counted.documents, counted.low, counted.high) == (4, 4, 1, 3)


def test_unnamed_sources_of_one_class_are_one_for_the_low_count() -> None:
    claims = [
        kept(f"{SENT} {n}, {{claimant:officials}} said.", outlet=f"Paper {n}", claimant="|unnamed_official")
        for n in range(3)
    ]
    assert str(independent(claims, {})) == "1 to 3 independent reports"
