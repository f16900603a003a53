"""What Python users hold is a sequence, plain data and a page for a notebook."""

from __future__ import annotations

import json

from tests.service.fakes import FakeReader, fake_documents, reading

from enduse.errors import InputError
from enduse.model import Document, Reading
from enduse.service.reading import read_documents
from enduse.service.views import Readings, ReadingView

LINE = "transfer occurred stated: {supplier:Norland} sent {weapon:rifles} to {recipient:Averna}."


def test_readings_are_a_sequence() -> None:
    readings = Readings([reading(LINE, doc=f"doc-{n}") for n in range(3)])
    assert len(readings) == 3
    assert readings[-1].document.id == "doc-2"
    assert [one.document.id for one in readings[1:]] == ["doc-1", "doc-2"]


def test_readings_keep_what_failed() -> None:
    error = InputError("x.csv:3", "no text")
    readings = Readings.taken(read_documents([error, Document("a", "It rained.")], make_reader=FakeReader))
    assert readings.failed == (error,)
    assert repr(readings) == "<Readings: 1 documents, 0 claims, 1 inputs failed>"


def test_readings_turn_into_the_objects_that_the_command_writes() -> None:
    (record,) = Readings([reading(LINE)]).to_list()
    assert json.loads(json.dumps(record)) == record
    assert record["claims"][0]["roles"]["supplier"] == [{"text": "Norland", "start": 0, "end": 7}]


def test_html_shows_twenty_documents_and_the_true_total() -> None:
    page = Readings(reading(LINE, title=f"Report {n}!") for n in range(25))._repr_html_()
    assert "Report 19!" in page
    assert "Report 20!" not in page
    assert "and 5 more documents, 25 in all" in page


def test_text_becomes_a_reading_that_shows_itself() -> None:
    view = ReadingView.of_text("Norland sent rifles to Averna.", title="<b>T</b>", make_reader=FakeReader)
    assert isinstance(view, Reading)
    assert "&lt;b&gt;T&lt;/b&gt;" in view._repr_html_()
    assert view.to_dict()["claims"][0]["type"] == "transfer"


def test_readings_of_many_documents_come_in_order() -> None:
    readings = Readings.taken(read_documents(fake_documents(40), make_reader=FakeReader))
    assert [one.document.id for one in readings] == [f"doc-{n}" for n in range(40)]
