"""A ledger is taken care of by one call each."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.errors import LedgerError, UsageError
from enduse.ledger import migrate
from enduse.ledger.engine import engine_of
from enduse.service import ledgers


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = str(tmp_path / "x.db")
    with ledgers.open_ledger(where, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading("ceasefire agreed stated: {party:Brezova} agreed to a truce.")], "fake-1")
    return where


def test_export_and_import_give_the_same_content_hash(place: str, tmp_path: Path) -> None:
    other = str(tmp_path / "y.db")
    said, failed = ledgers.import_jsonl(ledgers.export_jsonl(place), other, name="x.jsonl")
    assert (said, failed) == (
        "5 lines; new: 1 documents, 1 claims, 1 readings, 1 extractions, 0 records; 0 left out",
        [],
    )
    assert ledgers.content_hash(other) == ledgers.content_hash(place)
    assert list(ledgers.check(other)) == []


def test_backup_is_the_same_ledger_and_overwrites_nothing(place: str) -> None:
    ledgers.backup(place, place + ".copy")
    assert ledgers.content_hash(place + ".copy") == ledgers.content_hash(place)
    with pytest.raises(UsageError, match="is there already"):
        ledgers.backup(place, place + ".copy")


def test_upgrade_copies_the_file_first(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledgers.upgrade(place) == f"{place}: is up to date (version 0003)"
    engine = engine_of(place)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE enduse_ledger SET version_num = '0001'")
    engine.dispose()
    monkeypatch.setattr(migrate, "_take_steps", lambda connection: None)
    said = ledgers.upgrade(place)
    assert said == f"{place}: upgraded from version 0001 to 0003; the ledger as it was is in {place}.before-0003"
    assert Path(f"{place}.before-0003").is_file()


def test_upgrade_of_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        ledgers.upgrade(str(tmp_path / "none.db"))
