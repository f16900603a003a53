"""The hall reads documents, leaves out what is not asked for, and accounts for it."""

from __future__ import annotations

from functools import partial

import pytest
from tests.service.fakes import FakeReader, fake_documents

from enduse.errors import InputError, UsageError
from enduse.model import ClaimType, Document, Reading
from enduse.service.reading import Run, read_documents, read_text

SENT = "Norland sent rifles to Averna."
fake = partial(read_documents, make_reader=FakeReader)


def claims_of(run: Run) -> list[int]:
    return [len(reading.extractions) for reading in run if isinstance(reading, Reading)]


def test_reading_gives_one_reading_a_document_in_order() -> None:
    ids = [reading.document.id for reading in fake(fake_documents(70)) if isinstance(reading, Reading)]
    assert ids == [f"doc-{n}" for n in range(70)]


def test_document_without_claims_is_given_too() -> None:
    assert claims_of(fake([Document("a", "It rained."), Document("b", SENT)])) == [0, 1]


def test_claim_of_another_type_is_left_out_and_counted() -> None:
    run = fake([Document("a", SENT)], types=["ceasefire"])
    assert claims_of(run) == [0]
    assert run.report.left_out["of another type"].count == 1
    assert run.report.left_out["of another type"].where[0].startswith("clm-")


def test_claim_under_the_asked_score_is_left_out_and_counted() -> None:
    run = read_documents([Document("a", SENT)], min_score=0.95, make_reader=FakeReader)
    assert claims_of(run) == [0]
    assert run.report.left_out["with a score under 0.95"].count == 1


def test_claim_at_the_asked_score_is_kept() -> None:
    assert claims_of(fake([Document("a", SENT)], min_score=0.9)) == [1]


@pytest.mark.parametrize("types", ["transfer,ceasefire", "transfer, ceasefire", ["transfer"], {ClaimType.TRANSFER}])
def test_types_are_taken_as_names_and_as_one_text(types: str | list[str]) -> None:
    assert claims_of(fake([Document("a", SENT)], types=types)) == [1]


def test_report_counts_what_came_in_and_what_came_out() -> None:
    run = fake([Document("a", SENT), InputError("x.csv:3", "no text"), Document("b", "It rained.")])
    list(run)
    report = run.report
    assert (report.documents, report.without_claims, report.characters) == (2, 1, len(SENT) + 10)
    assert report.claims == {ClaimType.TRANSFER: 1}
    assert report.left_out["input failed"].where == ["x.csv:3"]
    assert report.failed == 1
    assert report.seconds > 0


def test_report_is_filled_while_the_readings_are_taken() -> None:
    run = fake(fake_documents(40))
    next(run)
    assert run.report.documents == 1


def test_document_that_raises_becomes_a_failed_input_of_the_report() -> None:
    run = fake([Document("a", SENT), Document("b", "RAISE"), Document("c", SENT)])
    assert claims_of(run) == [1, 1]
    assert run.report.left_out["input failed"].where == ["b"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"types": ["transfre"]}, "no claim type named 'transfre'; there are: transfer, diversion"),
        ({"min_score": 1.5}, "min_score is 1.5; it must lie between 0 and 1"),
        ({"workers": 0}, "workers is 0; at least 1 is needed"),
    ],
)
def test_option_that_cannot_be_is_refused_before_anything_is_read(options: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        fake([], **options)  # type: ignore[arg-type]


def test_text_is_read_with_what_is_known_of_it() -> None:
    reading = read_text(SENT, title="T", date="2031-04-11", source="Averna Herald", make_reader=FakeReader)
    document = reading.document
    assert (document.title, document.published_on, document.publisher) == ("T", "2031-04-11", "Averna Herald")
    assert document.id.startswith("doc-")
    assert len(reading.extractions) == 1


def test_text_that_cannot_be_read_raises() -> None:
    with pytest.raises(InputError, match="ValueError"):
        read_text("RAISE", make_reader=FakeReader)
