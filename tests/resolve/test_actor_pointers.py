"""Pronouns and bare descriptions are told from names, with what they point to."""

from __future__ import annotations

import pytest

from enduse.resolve.actor_pointers import Pointing, pointer_of


@pytest.mark.parametrize(
    ("filler", "kind"),
    [
        ("it", Pointing.PRONOUN),
        ("They", Pointing.PRONOUN),
        ("us", Pointing.PRONOUN),
        ("the group", Pointing.GROUP),
        ("his group", Pointing.GROUP),
        ("The coalition", Pointing.GROUP),
        ("the two sides", Pointing.SIDES),
        ("the warring parties", Pointing.SIDES),
        ("the country", Pointing.COUNTRY),
        ("these countries", Pointing.COUNTRY),
        ("the kingdom", Pointing.COUNTRY),
        ("the commander", Pointing.PERSON),
    ],
)
def test_pointers_are_found(filler: str, kind: Pointing) -> None:
    found = pointer_of(filler)
    assert found is not None
    assert found.kind is kind
    assert found.word in found.why


@pytest.mark.parametrize(
    "filler", ["US", "the US", "IS", "WHO", "other countries", "the rebel group", "Hamas", "opposition parties", ""]
)
def test_names_and_kinds_are_no_pointers(filler: str) -> None:
    assert pointer_of(filler) is None
