"""Hedges make bounds and estimates of numbers."""

from __future__ import annotations

import pytest

from enduse.model.quantity import Number, QuantityRule
from enduse.resolve.hedges import AFTER, BEFORE, bounded, hull
from enduse.resolve.numerals import Amount, cut, exact

Bounds = tuple[Number | None, Number | None, Number | None]
DOZENS = Amount(24, None, 99, QuantityRule.PLURAL)


@pytest.mark.parametrize(
    ("rule", "bounds"),
    [
        (QuantityRule.AT_LEAST, (20, None, None)),
        (QuantityRule.AT_MOST, (None, None, 20)),
        (QuantityRule.JUST_UNDER, (None, 20, 20)),
        (QuantityRule.JUST_OVER, (20, 20, None)),
        (QuantityRule.APPROXIMATE, (None, 20, None)),
        (QuantityRule.RANGE, (20, 20, 20)),
    ],
)
def test_hedge_bounds_a_number(rule: QuantityRule, bounds: Bounds) -> None:
    assert bounded(exact(20), rule)[:3] == bounds


def test_bound_of_an_interval_is_its_outer_end() -> None:
    assert bounded(DOZENS, QuantityRule.AT_LEAST)[:3] == (24, None, None)
    assert bounded(DOZENS, QuantityRule.AT_MOST)[:3] == (None, None, 99)
    assert bounded(DOZENS, QuantityRule.APPROXIMATE) == DOZENS


@pytest.mark.parametrize(
    ("left", "right", "bounds"),
    [
        (exact(5), exact(10), (5, None, 10)),
        (exact(5), exact(10_000_000, 10**6), (5_000_000, None, 10_000_000)),
        (exact(500), exact(2_000_000, 10**6), (500, None, 2_000_000)),
        (exact(10), exact(5), (5, None, 10)),
        (DOZENS, Amount(200, None, 999, QuantityRule.PLURAL), (24, None, 999)),
    ],
)
def test_range_runs_from_the_smaller_to_the_larger(left: Amount, right: Amount, bounds: Bounds) -> None:
    assert hull(left, right)[:3] == bounds


@pytest.mark.parametrize(
    ("phrase", "rule", "behind"),
    [
        ("no more than 12", QuantityRule.AT_MOST, 3),
        ("more than 12", QuantityRule.AT_LEAST, 2),
        ("some 12", QuantityRule.APPROXIMATE, 1),
    ],
)
def test_longest_hedge_is_taken(phrase: str, rule: QuantityRule, behind: int) -> None:
    assert BEFORE.at(cut(phrase)[1], 0) == (rule, behind)


def test_hedge_behind_a_number_is_found() -> None:
    assert AFTER.at(cut("20 or more")[1], 1) == (QuantityRule.AT_LEAST, 3)
    assert AFTER.at(cut("20 rifles")[1], 1) is None
