"""Draws the precedents of a plan: case by case, with its likeness, its controls and what was reported afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model.precedent import Likeness, Precedent, Precedents

from .planned import SHOWN, told_line
from .table import NARROWEST, drawn
from .visible import visible

_SIGNS = {"alike": "=", "other": "≠", "not told": "?"}


def case_blocks(found: Precedents, width: int, colour: bool) -> Iterator[str]:
    """Draw the plan with its classes, then the cases, what its article names, and what was left out."""
    width = max(width, NARROWEST)
    classes = [f"{field}: {', '.join(told) or 'not told'}" for field, told in found.profile.items()]
    yield drawn([told_line(found.plan), _in(2, Text(visible(" · ".join(classes))))], width, colour)
    if not found.cases:
        yield "no precedents found in this ledger\n"
    for number, case in enumerate(found.cases, 1):
        yield drawn(list(_case(number, case)), width, colour)
    if found.named:
        lines: list[RenderableType] = [Text("its own article calls to mind", "bold")]
        for one in found.named:
            lines.append(_in(2, Text(visible(f"“{one.quote}”")).append(f"  {one.claim or 'no claim read'}", "dim")))
        yield drawn(lines, width, colour)
    yield from (f"left out, {visible(said)}\n" for said in found.left_out)
    yield f"These are cases, not a rate. Outcomes: within {found.horizon} days. No outcome reported is no success.\n"


def _case(number: int, case: Precedent) -> Iterator[RenderableType]:
    named = "; the plan's article tells it" if case.named else ""
    yield Text(f"{number}. {case.day or 'undated'}  {case.basis}  by {case.reports}{named}", "bold")
    yield _in(2, Text(visible("   ".join(map(_field, case.likeness)))))
    for told in case.claims[:SHOWN]:
        yield _in(2, told_line(told))
    yield from _more(len(case.claims), 2)
    for control in case.controls:
        where = ", told beside it and perhaps of something else" if control.beside else ""
        yield _in(2, Text.assemble((f"control, {control.kind}{where}: ", "bold"), visible(f"“{control.quote}”")))
    for outcome in case.outcomes:
        yield _in(2, Text(f"afterwards {outcome.kind}, by {outcome.reports} ({outcome.why})", "bold"))
        yield from (_in(4, told_line(told)) for told in outcome.by[:SHOWN])
        yield from _more(len(outcome.by), 4)
    if case.no_outcome:
        yield _in(2, Text(f"afterwards: {case.no_outcome}", "yellow"))


def _field(found: Likeness) -> str:
    """A field of the case, and how it stands to the plan's."""
    return f"{_SIGNS[found.how]} {found.field}: {', '.join(found.case) or 'not told'}"


def _more(claims: int, columns: int) -> Iterator[RenderableType]:
    if claims > SHOWN:
        yield _in(columns, Text(f"and {claims - SHOWN} more", "dim"))


def _in(columns: int, text: Text) -> Padding:
    return Padding(text, (0, 0, 0, columns))
