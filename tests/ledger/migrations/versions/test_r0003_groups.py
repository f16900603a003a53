"""A ledger of the second step is brought to the third, and what is derived may be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from enduse.ledger import groups, migrate
from enduse.ledger.check import problems
from enduse.ledger.engine import engine_of
from enduse.ledger.migrations.versions.r0003_groups import INDEXES, ROWLESS, TABLES, upgrade
from enduse.ledger.store import Ledger
from enduse.model import Reading


def test_ledger_of_the_second_step_loses_nothing(
    tmp_path: Path, readings: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "old.db")
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "HEAD", "0002")
        with Ledger.open(place, create=True) as ledger, ledger.writing() as writer:
            writer.add_readings(readings, "fake-1")
    with engine_of(place).connect() as connection:
        assert not inspect(connection).has_table("group_cards")
    assert migrate.upgrade(engine_of(place), place) == ("0002", migrate.HEAD)
    with Ledger.open(place) as ledger:
        assert list(problems(ledger)) == []
        with ledger.writing() as writer:
            groups.add(writer.connection, groups.state, [{"name": "claims", "taken": 3}])
            groups.take(writer.connection, {"claims": 4})
            assert writer.connection.execute(text("SELECT taken FROM group_state")).scalar() == 4


def test_step_names_what_it_makes() -> None:
    assert set(TABLES) == {table.name for table in groups.TABLES} >= ROWLESS
    assert {on.partition(" ")[0] for on in INDEXES.values()} <= {*TABLES, "claims", "documents"}
    assert callable(upgrade)
