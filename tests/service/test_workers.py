"""Worker processes give what one process gives, in its order, and end when they should."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.service.fakes import FakeReader, fake_documents, opened_in

from enduse.errors import InputError, SourceError
from enduse.model import Document, Reading
from enduse.service.chunks import DOCUMENTS_A_CHUNK
from enduse.service.workers import MakeReader, read_here, read_in_workers

SENT = "Norland sent rifles to Averna."

Read = Callable[[Iterator[Document], MakeReader], Iterator[Reading | InputError]]


def mixed() -> Iterator[Document | InputError]:
    for n, document in enumerate(fake_documents(150)):
        yield InputError(f"x:{n}", "broken") if n % 40 == 7 else document
        if n % 50 == 3:
            yield Document(f"raises-{n}", "RAISE")


def breaks_off() -> Iterator[Document]:
    yield from fake_documents(50)
    raise SourceError("the list is damaged")


def shown(outcomes: Iterator[Reading | InputError]) -> list[str]:
    return [f"{o}" if isinstance(o, InputError) else f"{o.document.id} {len(o.extractions)}" for o in outcomes]


def test_two_workers_give_what_one_process_gives_in_the_same_order() -> None:
    assert shown(read_in_workers(mixed(), FakeReader, 2)) == shown(read_here(mixed(), FakeReader))


def test_worker_opens_its_reader_once(tmp_path: Path) -> None:
    assert len(list(read_in_workers(fake_documents(200), partial(opened_in, tmp_path), 2))) == 200
    pids = [file.name.split("-")[0] for file in tmp_path.iterdir()]
    assert sorted(set(pids)) == sorted(pids)
    assert 1 <= len(pids) <= 2


def test_reader_is_not_opened_when_no_document_could_be_read(tmp_path: Path) -> None:
    outcomes = list(read_here([InputError("x", "broken")], partial(opened_in, tmp_path)))
    assert len(outcomes) == 1
    assert not list(tmp_path.iterdir())


def test_death_of_a_worker_is_told_with_the_first_document_that_was_not_read() -> None:
    documents = [*fake_documents(5), Document("deadly", "DIE"), *fake_documents(200)]
    given = []
    with pytest.raises(SourceError, match=r"a worker process died .* nothing from 'doc-\d' on was read"):  # noqa: PT012
        for outcome in read_in_workers(documents, FakeReader, 2):
            given.append(outcome)
    assert [reading.document.id for reading in given if isinstance(reading, Reading)] == [
        f"doc-{n}" for n in range(len(given))
    ]
    assert len(given) <= 5


def test_missing_model_in_a_worker_is_told_as_it_is() -> None:
    with pytest.raises(SourceError, match="the model is damaged"):
        list(read_in_workers([Document("a", "NO MODEL")], FakeReader, 2))


@pytest.mark.parametrize("read", [read_here, partial(read_in_workers, workers=2)])
def test_what_came_before_an_error_of_the_input_is_given_before_it_is_raised(read: Read) -> None:
    given = []
    with pytest.raises(SourceError, match="the list is damaged"):  # noqa: PT012
        for outcome in read(breaks_off(), FakeReader):
            given.append(outcome)
    assert len(given) == 50


def test_input_is_taken_no_further_ahead_than_the_chunks_in_flight() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Document]:
        while True:
            taken.append(1)
            yield Document(f"doc-{len(taken)}", SENT)

    outcomes = read_in_workers(endless(), FakeReader, 2)
    for _ in range(500):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert len(taken) <= 500 + 5 * DOCUMENTS_A_CHUNK


def test_closing_ends_workers_that_are_in_the_middle_of_a_document() -> None:
    outcomes = read_in_workers([Document("a", SENT), Document("b", "STUCK")], FakeReader, 2)
    next(outcomes)
    started = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 10
