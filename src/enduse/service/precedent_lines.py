"""Writes the precedents of a plan as JSON Lines, and as a table of comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from enduse.model.precedent import Control, Precedent, Precedents

from .plan_lines import as_line

COLUMNS = (
    "plan", "day", "basis", "alike_in", "other_in", "not_told", "status", "stance", "quotes", "claims", "sources",
    "reports_low", "reports_high", "controls", "outcomes", "outcome_quotes", "no_outcome", "named_by_the_article",
)  # fmt: skip
"""The columns of the table, a case a row."""


def precedent_lines(found: Precedents) -> Iterator[str]:
    """The plan first, then one case a line, then the sentences by which its article names others."""
    yield as_line({
        "kind": "plan", **asdict(found.plan), "profile": dict(found.profile), "horizon": found.horizon,
        "left_out": found.left_out,
    })  # fmt: skip
    for case in found.cases:
        yield as_line({"kind": "case", "alike": case.alike, **asdict(case)})
    for named in found.named:
        yield as_line({"kind": "named", **asdict(named)})


def precedent_rows(found: Precedents) -> Iterator[str]:
    """A line of column names, then one case a line; several values of a cell stand with " | " between them."""
    yield _row(COLUMNS)
    for case in found.cases:
        yield _row(_cells(found, case))


def _cells(found: Precedents, case: Precedent) -> list[object]:
    how = {kind: [one.field for one in case.likeness if one.how == kind] for kind in ("alike", "other", "not told")}
    outcomes = [f"{outcome.kind}: {outcome.reports}" for outcome in case.outcomes]
    after = [told.quote for outcome in case.outcomes for told in outcome.by]
    return [
        found.plan.claim, case.day or "", case.basis, *map(_all, how.values()),
        _all(told.label for told in case.claims), _all(told.stance for told in case.claims),
        _all(told.quote for told in case.claims), _all(told.claim for told in case.claims),
        _all(told.chain or told.source for told in case.claims), case.reports.low, case.reports.high,
        _all(map(_control, case.controls)), _all(outcomes), _all(after),
        case.no_outcome or "", "yes" if case.named else "no",
    ]  # fmt: skip


def _control(control: Control) -> str:
    return f"{control.kind}{' (beside it)' if control.beside else ''}: {control.quote}"


def _all(values: Iterable[object]) -> str:
    return " | ".join(map(str, values))


def _row(cells: Iterable[object]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(cells)
    return row.getvalue()
