"""Draws events, their sources and contradictions: each claim with its own status, stance, condition and claimant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model import Role, Stance
from enduse.model.kept import KeptClaim
from enduse.model.sources import Change, Compared, Relay
from enduse.service.linking import ContradictionView, EventView

from .palette import sign_of
from .printed import counted
from .table import NARROWEST, drawn
from .visible import visible

QUOTE_CHARACTERS = 300
"""Characters of a sentence that are drawn."""

TIES_SHOWN = 8
"""Ties and notes that are drawn of one event; JSON has all."""


def event_blocks(events: Sequence[EventView], width: int, colour: bool) -> Iterator[str]:
    """Draw events one by one: three numbers, the claims, why they stand together."""
    if not events:
        yield "no events\n"
    for view in events:
        lines = [_head(view), *(line for kept in view.claims for line in claim_lines(kept, 2))]
        why = [f"{tie.left} + {tie.right}: {tie.why}" for tie in view.event.ties]
        lines += _listed("together, because", why) + _listed("left open", list(view.event.notes))
        yield drawn(lines, max(width, NARROWEST), colour)


def source_blocks(view: EventView, width: int, colour: bool) -> Iterator[str]:
    """Draw the tree of an event: its roots, under each the claims that rest on it, with what relays changed."""
    width, claims = max(width, NARROWEST), {kept.claim.id: kept for kept in view.claims}
    compared = {one.claim: one for one in view.sources.compared}
    relays = {relay.claim: relay for relay in view.sources.relays}
    yield drawn([_head(view)], width, colour)
    for root in view.sources.roots:
        lines: list[RenderableType] = [Text(visible(root.name), "bold")]
        for id_ in root.claims:
            lines += claim_lines(claims[id_], 2)
            if id_ in relays:
                lines += _relay(relays[id_])
            if id_ in compared:
                lines += _compared(compared[id_])
        yield drawn(lines, width, colour)
    if view.sources.denials:
        denials = [line for id_ in view.sources.denials for line in claim_lines(claims[id_], 2)]
        yield drawn([Text("who denies it", "bold"), *denials], width, colour)
    if view.sources.joined:
        yield drawn(_listed("these roots may be one", list(view.sources.joined)), width, colour)


def contradiction_blocks(found: Sequence[ContradictionView], width: int, colour: bool) -> Iterator[str]:
    """Draw contradictions one by one, both sides in full."""
    if not found:
        yield "no contradictions found among the claims of this ledger\n"
    for view in found:
        kind = Text(view.contradiction.kind.value.upper(), "bold").append(
            f"  {visible(view.contradiction.why)}", "not bold"
        )
        lines: list[RenderableType] = [kind]
        for name, side in (("one side", view.left), ("the other", view.right)):
            lines.append(Padding(Text(name, "dim"), (0, 0, 0, 2)))
            lines += [line for kept in side for line in claim_lines(kept, 4)]
        yield drawn(lines, max(width, NARROWEST), colour)


def claim_lines(kept: KeptClaim, indent: int) -> list[RenderableType]:
    """A claim in a group: its sign and labels, who printed and who says it, its condition, its sentence."""
    claim = kept.claim
    sign, style = sign_of(claim)
    printed = kept.documents[0] if kept.documents else None
    head = Text.assemble((sign, style), f" {claim.status or claim.state} {claim.stance}")
    if printed:
        head.append("  " + " · ".join(visible(p) for p in (printed.publisher, printed.published_on) if p), "dim")
    head.append(f"  {claim.id}", "dim")
    for role, words in ((Role.CLAIMANT, "says"), (Role.CONDITION, "condition")):
        if spans := claim.roles.get(role):
            head.append(f"\n  {words}: {visible(', '.join(span.text for span in spans))}")
    if kept.gradings:
        grading = kept.gradings[-1]
        head.append(f"\n  graded: {grading.reliability}{grading.credibility} by {visible(grading.by)}")
    sentence = claim.sentence.text
    quote = sentence if len(sentence) <= QUOTE_CHARACTERS else sentence[:QUOTE_CHARACTERS] + "…"
    return [Padding(head, (0, 0, 0, indent)), Padding(Text(f"“{visible(quote)}”", "italic"), (0, 0, 0, indent + 2))]


def _head(view: EventView) -> Text:
    found = view.sources
    numbers = (
        f"{counted(found.documents, 'document')}, {counted(found.reports, 'independent report')}, "
        f"roots [{found.minimum}, {found.maximum}]"
    )
    if found.denials:
        numbers += f", {counted(len(found.denials), 'denial')}"
    if not found.documents:
        documents = {document.id for kept in view.claims for document in kept.documents}
        numbers = f"only denied, in {counted(len(documents), 'document')}; nobody says that it is so"
    text = Text(f"{view.event.type.value.upper()} {_told(view)}", "bold").append(f"  {numbers}", "not bold")
    return text.append(f"  {view.event.id}", "not bold dim")


def _told(view: EventView) -> str:
    """What its claims say of the act, each label once: a plan is never headed as an act."""
    labels = []
    for kept in view.claims:
        claim = kept.claim
        stance = "" if claim.stance is Stance.STATED else f" {claim.stance}"
        labels.append(f"{str(claim.status or claim.state).replace('_', ' ')}{stance}")
    return " / ".join(dict.fromkeys(labels))


def _relay(relay: Relay) -> list[RenderableType]:
    sure = relay.how in ("credit", "copy")
    lines = [f"{'from' if sure else 'perhaps from'} {relay.name}: {relay.why}"]
    lines += [_change(change) for change in relay.changes]
    if relay.of is None:
        lines.append("its text is not in this event; what was changed cannot be told")
    return [Padding(Text(visible(line), "yellow"), (0, 0, 0, 6)) for line in lines]


def _compared(compared: Compared) -> list[RenderableType]:
    lines = [f"not known to repeat the earliest, {compared.of}; beside it"]
    lines += [_change(change) for change in compared.changes]
    return [Padding(Text(visible(line), "yellow"), (0, 0, 0, 6)) for line in lines]


def _change(change: Change) -> str:
    after = f" → {change.after}" if change.after else ""
    return f"changed: {change.kind.replace('_', ' ')}: {change.before}{after}"


def _listed(title: str, lines: Sequence[str]) -> list[RenderableType]:
    if not lines:
        return []
    shown = [*lines[:TIES_SHOWN], *([f"and {len(lines) - TIES_SHOWN} more"] if len(lines) > TIES_SHOWN else [])]
    return [
        Padding(Text(title, "dim"), (0, 0, 0, 2)),
        *(Padding(Text(visible(line), "dim"), (0, 0, 0, 4)) for line in shown),
    ]
