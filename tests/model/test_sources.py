"""The interval of roots checks itself."""

from __future__ import annotations

import pytest

from enduse.model.sources import Sources


def test_minimum_is_never_more_than_the_maximum() -> None:
    with pytest.raises(ValueError, match=r"roots \[3, 2\] are none"):
        Sources(3, 3, 3, 2, (), (), ())
