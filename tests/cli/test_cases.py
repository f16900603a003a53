"""Cases are drawn with their likeness, controls, outcomes, and what was not reported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.fixtures.april import claim_of, keep_april

from enduse.cli.cases import case_blocks
from enduse.cli.planned import SHOWN
from enduse.service.precedents import precedents


def test_cases_are_drawn_one_by_one(tmp_path: Path) -> None:
    found = precedents(keep_april(str(tmp_path / "x.db")), claim_of("plan"))
    drawn = " ".join("".join(case_blocks(found, 120, False)).split())
    for part in (
        "supplier class: covert agency · recipient class: vetted or moderate groups",
        "2025-03-02 transfer by 1 independent report",
        "= supplier class: covert agency",
        "≠ recipient class: armed group",
        "control, return of used parts: “",
        "afterwards diverted, by 1 independent report (compatible in",
        "afterwards: no outcome reported within 1096 days, in this ledger; that is no success",
        "the plan's article tells it",
        "its own article calls to mind",
        "left out, later than the plan: ",
        "These are cases, not a rate. Outcomes: within 1096 days.",
    ):
        assert part in drawn, part


def test_many_claims_are_counted_and_none_says_so(tmp_path: Path) -> None:
    found = precedents(keep_april(str(tmp_path / "x.db"), "plan"), claim_of("plan"))
    case = found.cases[0]
    many = replace(case, claims=case.claims * (SHOWN + 2))
    assert "and 2 more" in "".join(case_blocks(replace(found, cases=(many,)), 100, False))
    assert "no precedents found in this ledger\n" in list(case_blocks(replace(found, cases=()), 100, False))
