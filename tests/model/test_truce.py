"""A spell has a length that is not negative."""

from __future__ import annotations

import pytest

from enduse.model.truce import Spell


def test_spell_may_last_no_day_but_not_less() -> None:
    assert Spell("a truce", 0, True).days == 0
    with pytest.raises(ValueError, match="a truce ends 3 days before it starts"):
        Spell("a truce", -3, False)
