"""A period checks its days when it is made, and says why it is what it is."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.model.period import PERIOD_WHY, Period, PeriodRule, Precision

EARLY, LATE = date(2031, 3, 1), date(2031, 4, 11)


def make(start: date | None, end: date | None, precision: Precision, grain: Precision | None) -> Period:
    return Period(start, end, precision, PeriodRule.WRITTEN, grain)


@pytest.mark.parametrize(
    ("start", "end", "precision", "grain", "message"),
    [
        (LATE, EARLY, Precision.RANGE, Precision.DAY, "reversed"),
        (EARLY, LATE, Precision.UNKNOWN, None, "does not fit start"),
        (None, None, Precision.DAY, Precision.DAY, "does not fit start"),
        (EARLY, None, Precision.MONTH, Precision.MONTH, "must be open"),
        (EARLY, LATE, Precision.OPEN, Precision.DAY, "cannot be open"),
        (EARLY, LATE, Precision.RANGE, None, "needs a grain"),
        (EARLY, LATE, Precision.RANGE, Precision.RANGE, "grain range does not fit"),
        (None, None, Precision.RELATIVE, Precision.DAY, "grain day does not fit"),
    ],
)
def test_period_that_contradicts_itself_is_refused(
    start: date | None, end: date | None, precision: Precision, grain: Precision | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        make(start, end, precision, grain)


def test_open_period_keeps_how_exact_its_bound_is() -> None:
    assert make(EARLY, None, Precision.OPEN, Precision.MONTH).grain is Precision.MONTH


@pytest.mark.parametrize("rule", list(PeriodRule))
def test_every_rule_says_why(rule: PeriodRule) -> None:
    assert Period(None, None, Precision.UNKNOWN, rule).why == PERIOD_WHY[rule] != ""
