"""Draws a claim's quote with its roles marked, by colour or by name."""

from __future__ import annotations

from rich.text import Text

from enduse.model import Claim
from enduse.service.marks import Opening, pieces_of_quote

from .palette import COLOUR_OF
from .visible import visible


def coloured_quote(claim: Claim) -> Text:
    """The quote, each piece in the colour of the innermost role that it stands in."""
    text, styles = Text("“"), [""]
    for piece in pieces_of_quote(claim):
        if isinstance(piece, str):
            text.append(visible(piece), styles[-1])
        elif isinstance(piece, Opening):
            styles.append(COLOUR_OF[piece.roles[0]])
        else:
            styles.pop()
    return text.append("”")


def labelled_quote(claim: Claim) -> Text:
    """The quote with each role span in brackets behind its name: "[supplier the agency] sent …"."""
    parts = []
    for piece in pieces_of_quote(claim):
        if isinstance(piece, str):
            parts.append(visible(piece))
        else:
            parts.append(f"[{', '.join(piece.roles)} " if isinstance(piece, Opening) else "]")
    return Text(f"“{''.join(parts)}”")
