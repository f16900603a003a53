"""A record becomes a Document with its fields as they stand."""

import pytest

from enduse.errors import InputError
from enduse.intake.record import document_of


def test_fields_go_where_the_document_has_them() -> None:
    document = document_of(
        {"id": "av-1", "title": " T ", "text": " x\r\n", "date": "3 April 2031", "source": "Averna Post", "url": "u"},
        "a.jsonl:1",
    )

    assert (document.id, document.title, document.text) == ("av-1", " T ", " x\r\n")
    assert (document.published_on, document.publisher, document.url) == ("3 April 2031", "Averna Post", "u")


@pytest.mark.parametrize("empty", [None, ""])
def test_empty_fields_are_none(empty: str | None) -> None:
    document = document_of({"text": "x", "title": empty, "date": empty, "source": empty, "url": empty}, "a:1")

    assert (document.title, document.published_on, document.publisher, document.url) == (None, None, None, None)


@pytest.mark.parametrize(("value", "kept"), [(7, "7"), (2031.5, "2031.5"), ("007", "007"), (0, "0")])
def test_id_may_be_a_number(value: object, kept: str) -> None:
    assert document_of({"id": value, "text": "x"}, "a:1").id == kept


@pytest.mark.parametrize("record", [{"text": "x"}, {"text": "x", "id": ""}, {"text": "x", "id": None}])
def test_record_without_id_takes_one_from_its_text(record: dict[str, object]) -> None:
    assert document_of(record, "a:1").id == document_of({"text": "x"}, "b:9").id


@pytest.mark.parametrize(
    ("record", "what"),
    [
        ({"id": 1, "body": "x"}, "has no 'text' (the keys here are 'id', 'body'); put the article's text under 'text'"),
        ({}, "has no 'text' (it has no keys at all); put the article's text under 'text'"),
        ({"text": None}, "'text' is null; write the article's text as a string"),
        ({"text": 5}, "'text' is a number; write the article's text as a string"),
        ({"text": True}, "'text' is true or false; write the article's text as a string"),
        ({"text": ["x"]}, "'text' is a list; write the article's text as a string"),
        ({"text": ""}, "'text' is empty; put the article's text there, or leave the record out"),
        ({"text": " \n\t"}, "'text' is empty; put the article's text there, or leave the record out"),
        (
            {"text": "x", "source": {"name": "Averna Post"}},
            "'source' is an object; write it as text or a number, or leave it out",
        ),
        ({"text": "x", "id": False}, "'id' is true or false; write it as text or a number, or leave it out"),
    ],
)
def test_record_that_makes_no_document_is_an_error(record: dict[str, object], what: str) -> None:
    with pytest.raises(InputError) as caught:
        document_of(record, "a.jsonl:3")

    assert str(caught.value) == f"a.jsonl:3: {what}"


def test_error_shows_few_and_short_keys_on_one_line() -> None:
    with pytest.raises(InputError) as caught:
        document_of({f"{n}\n{'k' * 99}": 1 for n in range(99)}, "a:1")

    assert len(str(caught.value)) < 450
    assert "\n" not in str(caught.value)
