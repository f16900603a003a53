"""A document together with what a reader found in it: what `enduse read` gives."""

from __future__ import annotations

from dataclasses import dataclass

from .claim import Extraction
from .document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """One document and its extractions in order of the text; an empty tuple when it carries no claim."""

    document: Document
    extractions: tuple[Extraction, ...]
