"""The two scales of the Admiralty system, and the grades that people gave, each with the evidence it was given on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .record import Grading

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
"""Of the source."""

CREDIBILITY: Mapping[str, str] = {
    "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "truth cannot be judged",
}  # fmt: skip
"""Of the information; a person says so, and no count of reports does."""

UNGRADED = "F6"
"""What nobody has graded."""


@dataclass(frozen=True, slots=True)
class Given:
    """One grade beside the evidence there is now. new: claims that came since; gone: that are there no longer."""

    grading: Grading
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def letters(self) -> str:
        """Both letters; they are read apart, and never made one number."""
        return f"{self.grading.reliability}{self.grading.credibility}"

    @property
    def older(self) -> bool:
        """Whether it was given on other evidence than there is now."""
        return bool(self.new or self.gone)


@dataclass(frozen=True, slots=True)
class Grades:
    """The grades of a claim, an event or a flow, the latest last. claims: the evidence that there is now."""

    target: str
    claims: tuple[str, ...]
    given: tuple[Given, ...]

    @property
    def letters(self) -> str:
        """Those given last; F6 where nobody gave any."""
        return self.given[-1].letters if self.given else UNGRADED


def meaning(letters: str) -> str:
    """Two letters in words."""
    return f"source {RELIABILITY[letters[0]]}, information: {CREDIBILITY[letters[1]]}"
