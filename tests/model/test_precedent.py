"""A case has outcomes or says why none is shown; a control stands in its sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from enduse.model.plan import Reports, Told
from enduse.model.precedent import Alike, Control, ControlKind, Likeness, Precedent

TOLD = Told("clm-1", date(2031, 4, 11), "occurred", "stated", "It sent them.", "the army", "Herald", "")
LIKE = (
    Likeness("supplier class", Alike.ALIKE, ("state",), ("state",)),
    Likeness("weapon class", Alike.NOT_TOLD, (), ("armour.tank",)),
)
CASE = Precedent((TOLD,), "transfer", TOLD.day, LIKE, (), (), "no outcome reported", Reports(1, 1, 1, 1), False)


def test_case_says_in_which_fields_it_is_alike() -> None:
    assert CASE.alike == ("supplier class",)


def test_case_without_outcomes_must_say_why() -> None:
    with pytest.raises(ValueError, match="says why none is shown"):
        replace(CASE, no_outcome=None)


def test_words_of_a_control_stand_in_its_sentence() -> None:
    control = Control(ControlKind.VETTING, "They were vetted.", "vetted", "doc-1", "clm-1")
    assert control.words == "vetted"
    with pytest.raises(ValueError, match="does not stand in the sentence"):
        replace(control, words="trained")
