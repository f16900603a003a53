"""A ledger opens at once, or says in one line why not."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from enduse.errors import LedgerError
from enduse.ledger.store import Ledger


def test_ledger_that_is_not_there_is_not_made_by_accident(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger; make one with: enduse ingest"):
        Ledger.open(str(tmp_path / "x.db"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b""])
def test_file_that_is_no_ledger_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.db").write_bytes(content)
    with pytest.raises(LedgerError, match="is no ledger"):
        Ledger.open(str(tmp_path / "x.db"))


def test_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute("CREATE TABLE claims (x)")
    with pytest.raises(LedgerError, match="is no ledger of enduse"):
        Ledger.open(str(tmp_path / "x.db"), create=True)


def test_ledger_of_a_newer_version_is_told(ledger: Ledger, place: str) -> None:
    ledger.close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE enduse_ledger SET version_num = '9999'")
    with pytest.raises(LedgerError, match="made by a newer enduse"):
        Ledger.open(place)


def test_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open(str(tmp_path / "no" / "x.db"), create=True)


def test_opening_does_not_load_what_makes_ledgers(ledger: Ledger, place: str) -> None:
    code = (
        f"import sys; from enduse.ledger.store import Ledger; Ledger.open({place!r}); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"


def test_name_of_a_file_is_its_path(ledger: Ledger, place: str) -> None:
    assert (ledger.name, ledger.is_file) == (place, True)
