"""Opens the database under a ledger, and turns what it complains of into one line for a person."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError

from ..errors import LedgerError, UsageError

WAIT_SECONDS = 60
"""How long one writer waits for another before it gives up."""

CACHE_KIB = 64 * 1024
WRITERS = 0x656E6475
"""The lock that PostgreSQL's writers take one after the other, so that entries come in the order of their commits."""

POSTGRESQL = ("postgresql://", "postgres://", "postgresql+psycopg://")


def is_server(where: str) -> bool:
    """Whether a ledger is on a PostgreSQL server rather than a file."""
    return where.startswith(POSTGRESQL)


def refuse_others(where: str) -> None:
    """Raise UsageError for the address of a database of another kind, which would else be taken for a file."""
    scheme, mark, _ = where.partition("://")
    if mark and scheme.isalnum() and not is_server(where):
        raise UsageError(f"{scheme}://… is no ledger; give a file, or postgresql://USER@HOST:PORT/DATABASE")


def shown(where: str) -> str:
    """The name of a ledger without a password that may be in it."""
    if not is_server(where):
        return where
    scheme, _, rest = where.partition("://")
    login, at, place = rest.rpartition("@")
    return f"{scheme}://{login.partition(':')[0]}{at}{place}"


def engine_of(where: str, *, read_only: bool = False) -> Engine:
    """Make the engine; nothing is opened before it is used.

    Raises UsageError where PostgreSQL is asked for and its driver is not installed, or the address cannot be read.
    """
    refuse_others(where)
    if is_server(where):
        try:
            import psycopg  # noqa: F401
        except ImportError as error:
            raise UsageError(
                "a ledger on PostgreSQL needs one more package; run: pip install 'enduse[postgres]'"
            ) from error
        try:
            return create_engine("postgresql+psycopg://" + where.partition("://")[2])
        except (ValueError, ArgumentError) as error:
            raise UsageError(f"{shown(where)}: cannot be read; write postgresql://USER@HOST:PORT/DATABASE") from error
    path = Path(where).absolute()
    mode = "ro" if read_only else "rwc"
    engine = create_engine("sqlite://", creator=lambda: _connect(path, mode), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path))}?mode={mode}"
    if mode == "ro" and not os.access(path.parent, os.W_OK) and not _waiting(path):
        address += "&immutable=1"  # a folder that cannot be written has no room for the files beside a ledger
    connection = sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        if mode != "ro":
            keep_a_log(connection)
            connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def keep_a_log(connection: sqlite3.Connection) -> None:
    """Have a file written through a log, so that it can be read meanwhile.

    The change needs the file alone for a moment, for which SQLite does not wait: of two processes that made one ledger
    at once, one was told that it is locked.
    """
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _waiting(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing; one writer at a time."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
        yield connection


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn an error of the database into a LedgerError of one line."""
    try:
        yield
    except Exception as error:
        # psycopg is imported only for a server; what it raises while it copies rows does not pass through SQLAlchemy.
        if isinstance(error, DBAPIError | sqlite3.Error) or type(error).__module__.startswith("psycopg"):
            raise LedgerError(f"{shown(where)}: {reason(error)}") from error
        raise


_REASONS = (
    ("readonly database", "cannot be written: the file or its folder is read-only; copy it to another folder"),
    ("unable to open", "cannot be opened; check the path, and that its folder can be written"),
    ("database or disk is full", "the disk is full; nothing of the last chunk was kept, all before it is"),
    ("no space left", "the disk is full; nothing of the last chunk was kept, all before it is"),
    ("not a database", "is no ledger: the file is not a SQLite database, or its first page is damaged"),
    ("malformed", "is damaged: a page of it cannot be read; restore it from a backup"),
    ("database is locked", f"another process has been writing for over {WAIT_SECONDS} s; try again"),
    ("disk i/o error", "the disk cannot be read or written; nothing of the last chunk was kept, all before it is"),
)


def reason(error: BaseException) -> str:
    """What a database says, in words that tell what to do; its own words, on one line, where there are none."""
    original: Any = getattr(error, "orig", None) or error
    said = " ".join(str(original).split("CONTEXT:")[0].split())
    return next((told for sign, told in _REASONS if sign in said.lower()), f"{said[:300]}")
