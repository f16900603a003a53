"""A ledger is made and upgraded by steps, and no step may take a row away."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from enduse.errors import LedgerError
from enduse.ledger import migrate
from enduse.ledger.engine import engine_of
from enduse.ledger.store import Ledger


def test_version_that_is_worked_with_is_the_last_step() -> None:
    steps = sorted(Path(migrate.__file__).parent.glob("migrations/versions/r*.py"))
    assert steps[-1].name[1:5] == migrate.HEAD


def test_upgrade_of_a_ledger_of_today_does_nothing(ledger: Ledger, place: str) -> None:
    assert migrate.upgrade(engine_of(place), place) == ("0003", "0003")


@pytest.mark.parametrize(
    ("found", "said"),
    [("0003", None), ("0001", "run: enduse db upgrade"), ("0004", "newer enduse"), (None, "is no ledger")],
)
def test_objection_tells_what_to_do(found: str | None, said: str | None) -> None:
    objection = migrate.objection(found, "x.db")
    assert objection is None if said is None else said in str(objection)


def older(place: str) -> None:
    with engine_of(place).begin() as connection:
        connection.execute(text("UPDATE enduse_ledger SET version_num = '0001'"))


def test_step_that_loses_rows_is_undone(ledger: Ledger, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(connection: Connection) -> None:
        connection.execute(text("DROP TRIGGER extractions_no_delete"))
        connection.execute(text("DELETE FROM extractions"))

    older(place)
    monkeypatch.setattr(migrate, "_take_steps", lose)
    with pytest.raises(LedgerError, match="would have lost rows of extractions; nothing is changed"):
        migrate.upgrade(engine_of(place), place)
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM extractions")).scalar() == 3


def test_step_that_keeps_rows_is_kept(ledger: Ledger, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def widen(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE documents ADD COLUMN language TEXT"))

    older(place)
    monkeypatch.setattr(migrate, "_take_steps", widen)
    assert migrate.upgrade(engine_of(place), place) == ("0001", "0003")
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT count(language), count(*) FROM documents")).one() == (0, 2)


def test_newer_ledger_is_not_touched(ledger: Ledger, place: str) -> None:
    with engine_of(place).begin() as connection:
        connection.execute(text("UPDATE enduse_ledger SET version_num = '0009'"))
    with pytest.raises(LedgerError, match="newer enduse"):
        migrate.upgrade(engine_of(place), place)
