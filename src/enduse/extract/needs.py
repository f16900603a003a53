"""What the sentence must say for a claim to be one, by the codebook: fillers without which, and words of a truce."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model import Claim, ClaimType, Extraction, Role

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
"""A sentence with a coded ceasefire, or the one before it, has one of these (97 %)."""


def is_met(claim: Claim, before: str) -> bool:
    """Tell whether a claim has what its type needs. before: the sentence before it, empty if there is none."""
    if claim.type is ClaimType.CEASEFIRE:
        return bool(TRUCE.search(claim.sentence.text) or TRUCE.search(before))
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
