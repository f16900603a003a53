"""HTML for notebooks: readings with the roles marked in their quotes; everything escaped, no script, no link out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from enduse.errors import InputError
from enduse.model import Claim, Extraction, Reading, Role, Stance

from .marks import Opening, pieces_of_quote

SHOWN = 20
"""How many documents are shown before the rest are only counted."""

_COLOURS = {
    "#cfe8ff": (Role.SUPPLIER, Role.AGENT, Role.HOLDER, Role.PARTY, Role.FROM),
    "#e3d7ff": (Role.RECIPIENT, Role.TO, Role.TARGET, Role.BROKER, Role.VIA),
    "#d5f2d2": (Role.WEAPON, Role.QUANTITY, Role.ORIGIN, Role.PURPOSE),
    "#e8e8e8": (Role.PLACE, Role.TIME, Role.CLAIMANT),
    "#ffe08a": (Role.CONDITION,),
}
_COLOUR_OF = {role: colour for colour, roles in _COLOURS.items() for role in roles}
_BADGE = "padding:0 .4em;border-radius:.2em;font-weight:bold;"


def fragment(readings: Sequence[Reading], failed: Sequence[InputError] = ()) -> str:
    """Show the first SHOWN documents, and say how many there are and which inputs failed."""
    claims = sum(len(reading.extractions) for reading in readings)
    head = f"<p><b>{len(readings):,}</b> documents, <b>{claims:,}</b> claims, {len(failed):,} inputs failed</p>"
    shown = "".join(map(document, readings[:SHOWN]))
    rest = len(readings) - SHOWN
    more = f"<p><i>… and {rest:,} more documents, {len(readings):,} in all</i></p>" if rest > 0 else ""
    return f"<div>{head}{_failed(failed)}{shown}{more}</div>"


def document(reading: Reading) -> str:
    """Show one document: its heading, then each claim with its quote."""
    about = reading.document
    details = [part for part in (about.publisher, about.published_on, about.id) if part]
    heading = f"<b>{escape(about.title or about.id)}</b> <small>{escape(' · '.join(details))}</small>"
    claims = "".join(_claim(extraction) for extraction in reading.extractions)
    return f'<div style="margin:.8em 0"><div>{heading}</div>{claims or "<small>no claims</small>"}</div>'


def _claim(extraction: Extraction) -> str:
    claim = extraction.claim
    label = " ".join(filter(None, (claim.type.upper(), claim.status or claim.state, claim.mode and f"({claim.mode})")))
    score = f"<small>score {extraction.score:.2f} · {escape(extraction.reader)} · {claim.id}</small>"
    return (
        f'<div style="margin:.3em 0 .3em 1em"><b>{escape(label)}</b> {_stance(claim)} {score}'
        f'<blockquote style="margin:.2em 0 .2em 1em">{_quote(claim)}</blockquote></div>'
    )


def _stance(claim: Claim) -> str:
    if claim.stance is Stance.STATED:
        return ""
    colours = "background:#b00020;color:#fff" if claim.stance is Stance.DENIED else "background:#7a4b00;color:#fff"
    return f'<span style="{_BADGE}{colours}">{claim.stance.upper()}</span>'


def _quote(claim: Claim) -> str:
    """The quote, each role span coloured and followed by its name in small, so that colour is not needed to read it."""
    parts = []
    for piece in pieces_of_quote(claim):
        if isinstance(piece, str):
            parts.append(escape(piece))
        elif isinstance(piece, Opening):
            parts.append(
                f'<mark style="background:{_COLOUR_OF[piece.roles[0]]};color:#111" title="{_names(piece.roles)}">'
            )
        else:
            parts.append(f'<sub style="opacity:.7"> {_names(piece.roles)}</sub></mark>')
    return "".join(parts)


def _names(roles: Iterable[Role]) -> str:
    return ", ".join(roles)


def _failed(failed: Sequence[InputError]) -> str:
    if not failed:
        return ""
    rows = "".join(f"<li>{escape(str(error))}</li>" for error in failed[:SHOWN])
    return f"<details><summary>inputs that failed</summary><ul>{rows}</ul></details>"
