"""Says in a line or two what a claim says: who, to whom, which arms, on what condition, on whose word."""

from __future__ import annotations

from rich.text import Text

from enduse.model import Claim, Extraction, ResolvedClaim, Role, Span, Stance

from .names import beside, credit
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


def facts(claim: Claim, resolved: ResolvedClaim | None = None) -> list[Text]:
    """What the roles say: one line that wraps, and one for the condition.

    resolved: what the fillers were looked up as, shown beside them; None where nothing was looked up.
    """
    return _Facts(claim, resolved).lines()


class _Facts:
    """The facts of one claim."""

    def __init__(self, claim: Claim, resolved: ResolvedClaim | None) -> None:
        self._claim = claim
        self._resolved = resolved

    def lines(self) -> list[Text]:
        parts = [*self._parties(), *self._arms(), *(self._labelled(role) for role in _LABELLED if self._spans(role))]
        if self._spans(Role.CLAIMANT):
            word = _WORD[self._claim.stance]
            parts.append(Text.assemble((f"{word} ", "dim"), self._fillers(Role.CLAIMANT)))
        if (passed_on := credit(self._resolved)) is not None:
            parts.append(Text.assemble(("credit ", "dim"), visible(passed_on)))
        lines = [Text(" · ").join(parts)] if parts else []
        if self._spans(Role.CONDITION):
            lines.append(Text.assemble(("IF: ", "bold yellow"), self._fillers(Role.CONDITION)))
        return lines

    def _parties(self) -> list[Text]:
        parts = [self._fillers(role) for role in (Role.AGENT, Role.HOLDER, Role.PARTY) if self._spans(role)]
        for giver, taker in _PASSES:
            if self._spans(giver) or self._spans(taker):
                parts.append(Text.assemble(self._fillers(giver), " → ", self._fillers(taker)))
        return parts

    def _arms(self) -> list[Text]:
        """Arms as "rifles ×1,500 (US-made)", and as "arms (large amounts, US-made)" where the quantity is no number."""
        quantities = self._spans(Role.QUANTITY)
        if not any(self._spans(role) for role in (Role.WEAPON, Role.QUANTITY, Role.ORIGIN)):
            return []
        text = self._fillers(Role.WEAPON) if self._spans(Role.WEAPON) else Text("arms", "dim")
        number = len(quantities) == 1 and quantities[0].text[0].isdigit()
        if number:
            text.append(" ×").append_text(self._fillers(Role.QUANTITY))
        asides = [
            role
            for role in (Role.QUANTITY, Role.ORIGIN)
            if self._spans(role) and not (number and role is Role.QUANTITY)
        ]
        if asides:
            text.append(" (").append_text(Text(", ").join(self._fillers(role) for role in asides)).append(")")
        return [text]

    def _labelled(self, role: Role) -> Text:
        return Text.assemble((f"{role} ", "dim"), self._fillers(role))

    def _spans(self, role: Role) -> tuple[Span, ...]:
        return self._claim.roles.get(role, ())

    def _fillers(self, role: Role) -> Text:
        """All fillers of a role, each with what it was looked up as; "?" where the sentence does not fill it."""
        spans = self._spans(role)
        if not spans:
            return Text("?", "dim")
        found = self._resolved.roles.get(role) if self._resolved else None
        return Text(", ").join(
            self._filler(role, span, beside(span, found[at] if found else None)) for at, span in enumerate(spans)
        )

    def _filler(self, role: Role, span: Span, shown: str | None) -> Text:
        text = Text(visible(span.text), COLOUR_OF[role])
        return text if shown is None else Text.assemble(text, (f" ‹{visible(shown)}›", "dim"))
