"""Opens a ledger: one file of SQLite, or a database of PostgreSQL for a team."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from ..errors import LedgerError
from .engine import engine_of, is_server, refuse_others, shown, told, writing
from .migrate import objection, upgrade, version
from .write import Writer


class Ledger:
    """An open ledger; threads may share it, and other processes may have it open too."""

    def __init__(self, where: str, engine: Engine) -> None:
        self.where = where
        self._engine = engine

    @classmethod
    def open(cls, where: str, *, create: bool = False, read_only: bool = False) -> Ledger:
        """Open the ledger in a file, or on a server ("postgresql://…").

        create: make it where it is not.
        Raises LedgerError where there is none, or one that this enduse cannot work with.
        """
        refuse_others(where)
        if not is_server(where) and not create and not Path(where).is_file():
            raise LedgerError(f"{where}: there is no ledger; make one with: enduse ingest PATH --db {where}")
        ledger = cls(where, engine_of(where, read_only=read_only))
        try:
            with told(where):
                with ledger._engine.connect() as connection:
                    found = version(connection)
                if found is None and create:
                    upgrade(ledger._engine, where)
                elif said := objection(found, where):
                    raise LedgerError(said)
        except BaseException:
            ledger.close()
            raise
        return ledger

    @property
    def name(self) -> str:
        """Where the ledger is, fit to be shown."""
        return shown(self.where)

    @property
    def is_file(self) -> bool:
        """Whether it is one file of SQLite."""
        return not is_server(self.where)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger, whatever others write."""
        with told(self.where), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, *, run: str = "", at: str | None = None) -> Iterator[Writer]:
        """A transaction that adds rows: when it ends, all of them are kept, and on disk; after an error none is.

        run: the id of the run that adds. at: when, in UTC; now if None.
        """
        with told(self.where), writing(self._engine) as connection:
            yield Writer(connection, run=run, at=at)

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
