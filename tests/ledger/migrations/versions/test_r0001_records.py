"""The first step makes what the tables of the code say."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from enduse.ledger import schema
from enduse.ledger.insert import NAMING, SENTENCE
from enduse.ledger.migrations.versions.r0001_records import COLUMNS, upgrade
from enduse.ledger.store import Ledger


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: table.name)
def test_database_has_the_columns_and_indexes_of_the_code(tmp_path: object, table: object) -> None:
    name = table.name  # type: ignore[attr-defined]
    with Ledger.open(f"{tmp_path}/x.db", create=True) as ledger, ledger.reading() as connection:
        made = inspect(connection)
        columns = {column["name"]: column["nullable"] for column in made.get_columns(name)}
        indexes = {str(index["name"]): index["column_names"] for index in made.get_indexes(name)}
    expected = schema.metadata.tables[name]
    primary = {column.name for column in expected.primary_key}
    assert list(columns) == [column.name for column in expected.columns]
    assert {n: null for n, null in columns.items() if n not in primary} == {
        column.name: column.nullable for column in expected.columns if column.name not in primary
    }
    assert indexes == {str(index.name): [column.name for column in index.columns] for index in expected.indexes}


def test_words_have_a_column_for_each_role_that_names_something() -> None:
    assert (*(role.value for role in NAMING), SENTENCE) == COLUMNS
    assert callable(upgrade)
