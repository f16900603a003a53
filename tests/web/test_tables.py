"""Lines of JSON become one JSON document, and a table whose cells are found by paths."""

from __future__ import annotations

import csv
import json

from enduse.web.tables import Rows, as_csv, as_json, found

RECORD = {"id": "a", "roles": {"weapon": [{"text": "x, y"}, {"text": 'z"'}]}, "flag": True, "none": None, "n": 0}
LINES = [json.dumps(RECORD) + "\n", '{"id": "b\\ud800"}\n']


def test_json_holds_the_rows_and_their_number() -> None:
    assert json.loads("".join(as_json(Rows(2, LINES, 7)))) == {
        "count": 2, "after": 7, "rows": [RECORD, {"id": "b\ud800"}],
    }  # fmt: skip
    assert json.loads("".join(as_json(Rows(0, [])))) == {"count": 0, "after": None, "rows": []}


def test_cells_are_what_stands_at_their_path() -> None:
    columns = {"id": "id", "weapon": "roles.weapon.*.text", "flag": "flag", "none": "none", "n": "n", "other": "a.b.c"}
    rows = list(csv.reader("".join(as_csv(Rows(2, LINES), columns)).splitlines()))
    assert rows == [list(columns), ["a", '["x, y", "z\\""]', "true", "", "0", ""], ["b\ufffd", "", "", "", "", ""]]


def test_path_through_what_is_absent_finds_nothing() -> None:
    assert found({"roles": {}}, ["roles", "weapon", "*", "text"]) is None
    assert found({"roles": []}, ["roles", "*", "text"]) is None
