"""Chunks keep the order, and a document that fails takes none of its neighbours with it."""

from __future__ import annotations

import pytest
from tests.service.fakes import FakeReader, fake_documents

from enduse.errors import InputError, SourceError
from enduse.model import Document, Reading
from enduse.service.chunks import CHARACTERS_A_CHUNK, Found, chunks, documents_of, read_chunk, rejoin

SENT = "Norland sent rifles to Averna."


def test_chunks_grow_from_one_input_to_thirty_two() -> None:
    assert [len(chunk) for chunk in chunks(fake_documents(100))] == [1, 2, 4, 8, 16, 32, 32, 5]


def test_chunk_is_closed_when_its_text_is_long() -> None:
    long = [Document(f"doc-{n}", "x" * CHARACTERS_A_CHUNK) for n in range(4)]
    assert [len(chunk) for chunk in chunks(long)] == [1, 1, 1, 1]


def test_chunks_take_no_more_input_than_they_have_given() -> None:
    documents = fake_documents(100)
    next(chunks(documents))
    assert next(documents).id == "doc-1"


def test_chunk_with_a_document_that_raises_still_reads_the_others() -> None:
    documents = [Document("a", SENT), Document("b", "RAISE"), Document("c", SENT)]
    first, failed, last = read_chunk(FakeReader(), documents)
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert len(first.extractions) == len(last.extractions) == 1
    assert isinstance(failed, InputError)


def test_document_that_raises_is_named_with_the_exception_on_one_line() -> None:
    (failed,) = read_chunk(FakeReader(), [Document("b", "RAISE")])
    assert str(failed) == "b: reading it raised ValueError: two lines; it is left out"


def test_document_for_which_the_reader_gives_nothing_is_not_lost() -> None:
    read, failed = read_chunk(FakeReader(), [Document("a", SENT), Document("b", "DROP")])
    assert isinstance(read, Found)
    assert isinstance(failed, InputError)
    assert "gave 0 readings for 1 documents" in failed.what


def test_missing_model_stops_the_run() -> None:
    with pytest.raises(SourceError, match="the model is damaged"):
        read_chunk(FakeReader(), [Document("a", "NO MODEL")])


def test_inputs_that_failed_before_stand_in_their_places() -> None:
    bad = InputError("x.jsonl:2", "no text")
    document = Document("a", SENT)
    assert list(rejoin([bad, document, bad], [Found((), {})])) == [bad, Reading(document, ()), bad]
    assert documents_of([bad, document, bad]) == [document]
