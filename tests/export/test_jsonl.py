"""JSON Lines has a line for every document."""

from __future__ import annotations

import json

from tests.service.fakes import reading

from enduse.export.jsonl import lines


def test_document_without_claims_is_a_line_with_none() -> None:
    (line,) = lines([reading()])
    assert line.endswith("\n")
    assert json.loads(line)["claims"] == []


def test_line_is_given_before_the_next_reading_is_taken() -> None:
    stream = lines(iter([reading(doc="a"), reading(doc="b")]))
    assert json.loads(next(stream))["doc"] == "a"
