"""What a database complains of becomes one line that tells what to do."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from enduse.errors import LedgerError, UsageError
from enduse.ledger.engine import engine_of, is_server, keep_a_log, reason, shown, told
from enduse.ledger.store import Ledger
from enduse.model import Reading


@pytest.mark.parametrize(
    ("said", "told_"),
    [
        ("attempt to write a readonly database", "read-only"),
        ("unable to open database file", "cannot be opened"),
        ("database or disk is full", "the disk is full"),
        ("file is not a database", "is no ledger"),
        ("database disk image is malformed", "is damaged"),
        ("database is locked", "another process has been writing"),
        ("something\nnew", "something new"),
    ],
)
def test_reason_tells_what_to_do(said: str, told_: str) -> None:
    assert told_ in reason(sqlite3.OperationalError(said))


def test_told_leaves_other_errors_as_they_are() -> None:
    with pytest.raises(LedgerError, match=r"^x\.db: the disk is full"), told("x.db"):
        raise sqlite3.OperationalError("database or disk is full")
    with pytest.raises(KeyError), told("x.db"):
        raise KeyError("x")


def test_password_is_not_shown() -> None:
    assert shown("postgresql://ana:secret@db.example/arms") == "postgresql://ana@db.example/arms"
    assert shown("postgresql:///arms") == "postgresql:///arms"
    assert shown("a@b:c.db") == "a@b:c.db"
    assert is_server("postgres://x/y")
    assert not is_server("postgres.db")


def test_server_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"pip install 'enduse\[postgres\]'"):
        engine_of("postgresql://db.example/arms")


def test_file_is_written_ahead_and_synchronised(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        settings = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]


def test_reader_sees_one_state_while_another_writes(ledger: Ledger, place: str, readings: list[Reading]) -> None:
    count = text("SELECT count(*) FROM readings")
    with Ledger.open(place, read_only=True) as second, second.reading() as connection:
        before = connection.execute(count).scalar()
        with ledger.writing() as writer:
            writer.add_readings(readings, "fake-2")
        assert connection.execute(count).scalar() == before == 2
    with ledger.reading() as connection:
        assert connection.execute(count).scalar() == 4


def test_full_disk_is_one_line_and_loses_nothing(ledger: Ledger, readings: list[Reading]) -> None:
    def fill() -> None:
        with ledger.writing() as writer:
            pages = writer.connection.execute(text("PRAGMA page_count")).scalar_one()
            writer.connection.execute(text(f"PRAGMA max_page_count = {pages + 1}"))
            for number in range(2_000):
                writer.add_readings(readings, f"reader-{number}")

    with pytest.raises(LedgerError, match=r"the disk is full; nothing of the last chunk was kept"):
        fill()
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM readings")).scalar() == 2


def test_read_only_ledger_refuses_to_be_written(ledger: Ledger, place: str, readings: list[Reading]) -> None:
    with (
        Ledger.open(place, read_only=True) as second,
        pytest.raises(LedgerError, match="read-only; copy it to another folder"),
        second.writing() as writer,
    ):
        writer.add_readings(readings, "fake-2")


def test_ledger_can_be_read_in_a_folder_that_cannot_be_written(
    ledger: Ledger, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.close()
    assert not Path(place + "-wal").exists()
    monkeypatch.setattr("enduse.ledger.engine.os.access", lambda *_: False)
    with Ledger.open(place, read_only=True) as second, second.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM claims")).scalar() == 3
    assert not Path(place + "-shm").exists()


def test_address_of_a_server_that_cannot_be_read_is_told_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(UsageError, match=r"^postgresql://me@host:port/x: cannot be read; write postgresql://"):
        engine_of("postgresql://me:secret@host:port/x")


class Struggling:
    """A connection that complains so many times before it does as it is told."""

    def __init__(self, complaints: list[str]) -> None:
        self.complaints = complaints

    def execute(self, _statement: str) -> None:
        if self.complaints:
            raise sqlite3.OperationalError(self.complaints.pop(0))


def test_a_file_that_is_locked_for_a_moment_is_waited_for() -> None:
    connection = Struggling(["database is locked"] * 3)
    keep_a_log(connection)  # type: ignore[arg-type]
    assert connection.complaints == []


def test_any_other_complaint_is_told_at_once() -> None:
    connection = Struggling(["disk I/O error", "disk I/O error"])
    with pytest.raises(sqlite3.OperationalError, match="disk"):
        keep_a_log(connection)  # type: ignore[arg-type]
    assert connection.complaints == ["disk I/O error"]
