"""Formats are found by name, and every name leads somewhere."""

from __future__ import annotations

import pytest
from tests.service.fakes import reading

from enduse.errors import UsageError
from enduse.service.formats import FORMATS, pieces


@pytest.mark.parametrize("name", FORMATS)
def test_format_in_the_table_writes_a_reading(name: str) -> None:
    text = "".join(pieces(name, [reading("transfer occurred stated: {supplier:Norland} sent {weapon:rifles}.")]))
    assert "Norland sent rifles." in text
    assert text.endswith("\n")


def test_unknown_format_lists_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="no format named 'xlsx'; there are: jsonl, json, csv, tsv"):
        pieces("xlsx", [])
