"""Flows are drawn with each status by itself, and never summed."""

from __future__ import annotations

from tests.service.test_flow_lines import VIEW

from enduse.cli.flow_table import flow_blocks


def test_statuses_stand_apart_with_three_numbers() -> None:
    (drawn,) = flow_blocks([VIEW], 110, False)
    assert "Norland → not told: tank, heavy, 2031" in drawn
    assert "occurred             3 documents, 2 independent reports, 1 act told of" in drawn
    assert "denied: planned      1 document, 1 independent report, 1 act told of" in drawn


def test_no_flows_are_said() -> None:
    assert list(flow_blocks([], 110, False)) == ["no flows: no event with a supplier or a recipient of arms\n"]
