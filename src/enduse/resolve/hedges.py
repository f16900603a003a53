"""Knows the words that turn a number into a bound or an estimate, and those of amount that give no number at all."""

from __future__ import annotations

from decimal import Decimal

from ..model.quantity import QuantityRule
from .numerals import Amount, times, words
from .tokens import Phrases, listed

_BEFORE = {
    QuantityRule.AT_LEAST: """
        at least; at the very least; at minimum; a minimum of; minimum; no fewer than; no less than;
        not less than; not fewer than; more than; well over; well above; far more than; over; above; in excess of;
        exceeding; upwards of; upward of; north of; greater than; much more than; well more than; beyond; better than;
        at a minimum""",
    QuantityRule.AT_MOST: """at most; at the most; up to; as many as; as much as; as few as; a maximum of; maximum;
        no more than; not more than; no greater than; less than; fewer than; under; below; well under; well below;
        not exceeding""",
    QuantityRule.JUST_UNDER: "nearly; almost; just under; slightly under; just below; close to; just short of; "
    "approaching; not quite; slightly less than; a little less than; slightly fewer than",
    QuantityRule.JUST_OVER: "just over; slightly more than; slightly over; a little over; just above",
    QuantityRule.APPROXIMATE: """
        about; around; roughly; approximately; some; circa; ca; c; c .; ca .; an estimated; estimated; approx;
        in the region of; on the order of; or so; somewhere around; something like; in the neighborhood of; ~; perhaps;
        maybe; as estimated; estimates of; an approximate; approximated""",
    QuantityRule.RANGE: "between; from; anywhere between; anywhere from; somewhere between",
}
_AFTER = {
    QuantityRule.AT_LEAST: "or more; or above; plus; +; - plus; and more; and counting; if not more; at least",
    QuantityRule.AT_MOST: "or fewer; or less; or under; at most; maximum",
    QuantityRule.APPROXIMATE: "or so; - odd; odd; or thereabouts; - ish",
}


BEFORE, AFTER = (
    Phrases({tuple(phrase.split()): rule for rule, phrases in table.items() for phrase in listed(phrases)})
    for table in (_BEFORE, _AFTER)
)

FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10,
    "tenths": 10,
}  # fmt: skip
SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}

MAJORITY = words("most majority bulk")
ALL = words("all entire whole entirety")
NONE = words("no none zero nil neither")
PARTS = words("rest remainder part portion share remaining partial")
VAGUE = (
    words(
        """
    some several few handful many much more multiple various numerous number numbers amount amounts quantity
    quantities volume volumes lots array range variety large larger largest huge massive significant substantial
    considerable extensive ample limited small smaller enormous vast unspecified undisclosed unknown additional
    extra further scores score plenty barrage salvo stream streams flow flood mass masses abundance bounty wave
    waves series group groups partially increase increased level levels scale sustained regular steady record
    biggest biggest-ever big bigger great greater sizeable sizable modest supplies supply wealth surplus slew
    swath swarm myriad countless scant sufficient enough little less fewer lot certain types kinds sorts any
    modest-sized heavy tremendous sheer major minority
    """
    )
    | PARTS
)
"""Words of amount that give no number: none has an agreed figure, and one that only a house rule gives would look like
one that the text gives."""


def bounded(amount: Amount, rule: QuantityRule) -> Amount:
    """Turn a number into what a hedge makes of it."""
    low, high = amount.low, amount.high
    if rule is QuantityRule.AT_LEAST:
        return Amount(low if low is not None else amount.best, None, None, rule, amount.scale)
    if rule is QuantityRule.AT_MOST:
        return Amount(None, None, high if high is not None else amount.best, rule, amount.scale)
    if amount.rule is not QuantityRule.EXACT or rule is QuantityRule.RANGE:
        return amount
    if rule is QuantityRule.JUST_UNDER:
        return Amount(None, amount.best, amount.best, rule, amount.scale)
    if rule is QuantityRule.JUST_OVER:
        return Amount(amount.best, amount.best, None, rule, amount.scale)
    return Amount(None, amount.best, None, rule, amount.scale)


def hull(left: Amount, right: Amount) -> Amount:
    """From the smaller to the larger of two numbers; the first takes the scale of the second if it has none of its own.

    "5 to 10 million" begins at five million, "500 to 2 million" at five hundred.
    """
    plain = left.scale == 1 < right.scale and left.high is not None and right.high is not None
    if plain and (left.high or 0) < (right.high or 0) / right.scale:
        left = times(left, right.scale, right.scale)
    lows = [n for n in (left.low, right.low) if n is not None]
    highs = [n for n in (left.high, right.high) if n is not None]
    if len(lows) < 2 or len(highs) < 2:
        return right
    return Amount(min(lows), None, max(highs), QuantityRule.RANGE, right.scale)
