"""A document together with what a reader found in it: what `enduse read` gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .claim import Extraction
from .document import Document
from .resolved import ResolvedClaim


@dataclass(frozen=True, slots=True)
class Reading:
    """One document and its extractions in order of the text; an empty tuple when it carries no claim.

    resolved: what the claims' spans stand for, by the claim's id; empty where nothing was looked up.
    """

    document: Document
    extractions: tuple[Extraction, ...]
    resolved: Mapping[str, ResolvedClaim] = field(default_factory=dict)
