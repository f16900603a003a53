"""Precedents are JSON Lines that say what each line is, or a table with a column for what was not reported."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.fixtures.april import claim_of, keep_april

from enduse.service.precedent_lines import COLUMNS, precedent_lines, precedent_rows
from enduse.service.precedents import precedents


def test_lines_and_rows_hold_the_cases_and_what_was_not_reported(tmp_path: Path) -> None:
    found = precedents(keep_april(str(tmp_path / "x.db")), claim_of("plan"))
    lines = [json.loads(line) for line in precedent_lines(found)]
    assert [line["kind"] for line in lines] == ["plan", "case", "case", "case", "named"]
    assert lines[0]["profile"]["recipient class"] == ["vetted or moderate groups"]
    assert {line["no_outcome"] is None for line in lines[1:4]} == {True, False}
    rows = list(csv.DictReader("".join(precedent_rows(found)).splitlines()))
    assert tuple(rows[0]) == COLUMNS
    by_claim = {row["claims"]: row for row in rows}
    past, other = by_claim[claim_of("past")], by_claim[claim_of("past other")]
    assert (past["outcomes"], past["no_outcome"]) == ("diverted: 1 independent report", "")
    assert other["no_outcome"].startswith("no outcome reported within 1096 days")
    assert past["alike_in"] == "supplier class | weapon class"
    assert by_claim[claim_of("plan", 1)]["named_by_the_article"] == "yes"
