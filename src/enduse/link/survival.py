"""Estimates how long truces hold: Kaplan and Meier's product, Greenwood's error, intervals by log-log."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import groupby

from ..model.truce import Spell, Survival

Z = 1.959963984540054
"""Two-sided 95 %."""


def kaplan_meier(spells: Iterable[Spell]) -> list[Survival]:
    """Give one step for each day on which a truce ended or was last seen; a truce censored then was still at risk.

    Source: Kaplan and Meier 1958; Greenwood 1926; intervals of log(-log S), Kalbfleisch and Prentice.
    """
    ordered = sorted(spells, key=lambda spell: spell.days)
    at_risk, share, spread = len(ordered), 1.0, 0.0
    steps = []
    for days, group in groupby(ordered, key=lambda spell: spell.days):
        here = list(group)
        ended = sum(not spell.censored for spell in here)
        if ended:
            share *= 1 - ended / at_risk
            spread = spread + ended / (at_risk * (at_risk - ended)) if at_risk > ended else math.inf
        low, high = _interval(share, spread)
        error = share * math.sqrt(spread) if math.isfinite(spread) else None
        steps.append(Survival(days, at_risk, ended, len(here) - ended, share, error, low, high))
        at_risk -= len(here)
    return steps


def median(steps: Iterable[Survival]) -> int | None:
    """The first day by which half or fewer still hold; None where the curve stays above."""
    return next((step.days for step in steps if step.share <= 0.5 + 1e-12), None)


def _interval(share: float, spread: float) -> tuple[float | None, float | None]:
    """None at 1 and at 0, where log(-log S) has no value."""
    if not 0 < share < 1:
        return None, None
    width = Z * math.sqrt(spread) / abs(math.log(share))
    return share ** math.exp(width), share ** math.exp(-width)
