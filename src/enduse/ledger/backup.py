"""Copies a ledger into a new file while others may be reading and writing it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from ..errors import LedgerError, UsageError
from .engine import told
from .store import Ledger


def backup(ledger: Ledger, into: Path) -> None:
    """Write one consistent state of the ledger to a file that is not there yet; it appears when it is whole.

    Raises UsageError for a ledger on a server: its administrator has pg_dump, and everybody `enduse export jsonl`.
    """
    if not ledger.is_file:
        raise UsageError(f"{ledger.name} is on a server; use pg_dump there, or: enduse export jsonl -o FILE")
    copy_file(Path(ledger.where), into)


def copy_file(ledger: Path, into: Path) -> None:
    """Copy a database file of whatever version, as SQLite does it: page by page, with what is still in its log."""
    if into.exists():
        raise UsageError(f"{into} is there already; name a new file, for a backup overwrites nothing")
    part = into.with_name(into.name + ".part")
    try:
        with told(str(into)):
            source = sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True)
            target = sqlite3.connect(part)
            try:
                source.backup(target, pages=4096)
            finally:
                target.close()
                source.close()
        os.replace(part, into)
    except OSError as error:
        raise LedgerError(f"{into}: {error.strerror}; choose another place") from error
    finally:
        part.unlink(missing_ok=True)
