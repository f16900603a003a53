"""Reads the days on which documents were published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..model.kept import KeptDocument


def day(written: str | None) -> date | None:
    """The day of a date or an instant in ISO 8601; None of anything else."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def earliest(documents: Iterable[KeptDocument]) -> date | None:
    """The first day on which one of them was published; None where none has a date."""
    return min((found for document in documents if (found := day(document.published_on))), default=None)
