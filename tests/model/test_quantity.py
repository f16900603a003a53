"""A quantity checks its interval when it is made, and says why it is what it is."""

from __future__ import annotations

import pytest

from enduse.model.quantity import RULE_WHY, WITHOUT_NUMBER, Measure, Number, Quantity, QuantityRule


def make(low: Number | None, best: Number | None, high: Number | None) -> Quantity:
    return Quantity(low, best, high, Measure.ITEM, QuantityRule.RANGE)


@pytest.mark.parametrize("numbers", [(2, 1, 3), (2, None, 1), (None, 3, 2), (3, 2, None)])
def test_reversed_interval_is_refused(numbers: tuple[Number | None, Number | None, Number | None]) -> None:
    with pytest.raises(ValueError, match="must be <= the next"):
        make(*numbers)


@pytest.mark.parametrize("number", [-1, float("inf")])
def test_negative_and_infinite_numbers_are_refused(number: Number) -> None:
    with pytest.raises(ValueError, match="negative or infinite"):
        make(None, number, None)


def test_rule_that_gives_no_number_has_none() -> None:
    with pytest.raises(ValueError, match="gives no number"):
        Quantity(1, 1, 1, Measure.ITEM, QuantityRule.VAGUE)


def test_rule_that_gives_a_number_has_one() -> None:
    with pytest.raises(ValueError, match="needs a number"):
        Quantity(None, None, None, Measure.ITEM, QuantityRule.EXACT)


def test_money_names_its_currency() -> None:
    with pytest.raises(ValueError, match="give the currency"):
        Quantity(1, 1, 1, Measure.MONEY, QuantityRule.EXACT)


@pytest.mark.parametrize("rule", list(QuantityRule))
def test_every_rule_says_why(rule: QuantityRule) -> None:
    number = None if rule in WITHOUT_NUMBER else 1
    quantity = Quantity(number, None, None, Measure.UNKNOWN, rule)
    assert quantity.why == RULE_WHY[rule] != ""
    assert quantity.has_number is (number is not None)
