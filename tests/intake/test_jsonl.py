"""JSON Lines: a document a line, an error for each line that gives none."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.errors import InputError
from enduse.intake.jsonl import documents_in
from enduse.intake.stream import open_source
from enduse.model import Document


def read(data: bytes) -> list[Document | InputError]:
    return list(documents_in(open_source(io.BytesIO(data).read, "a.jsonl")))


ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from('🚀👩‍🚒 \u0301\u0323\u202bسلام\u202cשלום\r\n\0\x1c\x85\u2028\ufeff\ufffd\\"{}'),
    ),
    min_size=1,
).filter(lambda text: not text.isspace())


@given(texts=st.lists(ANY_TEXT, min_size=1, max_size=4), escaped=st.booleans(), end=st.sampled_from(["\n", "\r\n"]))
def test_any_text_is_read_back_as_it_was_written(texts: list[str], escaped: bool, end: str) -> None:
    lines = end.join(json.dumps({"text": text, "desk": "foreign " * 40}, ensure_ascii=escaped) for text in texts)
    joined = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts]
    if not escaped:
        lines = lines.encode("utf-8", "replace").decode()

    found = [item.text for item in read(lines.encode()) if isinstance(item, Document)]

    for text, back, want in zip(texts, found, joined, strict=True):
        same = [a == b or "\ud800" <= a <= "\udfff" for a, b in zip(text, back, strict=False)]
        assert (back == want) if escaped else (len(back) == len(text) and all(same))
        back.encode()


@given(st.binary(min_size=1, max_size=300))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    try:
        found = read(data + b'\n{"text": "after"}\n')
    except InputError:
        return
    assert found


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)))
def test_no_json_value_breaks_the_reading(value: object) -> None:
    keys = ("id", "title", "text", "date", "source", "url")
    found = read("\n".join(json.dumps({"text": "x", key: value}) for key in keys).encode())

    assert len(found) == len(keys)


def test_blank_lines_and_a_byte_order_mark_are_passed_over_and_lines_counted() -> None:
    found = read(b'\xef\xbb\xbf\n  \r\n{"id": 1, "text": "x"}\n\n{"id": 2}\n')

    assert isinstance(found[0], Document)
    assert str(found[1]).startswith("a.jsonl:5: has no 'text'")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"text": "x",}', "is not valid JSON at column 1"),
        ('{"text": "x', 'is not valid JSON at column 10 (unterminated string starting at) near \'{"text": "x\'; '),
        (
            "Norland",
            "is not valid JSON at column 1 (expecting value) near 'Norland'; each line holds one object, such as ",
        ),
        ('["x"]', 'is a list, not an object; each line holds one object, such as {"id": "a1", "text": "…"}'),
        ('"x"', "is a string, not an object; "),
        ("null", "is null, not an object; "),
        ("12", "is a number, not an object; "),
        ("true", "is true or false, not an object; "),
        ('{"text": ' + "[" * 100_000, "is JSON nested too deeply; "),
        ('{"text": "x", "id": ' + "1" * 5000 + "}", "is not valid JSON (exceeds the limit (4300 digits)"),
        ('{"text": "x"} {"text": "y"}', "is not valid JSON at column 15 (extra data) near "),
    ],
)
def test_line_that_is_no_object_is_an_error_with_its_number(line: str, what: str) -> None:
    first, error, last = read(f'{{"text": "a"}}\n{line}\n{{"text": "b"}}\n'.encode())

    assert str(error).startswith(f"a.jsonl:2: {what}")
    assert isinstance(first, Document)
    assert isinstance(last, Document)


def test_file_of_blank_lines_is_empty() -> None:
    (error,) = read(b"\n \n")

    assert str(error).startswith("a.jsonl: is empty: it has blank lines only; ")


def test_lone_surrogates_are_replaced_in_every_field() -> None:
    (document,) = read(rb'{"id": "\ud800", "title": "a\udc00", "text": "x\ud83dy\ud83d\ude80", "source": "\ud800"}')

    assert isinstance(document, Document)
    assert (document.id, document.title, document.text) == ("\ufffd", "a\ufffd", "x\ufffdy🚀")
    assert document.publisher == "\ufffd"
