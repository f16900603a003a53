"""Holds what was read against the words of the sentence: what a claim needs, and what is no denial."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Claim, ClaimType, Extraction, Role, Stance

FILLERS: Mapping[ClaimType, frozenset[Role]] = {
    ClaimType.TRANSFER: frozenset({Role.WEAPON, Role.RECIPIENT}),
    ClaimType.DIVERSION: frozenset({Role.WEAPON, Role.TO, Role.FROM}),
    ClaimType.INTERDICTION: frozenset({Role.WEAPON, Role.AGENT}),
    ClaimType.HOLDING: frozenset({Role.WEAPON, Role.HOLDER}),
}
"""For each type, roles of which one must be filled; of coded claims 2 % or fewer fill none of them."""

TRUCE = re.compile(
    r"truce|cease|hostilit|armistice|paus|lull|calm|halt|freez|moratorium|de-?escalat|fighting|violence|bomb",
    re.IGNORECASE,
)
"""A sentence with a coded ceasefire has one of these (97 %); without, it was mostly taken over from the one before."""


_NOT_FIRST = re.compile(
    r"(?:\b(?:not|hardly|never)|n['’]t)\s+(?:be(?:en)?\s+)?the\s+(?:first|last|only)\s+time\b", re.I
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|dismiss\w*|disput\w*|not|cannot|no|never|none|nor|neither"
    r"|nothing|false\w*|untrue|baseless|unfounded)\b|n['’]t\b",
    re.I,
)


def stance_mended(extraction: Extraction) -> Extraction:
    """Take a denial for a statement where all that is denied is that it was the first time: then it was done before.

    Of coded sentences with "not the first time" none is a denial.
    """
    claim = extraction.claim
    if claim.stance is not Stance.DENIED:
        return extraction
    rest = _NOT_FIRST.sub("", claim.sentence.text)
    if rest == claim.sentence.text or _DENIES.search(rest):
        return extraction
    return replace(extraction, claim=replace(claim, stance=Stance.STATED))


def is_met(claim: Claim) -> bool:
    """Tell whether a claim has what its type needs."""
    if claim.type is ClaimType.CEASEFIRE:
        return bool(TRUCE.search(claim.sentence.text))
    return not FILLERS[claim.type].isdisjoint(claim.roles)


def without_supposed(extractions: Sequence[Extraction]) -> list[Extraction]:
    """Leave out a ceasefire that the sentence speaks of only in another claim's condition ("if the truce fails")."""
    conditions = [
        (span.start, span.end)
        for extraction in extractions
        if extraction.claim.type is not ClaimType.CEASEFIRE
        for span in extraction.claim.roles.get(Role.CONDITION, ())
    ]
    return [extraction for extraction in extractions if not _is_supposed(extraction.claim, conditions)]


def _is_supposed(claim: Claim, conditions: Sequence[tuple[int, int]]) -> bool:
    if claim.type is not ClaimType.CEASEFIRE or not conditions:
        return False
    places = [claim.sentence.start + match.start() for match in TRUCE.finditer(claim.sentence.text)]
    return bool(places) and all(any(start <= at < end for start, end in conditions) for at in places)
