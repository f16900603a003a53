"""CSV and TSV have one row a claim, stable columns, and the text as it is."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.service.fakes import labelled, reading

from enduse.export.csv import COLUMNS, comma_separated, tab_separated
from enduse.model import Document, Extraction, Reading, Role, Span

LINE = "transfer occurred stated: {supplier:Norland} and {supplier:Tessaly} sent {weapon:rifles}."

Write = Callable[[Iterable[Reading]], Iterator[str]]


def rows(pieces: Iterator[str], delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(pieces), newline=""), delimiter=delimiter))


def test_columns_are_the_document_the_claim_and_every_role() -> None:
    assert COLUMNS[:6] == ("doc", "title", "date", "source", "url", "sha256")
    assert COLUMNS[6:15] == ("id", "type", "status", "state", "mode", "stance", "start", "end", "quote")
    assert COLUMNS[15:33] == tuple(Role)
    assert COLUMNS[33:] == ("score", "reader")


def test_each_claim_is_a_row() -> None:
    written = rows(comma_separated([reading(LINE, "ceasefire agreed stated: A truce."), reading(), reading(LINE)]))
    assert [row["type"] for row in written] == ["transfer", "ceasefire", "transfer"]


def test_role_is_a_list_of_its_fillers_with_their_offsets() -> None:
    (row,) = rows(comma_separated([reading(LINE)]))
    assert json.loads(row["supplier"]) == [
        {"text": "Norland", "start": 0, "end": 7},
        {"text": "Tessaly", "start": 12, "end": 19},
    ]
    assert row["recipient"] == ""


def test_status_and_state_have_columns_of_their_own() -> None:
    transfer, truce = rows(comma_separated([reading(LINE, "ceasefire agreed stated: A truce.")]))
    assert (transfer["status"], transfer["state"]) == ("occurred", "")
    assert (truce["status"], truce["state"]) == ("", "agreed")


def test_heading_is_written_even_when_there_is_nothing_to_read() -> None:
    assert "".join(comma_separated([])) == ",".join(COLUMNS) + "\n"


def test_quote_that_a_spreadsheet_takes_for_a_formula_stays_as_it_is() -> None:
    (row,) = rows(comma_separated([reading('transfer occurred stated: =HYPERLINK("x") {supplier:Norland} sent arms.')]))
    assert row["quote"] == '=HYPERLINK("x") Norland sent arms.'


@pytest.mark.parametrize(("write", "delimiter"), [(comma_separated, ","), (tab_separated, "\t")])
@given(text=st.text(st.sampled_from('ab,"\t\r\n\x00=é🚀\u2028'), min_size=1, max_size=20))
def test_text_is_read_back_as_it_was(write: Write, delimiter: str, text: str) -> None:
    document = Document("d", text, title=text)
    claim = labelled(document, ["holding", "occurred", "stated"], Span.of(text, 0, len(text)), {})
    (row,) = rows(write([Reading(document, (Extraction(claim, 0.5, "fake-1"),))]), delimiter)
    assert (row["title"], row["quote"]) == (text, text)


def test_lone_surrogate_is_replaced_for_utf8_has_none() -> None:
    (row,) = rows(comma_separated([reading("transfer occurred stated: {supplier:Nor\ud800land} sent arms.")]))
    assert row["quote"] == "Nor\ufffdland sent arms."
    "".join(row.values()).encode()
