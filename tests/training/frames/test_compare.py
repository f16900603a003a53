"""Two readings are set side by side on the claims that pair with coded ones."""

from __future__ import annotations

import pytest
from training.frames.compare import Tally, with_fields


@pytest.mark.parametrize(
    ("first", "second", "chance"), [(0, 0, 1.0), (1, 0, 1.0), (5, 0, 0.0625), (0, 5, 0.0625), (3, 3, 1.0)]
)
def test_chance_is_that_of_a_fair_coin(first: int, second: int, chance: float) -> None:
    assert Tally(20, 4, first, second).chance == pytest.approx(chance)


def test_with_fields_takes_over_what_is_named_and_no_more() -> None:
    first = {"a": [{"status": "occurred", "stance": "stated", "roles": {"time": ["today"], "weapon": ["tanks"]}}]}
    second = {"a": [{"status": "planned", "stance": "denied", "roles": {"weapon": ["guns"], "place": ["Averna"]}}]}
    taken = with_fields(first, second, ["status", "weapon"])
    assert taken == {"a": [{"status": "planned", "stance": "stated", "roles": {"time": ["today"], "weapon": ["guns"]}}]}
