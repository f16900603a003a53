"""How much or how many a phrase speaks of: an interval with its unit and the rule that gave it."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from enum import StrEnum

Number = int | float
"""A count or an amount: int wherever it is whole."""


class Measure(StrEnum):
    """What sort of thing is counted; numbers of two sorts are never added or compared."""

    ITEM = "item"
    CONTAINER = "container"
    FORMATION = "formation"
    PEOPLE = "people"
    MONEY = "money"
    WEIGHT = "weight"
    VOLUME = "volume"
    SHARE = "share"
    UNKNOWN = "unknown"


class QuantityRule(StrEnum):
    """How words became low, best and high; `RULE_WHY` says it for a person."""

    EXACT = "exact"
    SINGULAR = "singular"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    JUST_UNDER = "just_under"
    JUST_OVER = "just_over"
    RANGE = "range"
    PLURAL = "plural"
    SEVERAL = "several"
    COUPLE = "couple"
    MAJORITY = "majority"
    ALL = "all"
    NONE = "none"
    VAGUE = "vague"
    NOT_A_COUNT = "not_a_count"
    NOT_FOUND = "not_found"


RULE_WHY = {
    QuantityRule.EXACT: "the number as written",
    QuantityRule.SINGULAR: "a noun in the singular is one",
    QuantityRule.APPROXIMATE: "the words say about; how far off is not told",
    QuantityRule.AT_LEAST: "a lower bound; nothing is said of the number itself",
    QuantityRule.AT_MOST: "an upper bound; nothing is said of the number itself",
    QuantityRule.JUST_UNDER: "close to the number, from below",
    QuantityRule.JUST_OVER: "close to the number, from above",
    QuantityRule.RANGE: "from the lower to the higher number named",
    QuantityRule.PLURAL: "a number word in the plural: at least two of it, less than one of the next larger word",
    QuantityRule.SEVERAL: "several of a number word: at least two and fewer than ten of it",
    QuantityRule.COUPLE: "a couple: two or slightly more",
    QuantityRule.MAJORITY: "more than half of the whole",
    QuantityRule.ALL: "the whole",
    QuantityRule.NONE: "the words say none",
    QuantityRule.VAGUE: "the words speak of an amount and give no number",
    QuantityRule.NOT_A_COUNT: "the only numbers are part of a name, a calibre, a date, a rank or a length",
    QuantityRule.NOT_FOUND: "no word of number or amount",
}
"""One line a rule, shown beside the number."""

WITHOUT_NUMBER = frozenset({QuantityRule.VAGUE, QuantityRule.NOT_A_COUNT, QuantityRule.NOT_FOUND})
"""Rules that end without a number: looked up and not found."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of one measure; low, best and high are None where the words give none.

    unit: one of what is counted, in the singular as the phrase spells it ("launcher", "F-16", "crate"); a currency's
        ISO 4217 code ("USD"), or its name where a name belongs to several currencies ("rupee"); a weight as said
        ("ton", "tonne", "kg"). None where neither phrase nor weapon tells it, and for a share: a quarter is 0.25.
    of: the words for what is counted, contained, paid for or shared ("their equipment"); None where there are none.

    Source: low, best and high as in UCDP GED.
    """

    low: Number | None
    best: Number | None
    high: Number | None
    measure: Measure
    rule: QuantityRule
    unit: str | None = None
    of: str | None = None

    def __post_init__(self) -> None:
        numbers = [number for number in (self.low, self.best, self.high) if number is not None]
        if any(a > b for a, b in itertools.pairwise(numbers)):
            raise ValueError(f"low, best, high are {self.low}, {self.best}, {self.high}; each must be <= the next")
        if any(number < 0 or not math.isfinite(number) for number in numbers):
            raise ValueError(
                f"low, best, high are {self.low}, {self.best}, {self.high}; none may be negative or infinite"
            )
        if bool(numbers) == (self.rule in WITHOUT_NUMBER):
            raise ValueError(f"rule {self.rule} {'gives no number' if numbers else 'needs a number'}")
        if self.measure is Measure.MONEY and not self.unit:
            raise ValueError("money has no unit; give the currency")

    @property
    def has_number(self) -> bool:
        """Whether the words give at least one bound."""
        return self.rule not in WITHOUT_NUMBER

    @property
    def why(self) -> str:
        """The rule in words for a person; never empty."""
        return RULE_WHY[self.rule]
