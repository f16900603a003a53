"""Writes every row of a ledger as one line of JSON, and its content as one number."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from . import schema
from .content import Content, digest, roles_of
from .write import TABLE_OF

PROVENANCE = frozenset({"run", "failure", "lease", "visit"})
"""Kinds that tell how rows came in, not what is known: the content hash leaves them out, as it does times of adding."""

FIRST = ("run", "retraction")
"""Kinds of records that are written before the documents."""

_JSON = {"claims", "inputs"}
_AT_ONCE = 2_000


def contents(connection: Connection) -> Iterator[tuple[Content, str, str]]:
    """Every record with when it was added and in which run; what a record names comes before it."""
    entries = schema.entries
    added = {row.seq: (row.at, row.run) for row in connection.execute(select(entries))}
    for asked, plain in _kinds():
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(asked):
            yield plain(row), *added[row.entry]


def lines(connection: Connection) -> Iterator[str]:
    """The dump, a line a record."""
    for content, at, run in contents(connection):
        yield json.dumps({**content, "added_at": at, "added_by": run}, ensure_ascii=False) + "\n"


def content_hash(connection: Connection) -> str:
    """64 hex digits that two ledgers share if they know the same, in whatever order and whenever it was added."""
    sum_ = 0
    for content, _, _ in contents(connection):
        if content["kind"] not in PROVENANCE:
            sum_ += int.from_bytes(digest(content), "big")
    return f"{sum_ % (1 << 256):064x}"


def _kinds() -> Iterator[tuple[Select[Any], Callable[[Row[Any]], Content]]]:
    texts, documents, claims = schema.texts, schema.documents, schema.claims
    readings, extractions = schema.readings, schema.extractions
    # Retractions come first: of two contents of one document, the one that was withdrawn must be known as such.
    for kind in FIRST:
        yield select(TABLE_OF[kind]).order_by(TABLE_OF[kind].c.row), _record(kind)
    yield select(texts).order_by(texts.c.row), _text
    asked = select(documents, texts.c.sha256).join(texts, texts.c.row == documents.c.text)
    yield asked.order_by(documents.c.row), _document
    asked = select(claims, texts.c.sha256).join(texts, texts.c.row == claims.c.text)
    yield asked.order_by(claims.c.row), _claim
    asked = select(readings, texts.c.sha256).join(texts, texts.c.row == readings.c.text)
    yield asked.order_by(readings.c.row), _reading
    asked = select(extractions, claims.c.id).join(claims, claims.c.row == extractions.c.claim)
    yield asked.order_by(extractions.c.row), _extraction
    for kind, table in TABLE_OF.items():
        if kind == "resolution":
            named = select(table, claims.c.id.label("claim_id")).join(claims, claims.c.row == table.c.claim)
            yield named.order_by(table.c.row), _record(kind)
        elif kind not in FIRST:
            yield select(table).order_by(table.c.row), _record(kind)


def _text(row: Row[Any]) -> Content:
    return {"kind": "text", "sha256": row.sha256, "text": row.text}


def _document(row: Row[Any]) -> Content:
    names = ("id", "name", "sha256", "title", "published_on", "publisher", "url")
    return {"kind": "document", **{name: getattr(row, name) for name in names}}


def _claim(row: Row[Any]) -> Content:
    """As `content.claim_of_content` reads it."""
    names = ("id", "sha256", "type", "status", "state", "mode", "stance", "start", "end", "quote")
    return {"kind": "claim", **{name: getattr(row, name) for name in names}, "roles": roles_of(row.roles)}


def _reading(row: Row[Any]) -> Content:
    return {"kind": "reading", "sha256": row.sha256, "reader": row.reader}


def _extraction(row: Row[Any]) -> Content:
    return {"kind": "extraction", "claim": row.id, "reader": row.reader, "score": row.score}


def _record(kind: str) -> Callable[[Row[Any]], Content]:
    names = [column.name for column in TABLE_OF[kind].columns if column.name not in ("row", "id", "entry")]

    def plain(row: Row[Any]) -> Content:
        values = {name: getattr(row, name) for name in names}
        for name in _JSON & set(names):
            values[name] = json.loads(values[name])
        if "withdrawn" in values:
            values["withdrawn"] = bool(values["withdrawn"])
        if kind == "resolution":
            values["claim"] = row.claim_id
        return {"kind": kind, "id": row.id, **values}

    return plain
