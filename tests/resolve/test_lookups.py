"""The look-ups open our registers with a user's own over them, and say what sort of source an actor is."""

from __future__ import annotations

import pytest

from enduse.lexicon.actors import open_actors
from enduse.model import ClaimantClass
from enduse.model.referent import Scheme
from enduse.resolve.lookups import class_of_actor, open_lookups


def test_each_scheme_has_its_names() -> None:
    ask = open_lookups()
    for scheme, referent, name in (
        (Scheme.WEAPON, ask.weapon("T-72 tanks", "T-72 tanks came."), "T-72"),
        (Scheme.WEAPON, ask.weapon("tanks", "Tanks came."), "tank"),
        (Scheme.ACTOR, ask.actor("Chad"), "Chad"),
        (Scheme.PLACE, ask.place("Chad"), "Chad"),
    ):
        assert referent.scheme is scheme
        assert referent.code is not None
        assert ask.name_of(scheme, referent.code) == name


def test_country_of_a_place_and_countries_of_a_text() -> None:
    ask = open_lookups()
    assert ask.country_of_place("td") == "td"
    assert ask.countries_of("Chad and Chad.").about == {"td"}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("td", ClaimantClass.STATE_BODY),
        ("td-gov", ClaimantClass.STATE_BODY),
        ("un", ClaimantClass.INTERNATIONAL_ORGANISATION),
        ("us-president", ClaimantClass.NAMED_OFFICIAL),
        ("boko_haram", ClaimantClass.ARMED_PARTY),
        ("rebels", None),
        ("td-officials", None),
        ("nobody", None),
    ],
)
def test_actor_tells_what_sort_of_source_it_is(code: str, expected: ClaimantClass | None) -> None:
    assert class_of_actor(code, open_actors()) is expected
