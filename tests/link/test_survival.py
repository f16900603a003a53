"""The curve is that of a hand-computed example and of published remission times."""

from __future__ import annotations

import pytest

from enduse.link.survival import kaplan_meier, median
from enduse.model.truce import Spell

REMISSION = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
"""Weeks of 21 patients on 6-mercaptopurine (Freireich 1963), the example of most textbooks; + is censored."""

PUBLISHED = {
    6: (21, 0.8571, 0.0764, 0.6197, 0.9516), 7: (17, 0.8067, 0.0869, 0.5631, 0.9228),
    10: (15, 0.7529, 0.0963, 0.5032, 0.8894), 13: (12, 0.6902, 0.1068, 0.4316, 0.8491),
    16: (11, 0.6275, 0.1141, 0.3675, 0.8049), 22: (7, 0.5378, 0.1282, 0.2678, 0.7468),
    23: (6, 0.4482, 0.1346, 0.1881, 0.6801),
}  # fmt: skip
"""At risk, share, Greenwood's error, and the 95 % interval of log-log, as they are printed to four places."""


def spells(written: str) -> list[Spell]:
    return [Spell(f"truce {n}", int(one.rstrip("+")), one.endswith("+")) for n, one in enumerate(written.split())]


def test_published_example_is_met_to_four_places() -> None:
    steps = {step.days: step for step in kaplan_meier(spells(REMISSION)) if step.ended}
    assert list(steps) == list(PUBLISHED)
    for days, (at_risk, *figures) in PUBLISHED.items():
        step = steps[days]
        assert step.at_risk == at_risk
        assert (step.share, step.error, step.low, step.high) == pytest.approx(figures, abs=5.1e-5)


def test_median_is_the_day_by_which_half_are_over() -> None:
    assert median(kaplan_meier(spells(REMISSION))) == 23
    assert median(kaplan_meier(spells("5 9+ 9+"))) is None
    assert median([]) is None


def test_hand_computed_example() -> None:
    """4 truces: one ends on day 2 (3/4), one is censored on day 3, one of the two left ends on day 5 (3/8)."""
    steps = kaplan_meier(spells("5 2 3+ 8+"))
    assert [(s.days, s.at_risk, s.ended, s.censored, s.share) for s in steps] == [
        (2, 4, 1, 0, 0.75), (3, 3, 0, 1, 0.75), (5, 2, 1, 0, 0.375), (8, 1, 0, 1, 0.375),
    ]  # fmt: skip
    assert steps[2].error == pytest.approx(0.375 * (1 / 12 + 1 / 2) ** 0.5)


def test_a_truce_censored_on_the_day_that_another_ends_was_at_risk() -> None:
    assert [(s.at_risk, s.ended, s.censored) for s in kaplan_meier(spells("4 4+"))] == [(2, 1, 1)]


def test_no_interval_where_all_or_none_hold() -> None:
    first, last = kaplan_meier(spells("3+ 7"))
    assert (first.share, first.low, first.error) == (1.0, None, 0.0)
    assert (last.share, last.low, last.error) == (0.0, None, None)


def test_spell_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="end must not lie before start"):
        Spell("x", -1, False)
