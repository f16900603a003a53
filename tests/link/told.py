"""Invented claims as a ledger keeps them, made of one line each."""

from __future__ import annotations

from dataclasses import replace

from tests.service.fakes import reading

from enduse.model import Role
from enduse.model.kept import Decision, KeptClaim, KeptDocument, Score
from enduse.model.record import Resolution, canonical

AT = "2031-04-11T09:30:00Z"


def kept(line: str, day: str | None = "2031-04-11", outlet: str = "Averna Herald", **codes: str) -> KeptClaim:
    """Build a claim of a document of its own.

    codes: role="code", or role="code|level|name", as of the first filler; time="2031-05-01/2031-05-03".
    """
    read = reading(line, publisher=outlet)
    claim = read.extractions[0].claim
    document = KeptDocument(
        f"doc-{claim.document_sha256[:8]}-{outlet}", "a.txt", claim.document_sha256, None, day, outlet, None, AT
    )
    found = tuple(_resolution(claim.id, Role(role), given) for role, given in codes.items())
    return KeptClaim(1, claim, (document,), (Score("fake-1", 0.9, AT),), Decision.OPEN, (), found)


def of_one_text(*claims: KeptClaim) -> list[KeptClaim]:
    """The same claims as if one article had them all."""
    sha256 = claims[0].claim.document_sha256
    return [replace(one, claim=replace(one.claim, document_sha256=sha256)) for one in claims]


def _resolution(claim: str, role: Role, given: str) -> Resolution:
    if role is Role.TIME:
        start, end = given.split("/")
        detail = canonical({"start": start, "end": end})
        return Resolution(claim, role, 0, "period", None, "day", "as written", "test-1", detail)
    code, level, name = (*given.split("|"), "", "")[:3]
    scheme = {Role.PLACE: "place", Role.WEAPON: "weapon"}.get(role, "actor")
    if level.startswith("unnamed"):
        return Resolution(claim, role, 0, "claimant", None, level, "as worded", "test-1")
    detail = canonical({"name": name or None})
    return Resolution(claim, role, 0, scheme, code or None, level or "actor", "as named", "test-1", detail)


def no_lands(scheme: str, code: str) -> frozenset[str]:
    """Codes of two letters are countries of their own; of others nothing is known."""
    return frozenset({code}) if len(code) == 2 else frozenset({code[:2]}) if code[2:3] == "-" else frozenset()
