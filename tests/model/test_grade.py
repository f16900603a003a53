"""Grades are two letters that are read apart, and F6 where nobody gave any."""

from __future__ import annotations

from enduse.model.grade import CREDIBILITY, RELIABILITY, UNGRADED, Given, Grades, meaning
from enduse.model.record import Grading

GRADING = Grading("clm-1", ("clm-1",), "B", "2", "Ida", "2031-05-01T00:00:00Z")


def test_default_is_f6_and_the_last_grade_counts() -> None:
    assert Grades("clm-1", ("clm-1",), ()).letters == UNGRADED == "F6"
    assert Grades("clm-1", ("clm-1",), (Given(GRADING, (), ()),)).letters == "B2"


def test_a_grade_on_other_evidence_says_so() -> None:
    assert not Given(GRADING, (), ()).older
    assert Given(GRADING, ("clm-2",), ()).older
    assert Given(GRADING, (), ("clm-1",)).older


def test_every_letter_has_words() -> None:
    assert ("".join(RELIABILITY), "".join(CREDIBILITY)) == ("ABCDEF", "123456")
    assert meaning("F6") == "source reliability cannot be judged, information: truth cannot be judged"
