"""Looks at every row of a ledger, and says exactly what is wrong."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from ..errors import LedgerError
from ..model.record import RECORDS
from . import schema
from .content import Content, DocumentFacts, claim_of_content, record_of
from .dump import contents
from .engine import reason
from .store import Ledger

_KINDS = {kind.kind: kind for kind in RECORDS}

TRIGGERS = frozenset({"claims_quote"})
"""Those that both databases must have beside the ones that forbid changes."""


def problems(ledger: Ledger) -> Iterator[str]:
    """One line for each thing that is wrong; none where the ledger is whole.

    Damaged pages, missing rows and triggers, and rows that are not what their ids and digests say.
    """
    try:
        with ledger.reading() as connection:
            if ledger.is_file:
                yield from _file_problems(connection)
            yield from _missing_triggers(connection)
            yield from _missing_rows(connection)
            yield from _wrong_rows(connection)
    except (LedgerError, DBAPIError, sqlite3.Error) as error:
        said = str(error) if isinstance(error, LedgerError) else reason(error)
        yield f"the rest cannot be read: {said.removeprefix(ledger.name + ': ')}"


def _file_problems(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield "the file is damaged: " + " ".join(str(line).split())
    for table, row, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} names a row of {target} that is missing"


def _missing_triggers(connection: Connection) -> Iterator[str]:
    sqlite = connection.dialect.name == "sqlite"
    asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'" if sqlite else "SELECT tgname FROM pg_trigger"
    there = {name for (name,) in connection.execute(text(asked))}
    tables = [table.name for table in schema.metadata.sorted_tables]
    kept = (
        [f"{table}_no_{verb}" for table in tables for verb in ("update", "delete")] if sqlite
        else [f"{table}_only_grows" for table in tables]
    )  # fmt: skip
    for name in sorted({*kept, *TRIGGERS, *({"claims_roles"} if sqlite else ())} - there):
        yield f"the trigger {name} is missing: rows could be changed that must not be"


def _missing_rows(connection: Connection) -> Iterator[str]:
    """Rows are numbered from 1 without gaps, since none is ever taken away."""
    for table in schema.metadata.sorted_tables:
        key = table.primary_key.columns[0]
        count, last = connection.execute(select(func.count(), func.coalesce(func.max(key), 0)).select_from(table)).one()
        if count == last:
            continue
        before = select(
            func.coalesce(func.lag(key).over(order_by=key), 0).label("before"), key.label("here")
        ).subquery()
        gaps = select(before.c.before, before.c.here).where(before.c.here > before.c.before + 1).limit(20)
        for low, high in connection.execute(gaps):
            rows = f"row {low + 1} is" if high == low + 2 else f"rows {low + 1} to {high - 1} are"
            yield f"{table.name}: {rows} missing"


def _wrong_rows(connection: Connection) -> Iterator[str]:
    texts: dict[str, str] = {}
    for content, _, _ in contents(connection):
        if said := _objection(connection, content, texts):
            yield f"{content['kind']} {content.get('id') or content.get('sha256') or content.get('claim')!s}: {said}"


def _objection(connection: Connection, content: Content, texts: dict[str, str]) -> str | None:
    kind = content["kind"]
    if kind == "text":
        found = hashlib.sha256(content["text"].encode()).hexdigest()
        return None if found == content["sha256"] else f"its text has the sha256 {found[:12]}…; it was changed"
    if kind == "document":
        facts = DocumentFacts(*(content[name] for name in DocumentFacts._fields))
        return None if facts.id == content["id"] else f"its content does not fit its id, it gives {facts.id}"
    try:
        if kind == "claim":
            return _claim_objection(connection, content, texts)
        if kind in _KINDS:
            record_of(_KINDS[kind], content)
    except (ValueError, KeyError, TypeError) as error:
        return str(error)
    return None


def _claim_objection(connection: Connection, content: Content, texts: dict[str, str]) -> str | None:
    claim = claim_of_content(content)
    if claim.document_sha256 not in texts:
        texts.clear()  # claims of one text lie together, so that one text at a time is held
        asked = select(schema.texts.c.text).where(schema.texts.c.sha256 == claim.document_sha256)
        texts[claim.document_sha256] = connection.execute(asked).scalar_one()
    start, end = claim.sentence.start, claim.sentence.end
    if texts[claim.document_sha256][start:end] != claim.sentence.text:
        return f"its quote is not what its text says at [{start}, {end})"
    return None
