"""The colours and signs of the terminal: few, from its own sixteen colours, so that they follow its theme."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text

from enduse.model import Claim, Role, Stance, State, Status

COLOUR_OF: Mapping[Role, str] = {
    **dict.fromkeys((Role.SUPPLIER, Role.FROM, Role.AGENT, Role.HOLDER, Role.PARTY), "bold cyan"),
    **dict.fromkeys((Role.RECIPIENT, Role.TO, Role.TARGET), "bold bright_blue"),
    **dict.fromkeys((Role.WEAPON, Role.ORIGIN, Role.QUANTITY), "green"),
    **dict.fromkeys((Role.BROKER, Role.VIA), "cyan"),
    **dict.fromkeys((Role.PLACE, Role.TIME), "magenta"),
    Role.PURPOSE: "italic green",
    Role.CONDITION: "bold yellow",
    Role.CLAIMANT: "underline",
}

HAPPENED = frozenset({Status.OCCURRED, State.IN_FORCE, State.EXTENDED, State.VIOLATED})
ENDED = frozenset({Status.REFUSED, Status.HALTED, State.REJECTED, State.COLLAPSED})

DENIED, ALLEGED = "bold red reverse", "bold magenta"


def sign_of(claim: Claim) -> tuple[str, str]:
    """The sign before a claim and the colour of its status, which tell a deed from a plan and both from an end."""
    label = claim.status or claim.state
    if claim.stance is Stance.DENIED or label in ENDED:
        return "✕", "red"
    if label is State.VIOLATED:
        return "●", "bold red"
    return ("●", "bold green") if label in HAPPENED else ("○", "italic yellow")


def legend(colour: bool) -> Text:
    """What the signs and colours mean, in a line each."""
    text = Text.assemble(("● done or holding  ○ not, or not yet  ✕ refused, halted, over or denied", "dim"))
    if not colour:
        return text
    names = (
        Role.SUPPLIER,
        Role.RECIPIENT,
        Role.WEAPON,
        Role.VIA,
        Role.PLACE,
        Role.PURPOSE,
        Role.CONDITION,
        Role.CLAIMANT,
    )
    words = ("who gives or acts", "to whom", "arms", "way", "where and when", "purpose", "condition", "on whose word")
    for before, role, word in zip(("\n", *["  "] * 7), names, words, strict=True):
        text.append(before).append(word, COLOUR_OF[role])
    return text
