"""Flows as JSON Lines and CSV have a line for each, with codes and names."""

from __future__ import annotations

import csv
import json

from enduse.model.flow import Flow, FlowCount
from enduse.service.flow_lines import COLUMNS, csv_lines, json_lines
from enduse.service.flows import FlowView

COUNTS = (FlowCount("occurred", False, 3, 2, 1), FlowCount("planned", True, 1, 1, 1))
VIEW = FlowView(Flow("no", None, "armour.tank", "2031", COUNTS, ("clm-1",)), "Norland", "not told", "tank, heavy")


def test_json_line_has_codes_names_and_each_status() -> None:
    (line,) = json_lines([VIEW])
    record = json.loads(line)
    assert (record["id"], record["supplier"], record["recipient"]) == (VIEW.flow.id, "no", None)
    assert (record["weapon_name"], record["claims"]) == ("tank, heavy", ["clm-1"])
    assert [(count["status"], count["denied"], count["documents"]) for count in record["counts"]] == [
        ("occurred", False, 3), ("planned", True, 1),
    ]  # fmt: skip


def test_csv_has_a_line_for_each_status() -> None:
    rows = list(csv.reader(csv_lines([VIEW])))
    assert tuple(rows[0]) == COLUMNS
    assert [dict(zip(COLUMNS, row, strict=True))["denied"] for row in rows[1:]] == ["no", "yes"]
    assert rows[1][-3:] == ["3", "2", "1"]
    assert rows[1][6] == "tank, heavy"
