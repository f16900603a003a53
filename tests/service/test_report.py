"""The report says in one line what came in, what came out and what was left out."""

from __future__ import annotations

from collections import Counter

from enduse.model import ClaimType
from enduse.service.report import FAILED, IDS_KEPT, RunReport


def test_summary_counts_claims_by_type_and_left_out_by_reason() -> None:
    report = RunReport(documents=1200, claims=Counter({ClaimType.CEASEFIRE: 1, ClaimType.TRANSFER: 2}), seconds=3.21)
    report.leave_out(FAILED, "x.jsonl:3")
    report.leave_out("of another type", "clm-1")
    assert report.summary() == (
        "1,200 documents, 3 claims (2 transfer, 1 ceasefire), 2 left out (1 input failed, 1 of another type) in 3.2 s"
    )


def test_summary_of_nothing_is_short() -> None:
    assert RunReport().summary() == "0 documents, 0 claims, 0 left out in 0.0 s"


def test_left_out_goes_on_counting_when_it_stops_keeping_ids() -> None:
    report = RunReport()
    for n in range(IDS_KEPT + 50):
        report.leave_out("of another type", f"clm-{n}")
    entry = report.left_out["of another type"]
    assert (entry.count, len(entry.where)) == (IDS_KEPT + 50, IDS_KEPT)
