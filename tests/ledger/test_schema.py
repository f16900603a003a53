"""Every row tells in which transaction it came."""

from __future__ import annotations

from dataclasses import fields

from enduse.ledger import schema
from enduse.model.record import RECORDS


def test_every_row_names_its_entry() -> None:
    tables = [table for table in schema.metadata.sorted_tables if table is not schema.entries]
    assert len(tables) == 15
    assert [
        table.name for table in tables if "entries.seq" not in {str(f.column) for f in table.c.entry.foreign_keys}
    ] == []


def test_every_kind_of_record_has_a_table_with_its_fields() -> None:
    tables = {table.name for table in schema.metadata.sorted_tables}
    plurals = {kind.kind: f"{kind.kind[:-1]}ies" if kind.kind.endswith("y") else f"{kind.kind}s" for kind in RECORDS}
    for kind in RECORDS:
        assert plurals[kind.kind] in tables
        columns = set(schema.metadata.tables[plurals[kind.kind]].columns.keys()) - {"row", "id", "entry"}
        assert columns == {field.name for field in fields(kind)}, kind
