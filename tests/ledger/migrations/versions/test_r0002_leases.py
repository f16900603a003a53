"""A ledger of the first step is brought to the second without losing a row."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from enduse.errors import LedgerError
from enduse.ledger import migrate
from enduse.ledger.check import problems
from enduse.ledger.dump import lines
from enduse.ledger.engine import engine_of
from enduse.ledger.migrations.versions.r0002_leases import INDEXES, TABLES, upgrade
from enduse.ledger.store import Ledger
from enduse.model import Reading


def of_the_first_step(place: str, readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "HEAD", "0001")
        with Ledger.open(place, create=True) as ledger, ledger.writing() as writer:
            writer.add_readings(readings, "fake-1")


def test_ledger_of_the_first_step_loses_nothing(
    tmp_path: Path, readings: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "old.db")
    of_the_first_step(place, readings, monkeypatch)
    with pytest.raises(LedgerError, match="enduse db upgrade"):
        Ledger.open(place)
    with engine_of(place).connect() as connection:
        assert not inspect(connection).has_table("leases")
    assert migrate.upgrade(engine_of(place), place) == ("0001", migrate.HEAD)
    with Ledger.open(place) as ledger:
        assert list(problems(ledger)) == []
        with ledger.reading() as connection:
            assert sum('"kind": "claim"' in line for line in lines(connection)) == 3
            assert connection.execute(text("SELECT count(*) FROM leases")).scalar() == 0


def test_step_names_what_it_makes() -> None:
    assert set(TABLES) == {"leases", "visits"}
    assert {on.partition(" ")[0] for on in INDEXES.values()} >= set(TABLES)
    assert callable(upgrade)
