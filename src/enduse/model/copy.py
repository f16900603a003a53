"""That one document repeats another, how much of it, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CopyKind(StrEnum):
    """How the later document repeats the earlier one; only exact and near copies are one report."""

    EXACT = "exact"
    NEAR = "near"
    QUOTES = "quotes"
    EXCERPT = "excerpt"


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The longest run of words that stands in both documents, in code points of each.

    start, end: in the later document; of_start, of_end: in the earlier one; words: how many words it has.
    """

    start: int
    end: int
    of_start: int
    of_end: int
    words: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < self.end and 0 <= self.of_start < self.of_end and self.words > 0):
            raise ValueError(f"shared run {self} is empty or reversed; start must be < end in both texts")


@dataclass(frozen=True, slots=True)
class Copy:
    """One document repeats another.

    id: the later document, or of two of one date the one with the greater id; of: the earlier one.
    jaccard: share of all their runs of five words that both have, 0 to 1.
    contained: share of the shorter one's runs that the longer one has, 0 to 1.
    threshold: the least figure that the rule asks for: of jaccard for a near copy, of contained for a quote or excerpt.
    run: the longest shared run; None only for exact copies of fewer than five words.
    """

    id: str
    of: str
    kind: CopyKind
    jaccard: float
    contained: float
    threshold: float
    run: SharedRun | None

    def __post_init__(self) -> None:
        if self.id == self.of:
            raise ValueError(f"document {self.id} cannot be a copy of itself")
        if not 0 <= self.jaccard <= self.contained <= 1:
            raise ValueError(
                f"jaccard {self.jaccard} and contained {self.contained} must be 0 <= jaccard <= contained <= 1"
            )

    @property
    def same_report(self) -> bool:
        """Whether the two are one report, and so count once; a quote or an excerpt is linked, not folded."""
        return self.kind in (CopyKind.EXACT, CopyKind.NEAR)

    @property
    def why(self) -> str:
        """The reason in words for a person."""
        if self.kind is CopyKind.EXACT:
            return "the same words in the same order; only case, punctuation or spacing may differ"
        longest = f"; the longest run in both has {self.run.words} words" if self.run else ""
        if self.kind is CopyKind.NEAR:
            figure = f"{self.jaccard:.0%} of their five-word runs stand in both"
        else:
            whole = (
                "the earlier text stands in this one"
                if self.kind is CopyKind.QUOTES
                else "this text stands in the earlier one"
            )
            figure = f"{whole}: {self.contained:.0%} of the shorter one's five-word runs"
        return f"{figure} (asked for: {self.threshold:.0%}){longest}"
