"""Claims are compared where they share enough, the more the further apart in time."""

from __future__ import annotations

import pytest
from tests.link.dossier import ADMISSION, DENIAL, PLAN, kept
from tests.link.test_events import sent

from enduse.link import blocks
from enduse.link.fact import Fact, fact_of


def shared(left: Fact, right: Fact) -> int:
    return sum(map(blocks.weight, set(blocks.keys(left)) & set(blocks.keys(right))))


def test_keys_are_a_named_party_with_one_other_thing() -> None:
    one, other = (fact_of(sent("no", "armour.tank", "br", day)) for day in (3, 4))
    assert shared(one, other) == 2
    assert shared(one, fact_of(sent("no", "armour.tank", "te", 4))) == 1
    assert shared(one, fact_of(sent("no", "air_defence.manpads", "br", 4))) == 0
    assert all(-(2**63) <= key < 2**63 for key in blocks.keys(one))


def test_kind_of_party_counts_beside_a_named_one() -> None:
    assert shared(fact_of(DENIAL), fact_of(ADMISSION)) == 2
    assert shared(fact_of(PLAN), fact_of(DENIAL)) == 2


def test_same_document_and_same_sentence_are_enough_at_any_distance() -> None:
    line = "holding occurred stated: nobody can say where all of the {weapon:arms} have gone since then."
    one, other = (fact_of(kept(line, outlet=outlet, day=None)) for outlet in ("A", "B"))
    assert (shared(one, other), shared(one, one)) == (blocks.WHOLE, 2 * blocks.WHOLE)


@pytest.mark.parametrize(("days", "needed"), [(0, 1), (3, 1), (4, 2), (14, 2), (15, 3), (45, 3), (46, 3), (None, 3)])
def test_more_must_be_shared_the_further_apart(days: int | None, needed: int) -> None:
    assert blocks.needed(days) == needed


def test_days_apart_are_not_known_without_a_day() -> None:
    assert blocks.apart(fact_of(sent("no", "armour.tank", "br", 3)), fact_of(sent("no", "armour.tank", "br", 9))) == 6
    undated = fact_of(kept("transfer occurred stated: {supplier:S} sent arms.", day=None))
    assert blocks.apart(undated, undated) is None
