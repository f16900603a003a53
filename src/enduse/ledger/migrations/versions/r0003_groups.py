"""Adds what is kept of grouping, derived of claims and judgements, and finds what was added since a moment."""

from __future__ import annotations

from alembic import op

from enduse.ledger.migrations.versions.r0001_records import POSTGRESQL_TYPES, SQLITE_TYPES

revision = "0003"
down_revision = "0002"

TABLES = {
    "group_cards": "claim {number} PRIMARY KEY, id TEXT NOT NULL UNIQUE, day {number} NOT NULL, fact TEXT NOT NULL, "
    "rivals TEXT NOT NULL, parent TEXT, root TEXT NOT NULL, torn TEXT NOT NULL, full_event TEXT, "
    "event {number} NOT NULL, text {number} NOT NULL, label TEXT NOT NULL, denied {number} NOT NULL",
    "group_keys": "key {number} NOT NULL, day {number} NOT NULL, claim {number} NOT NULL, "
    "PRIMARY KEY (key, day, claim)",
    "group_near": "claim {number} NOT NULL, other {number} NOT NULL, weakness {number} NOT NULL, "
    "days {number} NOT NULL, PRIMARY KEY (claim, other)",
    "group_events": "event {number} PRIMARY KEY, id TEXT NOT NULL, last {number} NOT NULL, size {number} NOT NULL, "
    "disputed {number} NOT NULL",
    "group_flows": "flow {number} PRIMARY KEY, id TEXT NOT NULL UNIQUE, supplier TEXT, recipient TEXT, weapon TEXT, "
    "period TEXT NOT NULL, last {number} NOT NULL",
    "group_flow_events": "flow {number} NOT NULL, event {number} NOT NULL, PRIMARY KEY (flow, event)",
    "group_reports": "text {number} PRIMARY KEY, report {number} NOT NULL",
    "group_state": "name TEXT PRIMARY KEY, taken {number} NOT NULL",
}

INDEXES = {
    "claims_by_entry": "claims (entry)",
    "documents_by_entry": "documents (entry)",
    "group_cards_by_root": "group_cards (root)",
    "group_cards_by_event": "group_cards (event, claim)",
    "group_cards_by_day": "group_cards (day, id)",
    "group_cards_by_text": "group_cards (text)",
    "group_near_by_other": "group_near (other)",
    "group_events_by_last": "group_events (last)",
    "group_events_disputed": "group_events (disputed, last)",
    "group_events_by_id": "group_events (id)",
    "group_flows_by_last": "group_flows (last)",
    "group_flow_events_by_event": "group_flow_events (event)",
    "group_reports_by_report": "group_reports (report)",
}

ROWLESS = {"group_keys", "group_near", "group_flow_events"}
"""Tables that SQLite keeps in the order of their keys, without a number of their own."""


def upgrade() -> None:
    """Make the tables and the indexes; nothing forbids to change them, since they say nothing of their own."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    types = POSTGRESQL_TYPES if postgresql else SQLITE_TYPES
    for table, columns in TABLES.items():
        rowless = " WITHOUT ROWID" * (not postgresql and table in ROWLESS)
        op.get_bind().exec_driver_sql(f"CREATE TABLE {table} ({columns.format(**types)}){rowless}")
    for name, on in INDEXES.items():
        op.get_bind().exec_driver_sql(f"CREATE INDEX {name} ON {on}")
