"""Draws truces as lines of states for each source, and how long truces held as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model.truce import Silence, SourceLine, Truce, TruceDate

from .planned import told_line
from .table import NARROWEST, drawn
from .visible import visible

if TYPE_CHECKING:
    from enduse.service.truces import Held


def truce_blocks(truces: Sequence[Truce], width: int, colour: bool) -> Iterator[str]:
    """Draw truces one by one."""
    if not truces:
        yield "no ceasefire claims found in this ledger\n"
    for truce in truces:
        lines: list[RenderableType] = [
            Text(visible(truce.name), "bold"),
            Text(f"  {truce.why}; claims: {truce.reports.claims}, {truce.reports}", "dim"),
        ]
        for title, dates in (("declared", truce.declared), ("effective", truce.effective), ("ended", truce.ended)):
            lines.append(Padding(Text(f"{title}: {_dates(dates)}"), (0, 0, 0, 2)))
        lines += [Padding(Text(note, "dim"), (0, 0, 0, 2)) for note in truce.notes]
        for line in truce.lines:
            lines += _line(line)
        for overlap in truce.overlaps:
            said = f"{' and '.join(overlap.sources)} may mean one incident: {overlap.place}, about {overlap.day}"
            lines.append(Padding(Text(visible(said)), (0, 0, 0, 2)))
        yield drawn(lines, max(width, NARROWEST), colour)


def held_table(held: Held) -> Iterator[str]:
    """Draw the steps of the curve, the median, and what was left out."""
    ended = sum(not spell.censored for spell in held.spells)
    yield f"truces: {len(held.spells)}; end reported: {ended}; censored: {len(held.spells) - ended}\n"
    if held.steps:
        yield "  days  at risk  ended  censored  still held  std. error  95 % interval\n"
    for step in held.steps:
        interval = "-" if step.low is None or step.high is None else f"{step.low:.3f} to {step.high:.3f}"
        error = "-" if step.error is None else f"{step.error:.4f}"
        counts = f"{step.days:6}  {step.at_risk:7}  {step.ended:5}  {step.censored:8}"
        yield f"{counts}  {step.share:10.4f}  {error:>10}  {interval}\n"
    if held.steps:
        yield f"median: {'not reached' if held.median is None else f'{held.median} days'}\n"
    yield from (f"left out: {visible(said)}\n" for said in held.left_out)


def _dates(dates: Sequence[TruceDate]) -> str:
    said = []
    for told in dates:
        words = f": {visible(told.words)}" if told.basis == "worded" else ""
        said.append(f"{told.day} ({visible(told.source)}, {told.basis}{words})")
    return "; ".join(said) or "not found in these reports"


def _line(line: SourceLine) -> Iterator[RenderableType]:
    violations = f"  violations told: {line.violations}" if line.violations else ""
    yield Padding(Text.assemble((visible(line.source), "bold cyan"), violations), (0, 0, 0, 2))
    yield from (Padding(told_line(told), (0, 0, 0, 4)) for told in line.states)
    yield from (Padding(Text(said, "dim"), (0, 0, 0, 4)) for said in _silent(line.silences))


def _silent(silences: Iterable[Silence]) -> Iterator[str]:
    for silence in silences:
        until = f"until {silence.until}" if silence.until else "and since then"
        yield f"silent after {silence.since} {until}: {silence.days} days; nothing found is not that it held"
