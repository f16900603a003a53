"""Days are read as written, and the first one counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from enduse.link.days import day, earliest

from .dossier import AFFAIR


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-04-12", date(2031, 4, 12)),
        ("2031-04-12T23:59:00Z", date(2031, 4, 12)),
        ("2031-04", None),
        ("spring", None),
        ("", None),
        (None, None),
    ],
)
def test_day_is_read_or_none(written: str | None, read: date | None) -> None:
    assert day(written) == read


def test_earliest_passes_over_what_has_no_day() -> None:
    (document, *_) = AFFAIR[0].documents
    written = [replace(document, published_on=on) for on in (None, "2031-05-01", "2031-04-12", "?")]
    assert earliest(written) == date(2031, 4, 12)
    assert earliest(written[:1]) is None
