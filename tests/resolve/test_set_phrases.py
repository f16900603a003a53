"""Set phrases of time and the words that make bounds are known, the longest first."""

from __future__ import annotations

import pytest

from enduse.resolve.date_words import cut_dates
from enduse.resolve.set_phrases import bound_at, set_phrase_at


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("so far", "before"),
        ("in the past", "before"),
        ("for now", "today"),
        ("shortly", "after"),
        ("over the years", "before"),
    ],
)
def test_set_phrase_tells_its_side_of_publication(phrase: str, kind: str) -> None:
    tokens = cut_dates(phrase)
    assert set_phrase_at(tokens, 0) == (kind, len(tokens))


@pytest.mark.parametrize("phrase", ["in the past six months", "shortly after the vote", "Tuesday"])
def test_phrase_that_goes_on_is_none(phrase: str) -> None:
    assert set_phrase_at(cut_dates(phrase), 0) is None


@pytest.mark.parametrize(
    ("phrase", "bound", "behind"),
    [
        ("no later than May", "until", 3),
        ("prior to May", "before", 2),
        ("as early as May", "soonest", 3),
        ("by May", "by", 1),
    ],
)
def test_bound_is_known_by_its_words(phrase: str, bound: str, behind: int) -> None:
    assert bound_at(cut_dates(phrase), 0) == (bound, behind)


def test_other_words_make_no_bound() -> None:
    assert bound_at(cut_dates("May"), 0) is None
