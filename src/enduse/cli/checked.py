"""Draws a checklist as plain text: flags, the Register, each criterion with its claims or its blank."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model.checklist import Checklist, Criterion, Entry
from enduse.model.custody import Said

from .printed import counted
from .table import NARROWEST, drawn
from .traced import said_lines
from .visible import visible

SHOWN = 8
"""Entries of a criterion that are drawn; the rest are counted."""


def checklist_blocks(found: Checklist, width: int, colour: bool) -> Iterator[str]:
    """Draw the transfer, what must be looked at, and the criteria; no number sums them up."""
    width = max(width, NARROWEST)
    lines: list[RenderableType] = [Text(f"diversion risk: checklist of {found.id}", "bold")]
    for said in found.said:
        lines.append(_in(2, _labels(said)))
        lines += said_lines(said, 4)
    for title, holders in (("supplier", found.supplier), ("recipient", found.recipient)):
        names = ", ".join(h.words + (f" ‹{h.name}›" if h.name and h.name != h.words else "") for h in holders)
        lines.append(_in(2, Text(f"{title}: {visible(names) or 'not told'}")))
    lines += [_in(2, Text(f"FLAG: {visible(flag)}", "bold red")) for flag in found.flags]
    lines += [_in(2, Text(visible(line))) for line in found.register]
    scope = f"{counted(found.read, 'claim')} in {counted(found.documents, 'document')}"
    lines.append(_in(2, Text(f"read for this: {scope}. A blank means that nothing was found in these, not that there "
                             "is no risk. There is no score, and no total.", "dim")))  # fmt: skip
    yield drawn(lines, width, colour)
    for number, criterion in enumerate(found.criteria, 1):
        yield drawn(list(_criterion(number, criterion)), width, colour)


def _criterion(number: int, criterion: Criterion) -> Iterator[RenderableType]:
    yield Text(f"{number}. {criterion.title}", "bold").append(f"  {criterion.source}", "not bold dim")
    for fact in criterion.facts:
        yield _in(2, Text(f"register: {visible(fact)}", "dim"))
    for entry in criterion.entries[:SHOWN]:
        yield from _entry(entry)
    if len(criterion.entries) > SHOWN:
        yield _in(2, Text(f"and {counted(len(criterion.entries) - SHOWN, 'act')} more; --format jsonl has all", "dim"))
    if criterion.blank:
        yield _in(2, Text(f"[blank] {visible(criterion.blank)}", "yellow"))
    if criterion.not_read:
        yield _in(2, Text(f"not read: {criterion.not_read}", "dim"))


def _entry(entry: Entry) -> Iterator[RenderableType]:
    for said in entry.said:
        yield _in(2, _labels(said))
        yield from said_lines(said, 4)
    found, denials = entry.backing, sum(said.told.stance == "denied" for said in entry.said)
    numbers = f"{counted(found.documents, 'document')}, {counted(found.reports, 'independent report')}"
    numbers = f"{numbers}, roots [{found.roots[0]}, {found.roots[1]}]" if found.documents else "nobody says so"
    yield _in(4, Text(numbers + (f"; {counted(denials, 'denial')}" if denials else ""), "dim"))
    if entry.note:
        yield _in(4, Text(visible(entry.note), "yellow"))


def _labels(said: Said) -> Text:
    """The status and stance of a claim; only what is stated as done has the sign of a deed."""
    told = said.told
    done = told.label == "occurred" and told.stance == "stated"
    stance = "" if told.stance == "stated" else f" {told.stance.upper()}"
    return Text(f"{'●' if done else '✕' if told.stance == 'denied' else '○'} {told.label.replace('_', ' ')}{stance}")


def _in(columns: int, text: Text) -> Padding:
    return Padding(text, (0, 0, 0, columns))
