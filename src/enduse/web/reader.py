"""Cuts an article at its claims: which words stand in no claim, in a claim's sentence, and in which roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from enduse.model import Role
from enduse.model.kept import KeptClaim
from enduse.service.marks import Closing, Opening, pieces_of_quote

from .offsets import to_utf16

Piece = str | Opening | Closing


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim with its number on the page, and where its sentence stands in the text of the page, in UTF-16 units."""

    number: int
    kept: KeptClaim
    start: int
    end: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that no claim's sentence holds (no claims), or the sentence of claims with the roles of one marked.

    shown: the number of the claim whose roles are marked.
    """

    pieces: tuple[Piece, ...]
    claims: tuple[Numbered, ...] = ()
    shown: int = 0


def stretches(text: str, claims: Sequence[KeptClaim], chosen: str | None = None) -> list[Stretch]:
    """The article from its start to its end; the words of all pieces, joined, are the text.

    Of several claims in one sentence the roles of one are marked: the first, or the one whose id is chosen.
    """
    found: list[Stretch] = []
    at, number = 0, 1
    for group in _groups(claims):
        start, end = group[0].claim.sentence.start, max(kept.claim.sentence.end for kept in group)
        if at < start:
            found.append(Stretch((text[at:start],)))
        shown = next((kept for kept in group if kept.claim.id == chosen), group[0])
        numbered = tuple(_numbered(text, group, number, shown))
        which = next(one.number for one in numbered if one.shown)
        found.append(Stretch(tuple(_pieces(text, start, end, shown)), numbered, which))
        at, number = end, number + len(group)
    if at < len(text):
        found.append(Stretch((text[at:],)))
    return found


def numbered_claims(found: Iterable[Stretch]) -> list[Numbered]:
    """The claims of an article in order."""
    return [claim for stretch in found for claim in stretch.claims]


def names_of(kept: KeptClaim) -> Mapping[tuple[Role, int], list[tuple[str, str, str]]]:
    """What each filler was looked up as: (scheme, what was found, why); what was not found says so."""
    import json

    names: dict[tuple[Role, int], list[tuple[str, str, str]]] = {}
    for found in kept.resolutions:
        detail = json.loads(found.detail)
        if found.scheme == "chain":
            continue
        shown = detail.get("name") or found.code or (found.level if found.scheme == "claimant" else None)
        if found.scheme in {"actor", "weapon", "place"} and found.code is None:
            shown = "not found" if not detail.get("candidates") else f"one of {len(detail['candidates'])}"
            shown = f"{len(detail['candidates'])} named" if detail.get("several") else shown
        names.setdefault((found.role, found.filler), []).append((found.scheme, shown or "", found.why))
    return names


def _groups(claims: Sequence[KeptClaim]) -> Iterator[list[KeptClaim]]:
    """Claims whose sentences overlap stand together."""
    group: list[KeptClaim] = []
    end = 0
    for kept in sorted(claims, key=lambda kept: (kept.claim.sentence.start, kept.row)):
        if group and kept.claim.sentence.start >= end:
            yield group
            group = []
        group.append(kept)
        end = max(end, kept.claim.sentence.end) if len(group) > 1 else kept.claim.sentence.end
    if group:
        yield group


def _numbered(text: str, group: Sequence[KeptClaim], first: int, shown: KeptClaim) -> Iterator[Numbered]:
    for number, kept in enumerate(group, first):
        start, end = to_utf16(text, (kept.claim.sentence.start, kept.claim.sentence.end))
        yield Numbered(number, kept, start, end, kept is shown)


def _pieces(text: str, start: int, end: int, shown: KeptClaim) -> Iterator[Piece]:
    sentence = shown.claim.sentence
    if start < sentence.start:
        yield text[start : sentence.start]
    yield from pieces_of_quote(shown.claim)
    if sentence.end < end:
        yield text[sentence.end : end]
