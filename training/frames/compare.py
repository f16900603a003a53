"""Sets two designs side by side on the same coded claims: labels, and fillers of each role."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..scoring import scorer

LABELS = ("status", "stance", "state", "mode")

Record = dict[str, Any]
Readings = Mapping[str, Sequence[Record]]


@dataclass(frozen=True)
class Tally:
    """How often one, the other or both were right of `of` cases."""

    of: int
    both: int
    only_first: int
    only_second: int

    @property
    def chance(self) -> float:
        """How likely so uneven a split is if neither is better (exact two-sided sign test)."""
        n, less = self.only_first + self.only_second, min(self.only_first, self.only_second)
        return min(1.0, 2.0 * sum(math.comb(n, k) for k in range(less + 1)) / 2.0**n)


def labels(gold: Readings, first: Readings, second: Readings) -> dict[str, Tally]:
    """Labels of two readings that found the same claims, on the claims that pair with a coded one."""
    right: dict[str, Counter[tuple[bool, bool]]] = {name: Counter() for name in LABELS}
    for document, coded in gold.items():
        other = dict(zip(map(id, first.get(document, [])), second.get(document, []), strict=True))
        for claim, read in scorer().pair(coded, first.get(document, [])):
            for name in LABELS:
                if claim.get(name) is not None:
                    pair = read.get(name) == claim[name], other[id(read)].get(name) == claim[name]
                    right[name][pair] += 1
    return {name: Tally(n.total(), n[True, True], n[True, False], n[False, True]) for name, n in right.items()}


def fillers(gold: Readings, read: Readings) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each role on the claims of a reading that pair with a coded one."""
    counts: dict[str, Counter[str]] = {}
    for document, coded in gold.items():
        for claim, found in scorer().pair(coded, read.get(document, [])):
            for role in {*claim["roles"], *found["roles"]}:
                ours, theirs = claim["roles"].get(role, []), found["roles"].get(role, [])
                counts.setdefault(role, Counter()).update(
                    tp=scorer().paired_fillers(ours, theirs), pred=len(theirs), gold=len(ours)
                )
    return {role: scorer().prf(n["tp"], n["pred"], n["gold"]) for role, n in sorted(counts.items())}


def with_fields(first: Readings, second: Readings, names: Sequence[str]) -> dict[str, list[Record]]:
    """The claims of a reading with labels or single roles taken over from the reading beside it."""
    return {
        document: [_taken(claim, other, names) for claim, other in zip(claims, second[document], strict=True)]
        for document, claims in first.items()
    }


def _taken(claim: Record, other: Record, names: Sequence[str]) -> Record:
    roles = {role: spans for role, spans in claim["roles"].items() if role not in names}
    roles |= {role: spans for role, spans in other["roles"].items() if role in names}
    return claim | {name: other.get(name) for name in names if name in LABELS} | {"roles": roles}
