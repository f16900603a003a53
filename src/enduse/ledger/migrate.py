"""Makes a new ledger and brings an older one up to date; loads Alembic only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from ..errors import LedgerError
from . import schema
from .engine import shown, writing

HEAD = "0003"
"""The step that this enduse works with; a test holds it to the last one in migrations/versions."""

VERSION_TABLE = "enduse_ledger"


def version(connection: Connection) -> str | None:
    """The last step that a database has taken; None where it is no ledger."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return found


def objection(found: str | None, where: str) -> str | None:
    """Why a ledger of this version cannot be worked with; None when it can."""
    if found == HEAD:
        return None
    name = shown(where)
    if found is None:
        return f"{name}: is no ledger of enduse; give another file, or make one with: enduse ingest PATH --db FILE"
    if found > HEAD:
        return f"{name}: was made by a newer enduse (version {found}, this one knows {HEAD}); install a newer enduse"
    return f"{name}: is of an older version ({found}, this one needs {HEAD}); run: enduse db upgrade --db {name}"


def upgrade(engine: Engine, where: str) -> tuple[str | None, str]:
    """Take all steps that are missing, in one transaction; no step may take a row away.

    Returns the versions before and after. Raises LedgerError for a ledger of a newer version, a database that holds
    something else, and a step after which a table has fewer rows: then nothing has changed.
    """
    with writing(engine) as connection:
        found = version(connection)
        if found == HEAD:
            return found, HEAD
        others = [
            name for name in inspect(connection).get_table_names() if not found and name in schema.metadata.tables
        ]
        if (found is not None and found > HEAD) or others:
            raise LedgerError(str(objection(found, where)))
        before = _counts(connection) if found else {}
        _take_steps(connection)
        lost = {name for name, count in _counts(connection).items() if count < before.get(name, 0)}
        if lost:
            raise LedgerError(
                f"{shown(where)}: the upgrade would have lost rows of {', '.join(sorted(lost))}; nothing is changed"
            )
    return found, HEAD


def _counts(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if name in schema.metadata.tables]
    return {name: int(connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()) for name in names}


def _take_steps(connection: Connection) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(Path(__file__).with_name("migrations")))
    steps = MigrationContext.configure(
        connection,
        opts={
            "fn": lambda found, _: script._upgrade_revs(HEAD, found),
            "version_table": VERSION_TABLE,
            "transactional_ddl": False,
        },
    )
    with Operations.context(steps):
        steps.run_migrations()
