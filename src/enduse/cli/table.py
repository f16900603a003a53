"""Shows readings on a terminal: a heading a document, a block a claim, the roles coloured in the quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model import Document, Extraction, Reading, ResolvedClaim

from .facts import badge, facts
from .palette import legend
from .quote import coloured_quote, labelled_quote
from .visible import visible

NARROWEST = 40


def pieces(readings: Iterable[Reading], *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """Draw each document that carries claims, as it comes; those without are counted at the end.

    width: columns. Without colour the roles are named in the quote: "[supplier the agency] sent …".
    """
    width = max(width, NARROWEST)
    told = silent = 0
    for reading in readings:
        if not reading.extractions:
            silent += 1
            continue
        if not told:
            yield drawn([legend(colour)], width, colour)
        told += 1
        blocks: list[RenderableType] = [_heading(reading.document, width)]
        for extraction in reading.extractions:
            blocks += block(extraction, reading.resolved.get(extraction.claim.id), width, colour)
        yield drawn(blocks, width, colour)
    if silent:
        yield drawn(
            [Text(f"{silent:,} {'documents' if silent > 1 else 'document'} without claims", "dim")], width, colour
        )


def _heading(document: Document, width: int) -> Text:
    details = " · ".join(visible(part) for part in (document.publisher, document.published_on, document.id) if part)
    if not document.title:
        return Text(details, "bold")
    title = Text(visible(document.title), "bold")
    apart = "  " if title.cell_len + cell_len(details) + 2 <= width else "\n"
    return title.append(apart).append(details, "not bold dim")


def block(extraction: Extraction, resolved: ResolvedClaim | None, width: int, colour: bool) -> list[RenderableType]:
    """Draw one claim: its badge, its facts, its quote."""
    quote = coloured_quote(extraction.claim) if colour else labelled_quote(extraction.claim)
    lines: list[RenderableType] = [Padding(badge(extraction, width=width - 2, colour=colour), (0, 0, 0, 2))]
    lines += [Padding(fact, (0, 0, 0, 4)) for fact in facts(extraction.claim, resolved)]
    return [*lines, Padding(quote, (0, 0, 0, 4))]


def drawn(blocks: Iterable[RenderableType], width: int, colour: bool) -> str:
    """Draw blocks as text, with an empty line behind."""
    into = StringIO()
    console = Console(
        file=into,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for block in blocks:
        console.print(block)
    console.print()
    return "\n".join(line.rstrip() for line in into.getvalue().split("\n"))
