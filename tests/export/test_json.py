"""JSON is one array."""

from __future__ import annotations

import json

import pytest
from tests.service.fakes import reading

from enduse.export.json import array


@pytest.mark.parametrize("number", [0, 1, 3])
def test_array_holds_every_document(number: int) -> None:
    records = json.loads("".join(array(reading(doc=f"doc-{n}") for n in range(number))))
    assert [record["doc"] for record in records] == [f"doc-{n}" for n in range(number)]
