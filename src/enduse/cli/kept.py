"""Draws what a ledger gives back: claims with their documents, passages that were found, and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model import Claim, Extraction
from enduse.model.kept import Decision, Evidence, Hit, KeptClaim, KeptDocument
from enduse.model.record import Grading, Resolution
from enduse.model.review import Item

from .palette import legend
from .printed import counted
from .table import NARROWEST, block, drawn
from .visible import visible

CODED = frozenset({"actor", "weapon", "place"})
"""Schemes whose resolutions have a code where something was found; the others say it in their reason."""

CONTEXT = 200
"""Characters before and after a sentence that a person sees who decides about it."""


def claim_blocks(claims: Sequence[KeptClaim], width: int, colour: bool) -> Iterator[str]:
    """Draw claims one by one, each under the document that printed it."""
    width = max(width, NARROWEST)
    if not claims:
        yield "no claims\n"
        return
    yield drawn([legend(colour)], width, colour)
    for kept in claims:
        yield drawn([_headline(kept.documents), *_claim(kept, width, colour)], width, colour)


def hit_blocks(hits: Sequence[Hit], width: int, colour: bool) -> Iterator[str]:
    """Draw what was found: the document, and the passage in which the words stand."""
    if not hits:
        yield "nothing found\n"
    for hit in hits:
        lines: list[RenderableType] = [_headline(hit.documents)]
        lines.append(Padding(Text(f"“… {visible(hit.passage.text)} …”"), (0, 0, 0, 2)))
        lines.append(
            Padding(Text(counted(len(hit.claims), "claim") + ": " + " ".join(hit.claims[:5]), "dim"), (0, 0, 0, 2))
        )
        yield drawn(lines, max(width, NARROWEST), colour)


def evidence_blocks(evidence: Evidence, width: int, colour: bool) -> Iterator[str]:
    """Draw all that is known of a claim."""
    width, kept = max(width, NARROWEST), evidence.kept
    yield drawn([_headline(kept.documents), *_claim(kept, width, colour)], width, colour)
    context = Text.assemble(
        ("… " + visible(evidence.before), "dim"), (visible(kept.claim.sentence.text), "bold"),
        (visible(evidence.after) + " …", "dim"),
    )  # fmt: skip
    yield drawn([Text("in context", "bold"), Padding(context, (0, 0, 0, 2))], width, colour)
    for title, lines in _sections(evidence):
        if lines:
            yield drawn(
                [Text(title, "bold"), *(Padding(Text(visible(line)), (0, 0, 0, 2)) for line in lines)], width, colour
            )


def item_blocks(item: Item, width: int, colour: bool) -> str:
    """Draw a claim for a person to decide: in context; what others said only where somebody judges between them."""
    width, kept = max(width, NARROWEST), replace(item.kept, decision=Decision.OPEN)
    context = Text.assemble(
        ("… " + visible(item.before[-CONTEXT:]), "dim"), visible(kept.claim.sentence.text),
        (visible(item.after[:CONTEXT]) + " …", "dim"),
    )  # fmt: skip
    lines: list[RenderableType] = [
        _headline(kept.documents),
        *_claim(kept, width, colour),
        Padding(context, (0, 0, 0, 4)),
    ]
    lines += [Padding(Text(visible(line), "dim"), (0, 0, 0, 4)) for line in _names(kept)]
    if item.disputed:
        for number, judgement in enumerate(item.standing, 1):
            said = f"{number}  {judgement.verdict} by {judgement.by}" + f": {judgement.why}" * bool(judgement.why)
            lines.append(Padding(Text(visible(said), "bold"), (0, 0, 0, 4)))
            theirs = [claim for claim in item.corrections if claim.id == judgement.replacement]
            for claim in theirs:
                lines += block(Extraction(claim, 1.0, judgement.by), None, width, colour)
    return drawn(lines, width, colour)


def claim_block(claim: Claim, width: int, colour: bool) -> str:
    """Draw a claim by itself."""
    return drawn(block(Extraction(claim, 1.0, "by hand"), None, max(width, NARROWEST), colour), width, colour)


def _sections(evidence: Evidence) -> Iterator[tuple[str, list[str]]]:
    kept = evidence.kept
    yield (
        "printed by",
        [f"{_printed(document)}  {document.id}, added {document.added_at}" for document in kept.documents],
    )
    yield "read by", [f"{s.reader}, score {s.score:.3f}, added {s.added_at}" for s in kept.scores]
    yield "names", _names(kept)
    own = {document.id for document in kept.documents}
    yield "copies", [
        f"{copy.how} of {copy.earlier}: {copy.copy().why}" if copy.later in own
        else f"repeated by {copy.later} ({copy.how}): {copy.copy().why}"
        for copy in evidence.copies
    ]  # fmt: skip
    yield (
        "decided",
        [
            f"{j.verdict} by {j.by}, {j.at}" + f": {j.why}" * bool(j.why) + f" → {j.replacement}" * bool(j.replacement)
            for j in kept.judgements
        ],
    )
    yield "graded", [_grade(grading) for grading in kept.gradings] or ["F6, by default: nobody has graded this claim"]
    yield (
        "withdrawn",
        [
            f"{r.target} {'withdrawn' if r.withdrawn else 'brought back'} by {r.by}, {r.at}"
            + f": {r.why}" * bool(r.why)
            for r in evidence.retractions
        ],
    )


def _grade(grading: Grading) -> str:
    """Both letters, read apart: of the source, and of the information."""
    said = f"{grading.reliability}{grading.credibility} by {grading.by}, {grading.at}"
    return said + f": {grading.why}" * bool(grading.why)


def _names(kept: KeptClaim) -> list[str]:
    return [
        f"{r.role} “{kept.claim.roles[r.role][r.filler].text}” → {r.scheme}{_code(r)}: {r.why} ({r.resolver})"
        for r in kept.resolutions
        if r.role in kept.claim.roles and r.filler < len(kept.claim.roles[r.role])
    ]


def _code(resolution: Resolution) -> str:
    if resolution.code is None and resolution.scheme not in CODED:
        return ""
    return f" {resolution.code or 'not found'}"


def _claim(kept: KeptClaim, width: int, colour: bool) -> Iterable[RenderableType]:
    best = max(kept.scores, key=lambda score: score.added_at, default=None)
    extraction = Extraction(kept.claim, best.score if best else 1.0, best.reader if best else "by hand")
    yield from block(extraction, None, width, colour)
    if kept.decision is not Decision.OPEN:
        yield Padding(Text(f"{kept.decision} by {visible(kept.judgements[-1].by)}", "dim"), (0, 0, 0, 4))
    if kept.gradings:
        yield Padding(Text(f"graded {visible(_grade(kept.gradings[-1]))}", "dim"), (0, 0, 0, 4))


def _headline(documents: Sequence[KeptDocument]) -> Text:
    if not documents:
        return Text("no live document", "bold")
    text = Text(visible(documents[0].title or documents[0].name), "bold").append("  ")
    text.append(_printed(documents[0]), "not bold dim")
    if len(documents) > 1:
        text.append(f" and {counted(len(documents) - 1, 'exact copy', 'exact copies')}", "not bold dim")
    return text


def _printed(document: KeptDocument) -> str:
    return " · ".join(visible(part) for part in (document.publisher, document.published_on, document.name) if part)
