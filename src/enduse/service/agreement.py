"""How far people who read the same claims agree: Cohen's kappa for each pair, with its interval and how many claims."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from enduse.model.record import Judgement

from .ledgers import view_ledger

Z = 1.959964
"""Standard errors to each side of an interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two people said of the same claims, each before hearing of a third.

    same: claims of which both said the same. kappa: None where both gave one and the same verdict throughout, so that
    chance alone explains everything. low, high: its interval of 95 %. corrected: claims that both corrected, and
    corrected_alike those that both corrected in the same way.
    """

    left: str
    right: str
    claims: int
    same: int
    kappa: float | None
    low: float | None
    high: float | None
    corrected: int
    corrected_alike: int

    @property
    def line(self) -> str:
        """The agreement for a person."""
        found = f"{self.left} and {self.right}: {self.claims:,} claims, {self.same:,} with the same verdict"
        if self.kappa is None or self.low is None or self.high is None:
            found += ", κ not defined (one verdict throughout)"
        else:
            found += f", κ {self.kappa:.2f} (95 % from {self.low:.2f} to {self.high:.2f})"
        return (
            found
            + f"; {self.corrected:,} corrected by both"
            + (f", {self.corrected_alike:,} alike" if self.corrected else "")
        )


def agreement(where: str) -> list[Agreement]:
    """That of each pair of people who read the same claims, the pair with most claims first."""
    from enduse.ledger.reviewed import judged_twice

    with view_ledger(where) as ledger, ledger.reading() as connection:
        pairs = defaultdict(list)
        for judgements in judged_twice(connection):
            left, right = sorted(first_two(judgements), key=lambda judgement: judgement.by)
            pairs[left.by, right.by].append((left, right))
    return sorted((_of_pair(found) for found in pairs.values()), key=lambda a: (-a.claims, a.left, a.right))


def first_two(judgements: Sequence[Judgement]) -> tuple[Judgement, Judgement]:
    """The first judgement of each of the first two people; whoever comes later judges between them."""
    first: dict[str, Judgement] = {}
    for judgement in judgements:
        first.setdefault(judgement.by, judgement)
    left, right, *_ = first.values()
    return left, right


def _of_pair(pairs: Sequence[tuple[Judgement, Judgement]]) -> Agreement:
    verdicts = [(left.verdict.value, right.verdict.value) for left, right in pairs]
    value, low, high = kappa(verdicts) or (None, None, None)
    both = [(left.replacement, right.replacement) for left, right in pairs if left.replacement and right.replacement]
    return Agreement(
        pairs[0][0].by, pairs[0][1].by, len(pairs), sum(a == b for a, b in verdicts), value, low, high,
        len(both), sum(a == b for a, b in both),
    )  # fmt: skip


def kappa(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float] | None:
    """Cohen's kappa with its interval of 95 %, by the standard error of Fleiss, Cohen and Everitt (1969).

    None where chance alone would give full agreement. Of few pairs the interval is rough; after full agreement it has
    no width, whatever the number of pairs.
    """
    joint = Counter(pairs)
    n = joint.total()
    rows: defaultdict[str, float] = defaultdict(float)
    columns: defaultdict[str, float] = defaultdict(float)
    for (a, b), count in joint.items():
        rows[a] += count / n
        columns[b] += count / n
    kinds = set(rows) | set(columns)
    observed = sum(joint[k, k] for k in kinds) / n if n else 0.0
    chance = sum(rows[k] * columns[k] for k in kinds)
    if not n or math.isclose(chance, 1.0):
        return None
    value = (observed - chance) / (1 - chance)
    diagonal = sum(
        joint[k, k] / n * ((1 - chance) - (rows[k] + columns[k]) * (1 - observed)) ** 2 for k in kinds
    )  # fmt: skip
    beside = sum(count / n * (columns[a] + rows[b]) ** 2 for (a, b), count in joint.items() if a != b)
    total = diagonal + (1 - observed) ** 2 * beside - (observed * chance - 2 * chance + observed) ** 2
    error = math.sqrt(max(0.0, total) / n) / (1 - chance) ** 2
    return value, max(-1.0, value - Z * error), min(1.0, value + Z * error)
