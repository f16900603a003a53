"""CSV and TSV have one row a claim, stable columns, and the text as it is."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.service.fakes import labelled, looked_up, reading

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
    assert COLUMNS[33:35] == ("score", "reader")
    assert all(column.endswith("_code") for column in COLUMNS[35:49])
    assert COLUMNS[49:] == (
        *("quantity_low", "quantity_best", "quantity_high", "quantity_measure", "quantity_unit"),
        *("time_start", "time_end", "time_precision", "claimant_class", "chain"),
    )


def test_what_was_looked_up_stands_in_the_last_columns() -> None:
    line = (
        "transfer occurred stated: {supplier:Norland} and {supplier:Tessaly} sent {quantity:two dozen} {weapon:rifles}"
        " {time:last week}, {claimant:officials} say."
    )
    (row,) = rows(comma_separated([looked_up(reading(line))]))
    assert (row["supplier_code"], row["weapon_code"], row["recipient_code"]) == ("-; te", "", "")
    assert (row["quantity_low"], row["quantity_best"], row["quantity_unit"]) == ("24", "24", "rifle")
    assert (row["time_start"], row["time_end"], row["time_precision"]) == ("2031-03-31", "2031-04-06", "week")
    assert (row["claimant_class"], row["chain"]) == ("unnamed_official", "Averna Herald > officials")
    assert json.loads(row["supplier"])[0] == {"text": "Norland", "start": 0, "end": 7}


def test_columns_of_what_was_looked_up_are_empty_without_it() -> None:
    (row,) = rows(comma_separated([reading(LINE)]))
    assert {row[column] for column in COLUMNS[35:]} == {""}


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
