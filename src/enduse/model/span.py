"""A piece of a document's text and where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """text[start:end] of a document, half-open, counted in Unicode code points."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or reversed; start must be < end")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span [{self.start}, {self.end}) does not fit its {len(self.text)} code points of text")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of a document's text, so that the quote cannot differ from it."""
        if end > len(text):
            raise ValueError(f"span [{start}, {end}) ends after the text of {len(text)} code points")
        return cls(start, end, text[start:end])
