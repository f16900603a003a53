"""What a relay made of what it relays."""

from __future__ import annotations

import pytest
from tests.link.dossier import PLAN, RELAY, amount, kept

from enduse.link.changes import changes
from enduse.model.sources import Change, ChangeKind


def test_relay_that_loses_the_condition_and_raises_all_else() -> None:
    assert changes(PLAN, RELAY) == (
        Change(ChangeKind.CONDITION_LOST, "the truce fails", ""),
        Change(ChangeKind.WEAPON_UPGRADED, "anti-aircraft weapons", "MANPADS"),
        Change(ChangeKind.STATUS_RAISED, "planned", "promised"),
        Change(ChangeKind.STANCE_RAISED, "alleged", "stated"),
        Change(ChangeKind.RECIPIENT_SPECIFIED, "the rebels", "the Red Brigade"),
    )


def test_nothing_is_changed_by_what_is_only_left_out() -> None:
    assert changes(RELAY, PLAN) == ()
    assert changes(PLAN, PLAN) == ()


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (480, 500, [ChangeKind.QUANTITY_ROUNDED]), (480, 480, []), (480, 900, [ChangeKind.QUANTITY_CHANGED]),
        (500, 480, [ChangeKind.QUANTITY_CHANGED]),
    ],
)  # fmt: skip
def test_numbers_are_rounded_or_changed(before: int, after: int, kinds: list[ChangeKind]) -> None:
    one, other = (
        kept("transfer occurred stated: {supplier:S} sent {quantity:Q} tanks.", amounts=[amount(number)])
        for number in (before, after)
    )
    assert [change.kind for change in changes(one, other)] == kinds


def test_another_weapon_is_a_change_and_no_upgrade() -> None:
    one, other = (
        kept("transfer occurred stated: {supplier:S} sent {weapon:W}.", codes={"weapon": code})
        for code in ("armour.tank", "strela2")
    )
    assert [change.kind for change in changes(one, other)] == [ChangeKind.WEAPON_CHANGED]
