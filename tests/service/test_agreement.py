"""Agreement is that of the textbooks, and tells how sure it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.model.record import Judgement, Verdict
from enduse.service.agreement import Agreement, agreement, first_two, kappa
from enduse.service.ledgers import open_ledger

AT = "2031-04-11T09:30:{:02}Z"


def said(by: str, second: int, verdict: Verdict = Verdict.ACCEPTED, replacement: str | None = None) -> Judgement:
    return Judgement("clm-1", verdict, by, AT.format(second), replacement=replacement)


def test_kappa_is_that_of_the_textbook() -> None:
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    found = kappa(pairs)
    assert found is not None
    assert found == pytest.approx((0.4, 0.1507, 0.6493), abs=5e-4)
    assert kappa([("y", "n")] * 5 + [("n", "y")] * 5) == pytest.approx((-1, -1, -1))
    assert kappa([("y", "y")] * 5 + [("n", "n")] * 5) == pytest.approx((1, 1, 1))


def test_kappa_of_one_verdict_throughout_is_not_defined() -> None:
    assert kappa([("y", "y")] * 9) is None
    assert kappa([]) is None


def test_first_judgement_of_the_first_two_counts() -> None:
    given = [said("ben", 1), said("ana", 2, Verdict.REJECTED), said("eva", 3), said("ana", 4)]
    assert first_two(given) == (given[0], given[1])


def test_agreement_of_a_ledger(tmp_path: Path) -> None:
    place = str(tmp_path / "x.db")
    assert agreement_of(place, []) == []
    given = [
        said("ben", 1, Verdict.CORRECTED, "clm-2"), said("ana", 2, Verdict.CORRECTED, "clm-2"),
        said("eva", 3, Verdict.REJECTED),
    ]  # fmt: skip
    assert agreement_of(place, given) == [Agreement("ana", "ben", 1, 1, None, None, None, 1, 1)]
    assert agreement_of(place, [])[0].line == (
        "ana and ben: 1 claims, 1 with the same verdict, κ not defined (one verdict throughout); "
        "1 corrected by both, 1 alike"
    )
    found = Agreement("ana", "ben", 50, 35, 0.4, 0.15, 0.65, 0, 0)
    assert found.line.endswith("35 with the same verdict, κ 0.40 (95 % from 0.15 to 0.65); 0 corrected by both")


def agreement_of(place: str, records: list[Judgement]) -> list[Agreement]:
    with open_ledger(place, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading("ceasefire agreed stated: Truce holds.")], "fake-1")
        writer.add(records)
    return agreement(place)
