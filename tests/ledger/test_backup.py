"""A backup is a whole ledger, and overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import LedgerError, UsageError
from enduse.ledger.backup import backup, copy_file
from enduse.ledger.check import problems
from enduse.ledger.dump import lines
from enduse.ledger.store import Ledger
from enduse.model import Reading


def test_backup_is_the_same_ledger_even_while_another_writes(
    ledger: Ledger, tmp_path: Path, readings: list[Reading]
) -> None:
    with ledger.writing() as writer:
        writer.add_readings(readings, "fake-2")
        backup(ledger, tmp_path / "copy.db")
    with Ledger.open(str(tmp_path / "copy.db")) as copy, copy.reading() as connection:
        assert list(problems(copy)) == []
        assert "fake-2" not in "".join(lines(connection))
        assert "fake-1" in "".join(lines(connection))


def test_backup_overwrites_nothing(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(UsageError, match="is there already"):
        backup(ledger, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_backup_into_no_folder_is_told(ledger: Ledger, place: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        copy_file(Path(place), tmp_path / "no" / "copy.db")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
