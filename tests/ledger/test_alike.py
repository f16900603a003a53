"""Claims are found by how several roles are filled, by codes or by words, live ones only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fixtures.april import claim_of, keep_april

from enduse.ledger.alike import Filled, alike, codes_held, text_of_claim
from enduse.ledger.lookup import row_of_claim
from enduse.ledger.store import Ledger
from enduse.model import Role
from enduse.model.record import Judgement, Verdict
from enduse.service.ledgers import open_ledger

MANPADS = Filled((Role.WEAPON,), "weapon", ("air_defence.manpads",))
BRIGADE = Filled((Role.RECIPIENT, Role.FROM), "actor", ("harsa_brigade",))
BY_WORDS = Filled((Role.RECIPIENT,), "actor", (), ("dorn brigade", ""))
AT = "2032-01-01T00:00:00Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(keep_april(str(tmp_path / "x.db"), "plan")) as ledger:
        yield ledger


def ids(ledger: Ledger, *ways: Filled, types: tuple[str, ...] = ("transfer", "diversion"), limit: int = 9) -> list[str]:
    with ledger.reading() as connection:
        rows = alike(connection, ways, types, limit=limit)
        of = {row_of_claim(connection, claim): claim for claim in map(claim_of, ("past", "past lost", "past other"))}
        of[row_of_claim(connection, claim_of("plan", 1))] = claim_of("plan", 1)
    return [of[row] for row in rows]


def test_every_way_must_fit_and_the_last_added_come_first(ledger: Ledger) -> None:
    assert ids(ledger, MANPADS, BRIGADE) == [claim_of("plan", 1), claim_of("past lost"), claim_of("past")]
    assert ids(ledger, MANPADS, BRIGADE, types=("diversion",)) == [claim_of("past lost")]
    assert ids(ledger, MANPADS, BRIGADE, limit=1) == [claim_of("plan", 1)]
    assert ids(ledger, BY_WORDS, MANPADS) == [claim_of("past other")]


def test_words_are_looked_for_in_each_role_and_of_each_way(ledger: Ledger) -> None:
    both = (Role.RECIPIENT, Role.FROM)
    words = Filled(both, "actor", (), ("dorn brigade", "harsa brigade"))
    everyone = [claim_of("plan", 1), claim_of("past other"), claim_of("past lost"), claim_of("past")]
    assert ids(ledger, words) == everyone
    many = Filled(both, "actor", (), (*(f"{n:02} nobody" for n in range(30)), "dorn brigade", "harsa brigade"))
    assert ids(ledger, many) == everyone
    arms = Filled((Role.WEAPON,), "weapon", (), ("shoulder fired",))
    assert ids(ledger, words, arms) == everyone


def test_way_that_asks_for_nothing_fits_nothing(ledger: Ledger) -> None:
    assert ids(ledger, MANPADS, Filled((Role.RECIPIENT,), "actor", (), ("",))) == []
    assert ids(ledger) == []


def test_rejected_claims_are_left_out(ledger: Ledger) -> None:
    with ledger.writing(at=AT) as writer:
        writer.add([Judgement(claim_of("past"), Verdict.REJECTED, "ana", AT)])
    assert claim_of("past") not in ids(ledger, MANPADS, BRIGADE)


def test_codes_that_are_held_and_texts_are_found(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        held = codes_held(connection, "weapon")
        row = row_of_claim(connection, claim_of("plan"))
        assert row is not None
        assert text_of_claim(connection, row).endswith("in 2025.")
    assert sorted(held) == ["air_defence.manpads", "air_defence.unspecified"]
