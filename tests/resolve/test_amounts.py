"""A number is read with its currency, other end, bounds and unit."""

from __future__ import annotations

import pytest

from enduse.model.quantity import Measure, Number, QuantityRule
from enduse.resolve.amounts import Counted, read_counted
from enduse.resolve.numerals import cut


def read(phrase: str, hedge: QuantityRule | None = None) -> Counted | None:
    return read_counted(*cut(phrase), 0, hedge)


@pytest.mark.parametrize(
    ("phrase", "low", "high", "measure"),
    [
        ("5-10 rifles", 5, 10, Measure.ITEM),
        ("$1-2 billion", 10**9, 2 * 10**9, Measure.MONEY),
        ("30-40%", 0.3, 0.4, Measure.SHARE),
        ("two-thirds", pytest.approx(0.667, abs=1e-3), pytest.approx(0.667, abs=1e-3), Measure.SHARE),
        ("15 million pounds", 15 * 10**6, 15 * 10**6, Measure.MONEY),
        ("500 pounds of explosives", 500, 500, Measure.WEIGHT),
        ("1,200-strong", 1200, 1200, Measure.PEOPLE),
        ("dozens, if not hundreds, of tanks", 24, 999, Measure.ITEM),
    ],
)
def test_number_is_read_with_all_that_belongs_to_it(phrase: str, low: Number, high: Number, measure: Measure) -> None:
    counted = read(phrase)
    assert counted is not None
    assert counted.amount is not None
    assert (counted.amount.low, counted.amount.high, counted.unit.measure) == (low, high, measure)


@pytest.mark.parametrize("phrase", ["300 km", "17 March", "five years", "400m", "a 14-page report".removeprefix("a ")])
def test_length_date_and_compound_count_nothing(phrase: str) -> None:
    counted = read(phrase)
    assert counted is not None
    assert counted.amount is None


def test_and_joins_two_numbers_only_after_between() -> None:
    plain, between = read("5 and 10"), read("5 and 10", QuantityRule.RANGE)
    assert plain is not None
    assert between is not None
    assert (plain.amount or ())[:3] == (5, 5, 5)
    assert (between.amount or ())[:3] == (5, None, 10)


@pytest.mark.parametrize("phrase", ["rifles", "$", "a third shipment", "T-72"])
def test_where_no_number_begins_none_is_read(phrase: str) -> None:
    assert read(phrase) is None
