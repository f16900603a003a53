"""Says in a line or two what a claim says: who, to whom, which arms, on what condition, on whose word."""

from __future__ import annotations

from rich.text import Text

from enduse.model import Claim, Extraction, Role, Stance

from .palette import ALLEGED, COLOUR_OF, DENIED, sign_of
from .visible import visible

_LABELLED = (Role.TARGET, Role.BROKER, Role.VIA, Role.PLACE, Role.TIME, Role.PURPOSE)
_WORD = {Stance.STATED: "according to", Stance.ALLEGED: "alleged by", Stance.DENIED: "denied by"}
_PASSES = ((Role.SUPPLIER, Role.RECIPIENT), (Role.FROM, Role.TO))


def badge(extraction: Extraction, *, width: int, colour: bool) -> Text:
    """Whether the act is denied or alleged, its type, and how far it has got; score and id where there is room."""
    claim = extraction.claim
    sign, style = sign_of(claim)
    text = Text.assemble((sign, style), " ")
    if claim.stance is not Stance.STATED:
        word, denied = claim.stance.upper(), claim.stance is Stance.DENIED
        text.append(
            f"[{word}]" if not colour else f" {word} " if denied else word, DENIED if denied else ALLEGED
        ).append(" ")
    text.append(claim.type.upper(), "bold").append(" ").append(
        (claim.status or claim.state or "").replace("_", " "), style
    )
    if claim.mode is not None:
        text.append(f" ({claim.mode})", style)
    for detail in (f"  {extraction.score:.2f}", f"  {claim.id}"):
        if text.cell_len + len(detail) <= width:
            text.append(detail, "dim")
    return text


def facts(claim: Claim) -> list[Text]:
    """What the roles say: one line that wraps, and one for the condition."""
    parts = [*_parties(claim), *_arms(claim), *(_labelled(claim, role) for role in _LABELLED if claim.roles.get(role))]
    if claim.roles.get(Role.CLAIMANT):
        parts.append(Text.assemble((f"{_WORD[claim.stance]} ", "dim"), _fillers(claim, Role.CLAIMANT)))
    lines = [Text(" · ").join(parts)] if parts else []
    if claim.roles.get(Role.CONDITION):
        lines.append(Text.assemble(("IF: ", "bold yellow"), _fillers(claim, Role.CONDITION)))
    return lines


def _parties(claim: Claim) -> list[Text]:
    parts = [_fillers(claim, role) for role in (Role.AGENT, Role.HOLDER, Role.PARTY) if claim.roles.get(role)]
    for giver, taker in _PASSES:
        if claim.roles.get(giver) or claim.roles.get(taker):
            parts.append(Text.assemble(_fillers(claim, giver), " → ", _fillers(claim, taker)))
    return parts


def _arms(claim: Claim) -> list[Text]:
    """Arms as "rifles ×1,500 (US-made)", and as "arms (large amounts, US-made)" where the quantity is no number."""
    quantities = claim.roles.get(Role.QUANTITY, ())
    if not any(claim.roles.get(role) for role in (Role.WEAPON, Role.QUANTITY, Role.ORIGIN)):
        return []
    text = _fillers(claim, Role.WEAPON) if claim.roles.get(Role.WEAPON) else Text("arms", "dim")
    number = len(quantities) == 1 and quantities[0].text[0].isdigit()
    if number:
        text.append(" ×").append_text(_fillers(claim, Role.QUANTITY))
    asides = [
        role
        for role in (Role.QUANTITY, Role.ORIGIN)
        if claim.roles.get(role) and not (number and role is Role.QUANTITY)
    ]
    if asides:
        text.append(" (").append_text(Text(", ").join(_fillers(claim, role) for role in asides)).append(")")
    return [text]


def _labelled(claim: Claim, role: Role) -> Text:
    return Text.assemble((f"{role} ", "dim"), _fillers(claim, role))


def _fillers(claim: Claim, role: Role) -> Text:
    """All fillers of a role; "?" where the sentence does not fill it."""
    spans = claim.roles.get(role, ())
    if not spans:
        return Text("?", "dim")
    return Text(", ").join(Text(visible(span.text), COLOUR_OF[role]) for span in spans)
