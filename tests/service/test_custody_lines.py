"""Custody is written as JSON Lines and CSV, each claim with its own words."""

from __future__ import annotations

import csv
import io
import json

from tests.link.custodies import CASE, DELIVERY, DENIAL, PLAN, custody

from enduse.model.custody import NOTICE
from enduse.service.custody_lines import COLUMNS, custody_csv, custody_lines, custody_record

FOUND = custody(*CASE, DENIAL)


def test_lines_say_of_which_kind_they_are() -> None:
    lines = [json.loads(line) for line in custody_lines(FOUND)]
    kinds = [line["record"] for line in lines]
    assert kinds[0] == "custody"
    assert lines[0]["notice"] == NOTICE
    assert {"link", "chain", "point", "compatible", "apart"} == set(kinds[1:])
    link = next(line for line in lines if line["record"] == "link" and line["contested"])
    assert link["said"][0]["quote"] == DELIVERY.claim.sentence.text
    assert link["said"][0]["documents"][0]["publisher"] == "Averna Herald"
    assert link["denied"][0]["stance"] == "denied"
    assert link["start"] == "2031-04-01"
    apart = next(line for line in lines if line["record"] == "apart")
    assert (apart["claim"], apart["roles"]["condition"]) == (PLAN.claim.id, ["the truce fails"])


def test_the_record_holds_all_of_it() -> None:
    record = custody_record(FOUND)
    assert len(record["links"]) == len(FOUND.links)
    assert record["chains"][0]["joints"][0]["identity"] == "serial"


def test_csv_has_a_row_for_each_claim_of_a_link_and_none_for_a_plan() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(custody_csv(FOUND)))))
    assert tuple(rows[0]) == COLUMNS
    assert {row["says"] for row in rows} == {"done", "denied"}
    assert PLAN.claim.id not in {row["claim"] for row in rows}
    first = next(row for row in rows if row["claim"] == DELIVERY.claim.id)
    assert (first["chain"], first["place_in_chain"], first["before_code"], first["after_code"]) == (
        "1", "1", "no", "red_brigade",
    )  # fmt: skip
    assert (first["weapon_code"], first["unroca"], first["roots_min"]) == ("fn6", "VIIb", "1")
