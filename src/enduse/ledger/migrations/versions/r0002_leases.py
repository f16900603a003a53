"""Adds leases, which keep two people from one claim, and visits, which tell a site what was fetched before."""

from __future__ import annotations

from alembic import op

from enduse.ledger.migrations.versions.r0001_records import ENTRY, ID, POSTGRESQL_TYPES, ROW, SQLITE_TYPES

revision = "0002"
down_revision = "0001"

TABLES = {
    "leases": f'{ROW}, {ID}, target TEXT NOT NULL, "by" TEXT NOT NULL, "at" TEXT NOT NULL, until TEXT NOT NULL, '
    f"{ENTRY}",
    "visits": f'{ROW}, {ID}, url TEXT NOT NULL, etag TEXT, modified TEXT, "at" TEXT NOT NULL, {ENTRY}',
}

INDEXES = {
    "documents_by_url": "documents (url)",
    "judgements_by_replacement": "judgements (replacement)",
    "leases_by_target": 'leases (target, "at")',
    "visits_by_url": 'visits (url, "at")',
}


def upgrade() -> None:
    """Add the tables, which only grow like all others, and the indexes."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table, columns in TABLES.items():
        _run(f"CREATE TABLE {table} ({columns.format(**(POSTGRESQL_TYPES if postgresql else SQLITE_TYPES))})")
        for statement in _guards(table, postgresql):
            _run(statement)
    for name, on in INDEXES.items():
        _run(f"CREATE INDEX {name} ON {on}")


def _guards(table: str, postgresql: bool) -> list[str]:
    if postgresql:
        return [
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION enduse_only_grows()"
        ]
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'a ledger only grows: rows of {table} are never changed or taken away'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def _run(statement: str) -> None:
    op.get_bind().exec_driver_sql(statement)
