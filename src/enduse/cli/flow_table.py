"""Draws flows: each status with its three numbers, denials apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from enduse.service.flows import FlowView

from .printed import counted
from .table import NARROWEST, drawn
from .visible import visible


def flow_blocks(flows: Sequence[FlowView], width: int, colour: bool) -> Iterator[str]:
    """Draw flows one by one."""
    if not flows:
        yield "no flows: no event with a supplier or a recipient of arms\n"
    for view in flows:
        title = f"{view.supplier} → {view.recipient}: {view.weapon}, {view.flow.period}"
        lines: list[Text | Padding] = [Text(visible(title), "bold").append(f"  {view.flow.id}", "not bold dim")]
        for count in view.flow.counts:
            status = count.status.replace("_", " ")
            said = f"{'denied: ' if count.denied else ''}{status}".ljust(20)
            numbers = (
                f"{counted(count.documents, 'document')}, {counted(count.reports, 'independent report')}, "
                f"{counted(count.events, 'act')} told of"
            )
            lines.append(Padding(Text(f"{said} {numbers}"), (0, 0, 0, 2)))
        yield drawn(lines, max(width, NARROWEST), colour)
