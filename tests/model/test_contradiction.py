"""A contradiction has two sides."""

from __future__ import annotations

import pytest

from enduse.model.contradiction import Contradiction, ContradictionKind


@pytest.mark.parametrize(("left", "right"), [((), ("clm-1",)), (("clm-1",), ()), (("clm-1",), ("clm-1", "clm-2"))])
def test_contradiction_has_two_sides_and_no_claim_on_both(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="two sides"):
        Contradiction(ContradictionKind.EXISTENCE, left, right, "said and denied")
