"""A criterion has entries or a blank, never both and never neither."""

from __future__ import annotations

import pytest
from tests.link.custodies import LOSS

from enduse.link.held import said_of
from enduse.model.checklist import Criterion, Entry
from enduse.model.custody import Backing

ENTRY = Entry((said_of(LOSS),), Backing(1, 1, (1, 1)))


def test_a_criterion_is_filled_or_blank() -> None:
    assert Criterion("loss", "?", "EU", (ENTRY,), (), "", "").entries == (ENTRY,)
    assert Criterion("loss", "?", "EU", (), (), "nothing in this ledger", "").blank
    with pytest.raises(ValueError, match="entries and a blank"):
        Criterion("loss", "?", "EU", (ENTRY,), (), "nothing", "")
