"""A JSON file holds one object, several, or a list of them."""

import io
import json

import pytest

from enduse.errors import InputError
from enduse.intake import json_file
from enduse.intake.stream import open_source
from enduse.model import Document


def read(text: str) -> list[str]:
    """Give each document's text, and each error as "where: what"."""
    items = json_file.documents_in(open_source(io.BytesIO(text.encode()).read, "a.json"))
    return [item.text if isinstance(item, Document) else str(item) for item in items]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([{"text": "a"}, {"text": "b"}]),
        json.dumps([{"text": "a"}, {"text": "b"}], indent=4),
        '{"text": "a"}{"text": "b"}',
        '\n{"text": "a"}\n\n{"text": "b"}\n',
    ],
)
def test_objects_are_read_one_by_one(text: str) -> None:
    assert read(text) == ["a", "b"]


def test_item_that_gives_no_document_is_an_error_with_its_line_and_number() -> None:
    assert read('[\n {"text": "a"},\n {"id": 1},\n 7,\n {"text": "b"}\n]') == [
        "a",
        "a.json:3: item 2: has no 'text' (the keys here are 'id'); put the article's text under 'text'",
        "a.json:4: item 3 is no object; each item is an object with a 'text'",
        "b",
    ]


def test_objects_before_a_damage_are_read() -> None:
    first, error = read('[{"text": "a"},\n{"text": oops}, {"text": "b"}]')

    assert first == "a"
    assert error.startswith("a.json:2: item 2 is not valid JSON at column 10 (expecting value) near ")
    assert error.endswith("; the rest of the file is not read")


@pytest.mark.parametrize("text", ['[{"text": "a"}', '[{"text": "a"},'])
def test_list_that_is_cut_off_is_an_error(text: str) -> None:
    assert read(text) == ["a", "a.json: ends inside a list; it seems to be cut off, get it again"]


def test_empty_list_is_an_error() -> None:
    assert read("[]") == ["a.json: is an empty list; each item is an object with a 'text'"]


def test_file_past_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "MAX_FILE", 1 << 20)

    (error,) = read(json.dumps([{"text": "a" * (1 << 20)}]))

    assert error.startswith("a.json: is larger than 1 MiB and was not read; ")


def test_nesting_past_the_stack_is_an_error() -> None:
    (error,) = read('{"text": ' + "[" * 100_000)

    assert error == "a.json:1: item 1 is JSON nested too deeply; the rest of the file is not read"


def test_error_is_an_input_error_that_is_listed() -> None:
    (error,) = json_file.documents_in(open_source(io.BytesIO(b"oops").read, "a.json"))

    assert isinstance(error, InputError)
    assert error.where == "a.json:1"
