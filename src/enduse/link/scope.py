"""Reads of kept claims what linking compares: their days, their sources, the actors and countries that they name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from ..model.claim import Claim, Role
from ..model.joined import Joined
from ..model.kept import KeptClaim
from ..model.plan import Reports, Told
from ..model.record import Resolution
from ..model.referent import Level
from .days import day
from .fact import published_on
from .source import folded as plainly_folded
from .source import is_unsaid

LandsOf = Callable[[str, str], frozenset[str]]
"""The countries of a code, by scheme and code."""

day_of = published_on
"""The first day on which a document of the claim was published; None where none has a date."""


def act_days(kept: KeptClaim) -> tuple[date | None, date | None]:
    """From when to when the sentence puts the act; None on a side that is not told."""
    for found in kept.resolutions:
        if found.role is Role.TIME and found.scheme == "period":
            detail = json.loads(found.detail)
            return day(detail.get("start")), day(detail.get("end"))
    return None, None


def spoken(kept: KeptClaim, role: Role) -> tuple[str, ...]:
    """The words of a role."""
    return tuple(span.text for span in kept.claim.roles.get(role, ()))


def actors(kept: KeptClaim, roles: Iterable[Role], *, umbrellas: bool = True) -> frozenset[str]:
    """What these roles name: codes where they were found, words where they were not and are no bare description.

    umbrellas: also words for many ("rebels"); otherwise only with their country ("Syrian rebels").
    """
    found = set()
    for role in roles:
        for filler, words in enumerate(spoken(kept, role)):
            resolution = _resolution(kept.resolutions, role, filler)
            if resolution is not None and resolution.code is not None:
                if umbrellas or resolution.level != Level.CLASS_ACTOR or "-" in resolution.code:
                    found.add(resolution.code)
            elif not is_unsaid(words):
                found.add(folded(words))
    return frozenset(found)


def names(kept: KeptClaim, roles: Iterable[Role]) -> frozenset[str]:
    """The words of these roles, and the register's names of what they stand for, folded; no bare descriptions."""
    found = set()
    for role in roles:
        for filler, words in enumerate(spoken(kept, role)):
            resolution = _resolution(kept.resolutions, role, filler)
            if resolution is not None and (name := json.loads(resolution.detail).get("name")):
                found.add(folded(name))
            if not is_unsaid(words):
                found.add(folded(words))
    return frozenset(found)


def lands(kept: KeptClaim, roles: Iterable[Role], lands_of: LandsOf, *, worded: bool = True) -> frozenset[str]:
    """The countries of what these roles name; if worded, the words themselves where a place was not found."""
    found: set[str] = set()
    for role in roles:
        for filler, words in enumerate(spoken(kept, role)):
            resolution = _resolution(kept.resolutions, role, filler)
            if resolution is not None and resolution.code is not None:
                found |= lands_of(resolution.scheme, resolution.code)
            elif worded and role is Role.PLACE and not is_unsaid(words):
                found.add(folded(words))
    return frozenset(found)


def source_of(kept: KeptClaim) -> str:
    """Who says it: the claimant's name in the register, otherwise his words; the outlet where there is no claimant."""
    said = spoken(kept, Role.CLAIMANT)
    if not said:
        return outlet_of(kept)
    found = _resolution(kept.resolutions, Role.CLAIMANT, 0)
    return str(json.loads(found.detail).get("name") or said[0]) if found is not None else said[0]


def outlet_of(kept: KeptClaim) -> str:
    """The outlet of the first document; its name where no outlet is known."""
    first = kept.documents[0] if kept.documents else None
    return (first.publisher or first.name) if first else "no live document"


def told(kept: KeptClaim) -> Told:
    """The claim as it is shown."""
    claim = kept.claim
    chain = next((found.why for found in kept.resolutions if found.scheme == "chain"), "")
    return Told(
        claim.id, day_of(kept), label(claim), claim.stance.value, claim.sentence.text, source_of(kept), outlet_of(kept),
        chain,
    )  # fmt: skip


def label(claim: Claim) -> str:
    """The status or state in one word."""
    return str(claim.status or claim.state)


def independent(claims: Sequence[KeptClaim], report_of: Mapping[str, str]) -> Reports:
    """Count who stands behind claims: never more than documents folded by copies, never fewer than kinds of sources.

    For the lower bound, reports of one outlet are one, and so are those that give the same claimant, by code or words;
    unnamed sources of one class are one.
    """
    live = [kept for kept in claims if kept.documents]
    sources: Joined[str] = Joined()
    reports = {_report(kept, report_of) for kept in live}
    for kept in live:
        for other in (f"outlet {folded(outlet_of(kept))}", *_origins(kept)):
            sources.join(f"report {_report(kept, report_of)}", other)
    low = len({sources.name(f"report {report}") for report in reports})
    documents = {document.id for kept in live for document in kept.documents}
    return Reports(len(live), len(documents), low, len(reports))


def folded(words: str) -> str:
    """Words for comparing, without the article before them."""
    return plainly_folded(words).removeprefix("the ")


def _report(kept: KeptClaim, report_of: Mapping[str, str]) -> str:
    return report_of.get(kept.claim.document_sha256, kept.claim.document_sha256)


def _origins(kept: KeptClaim) -> Iterable[str]:
    for filler, words in enumerate(spoken(kept, Role.CLAIMANT)):
        kind = next((r.level for r in kept.resolutions if r.scheme == "claimant" and r.filler == filler), None)
        found = _resolution(kept.resolutions, Role.CLAIMANT, filler)
        if kind is not None and kind.startswith("unnamed"):
            yield f"class {kind}"
        else:
            yield f"origin {found.code if found is not None and found.code else folded(words)}"


def _resolution(resolutions: Iterable[Resolution], role: Role, filler: int) -> Resolution | None:
    for found in resolutions:
        if found.role is role and found.filler == filler and found.scheme in {"actor", "place", "weapon"}:
            return found
    return None
