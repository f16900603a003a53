"""Builds claims as a ledger gives them back, of invented states, and an invented affair told by five articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.service.fakes import reading

from enduse.model import Role
from enduse.model.kept import Decision, KeptClaim, KeptDocument
from enduse.model.record import CopyRecord, Resolution, canonical

LEVELS = {"weapon": "class", "place": "country", "actor": "actor"}


def kept(
    line: str,
    *,
    day: str | None = "2031-04-11",
    outlet: str | None = "Averna Post",
    codes: Mapping[str, str] | None = None,
    chain: Sequence[tuple[str, str, str]] = (),
    **more: object,
) -> KeptClaim:
    """A claim of a line as in `tests.service.fakes.reading`.

    codes: role → code; "br-rebels*" is an umbrella word's. chain: (name, class, credit) from the outlet inwards.
    more: claimant, a class; amounts, dicts; period, two days; doc, the document's id.
    """
    doc = str(more.get("doc") or f"{outlet} {day} {len(line)}")
    read = reading(line, doc=doc, publisher=outlet)
    claim = replace(read.extractions[0].claim, document_sha256=f"text of {doc}")
    found = [_coded(claim.id, Role(role), code) for role, code in (codes or {}).items()]
    found += [
        _resolution(claim.id, Role(role), scheme, level, detail) for role, scheme, level, detail in _rest(more, chain)
    ]
    document = KeptDocument(f"id of {doc}", doc, claim.document_sha256, None, day, outlet, None, "2031-05-01T00:00:00Z")
    return KeptClaim(1, claim, (document,), (), Decision.OPEN, (), tuple(found))


def _coded(claim: str, role: Role, code: str) -> Resolution:
    scheme = {Role.WEAPON: "weapon", Role.PLACE: "place"}.get(role, "actor")
    level = "class_actor" if code.endswith("*") else LEVELS[scheme]
    return Resolution(claim, role, 0, scheme, code.rstrip("*"), level, "by name", "test-1")


def _rest(
    more: Mapping[str, object], chain: Sequence[tuple[str, str, str]]
) -> list[tuple[str, str, str | None, object]]:
    found: list[tuple[str, str, str | None, object]] = []
    if "claimant" in more:
        found.append(("claimant", "claimant", str(more["claimant"]), {}))
    if "amounts" in more:
        found.append(("quantity", "quantity", None, {"quantities": more["amounts"]}))
    if more.get("period"):
        start, end = map(str, more["period"])  # type: ignore[call-overload]
        found.append(("time", "period", "day", {"start": start, "end": end}))
    if chain:
        links = [
            {"depth": depth, "text": name, "claimant_class": kind, "credit": credit}
            for depth, (name, kind, credit) in enumerate(chain)
        ]
        found.append(("claimant", "chain", None, {"links": links}))
    return found


def _resolution(claim: str, role: Role, scheme: str, level: str | None, detail: object) -> Resolution:
    return Resolution(claim, role, 0, scheme, None, level, "by name", "test-1", canonical(detail))


def amount(number: float, *, rule: str = "exact", unit: str | None = None) -> dict[str, object]:
    """A number of items as a resolution keeps it."""
    return {"low": number, "best": number, "high": number, "measure": "item", "unit": unit, "rule": rule}


def copy_of(later: KeptClaim, earlier: KeptClaim, how: str = "near") -> CopyRecord:
    """That the document of one claim repeats that of another."""
    from enduse.model.copy import CopyKind

    one, other = later.documents[0].id, earlier.documents[0].id
    return CopyRecord(one, other, CopyKind(how), 0.6, 0.8, 0.5, "null", "runs-1")


NORLAND = {"supplier": "no", "recipient": "br-rebels*", "weapon": "air_defence.unspecified"}
BRIGADE = {"supplier": "no", "recipient": "red_brigade", "weapon": "air_defence.manpads"}

PLAN = kept(
    "transfer planned alleged: {claimant:officials} said {supplier:Norland} plans to give {recipient:the rebels} "
    "{weapon:anti-aircraft weapons} if {condition:the truce fails}.",
    day="2031-04-10", codes=NORLAND, claimant="unnamed_official",
)  # fmt: skip
"""The one report that there is."""

RELAY = kept(
    "transfer promised stated: {supplier:Norland} will give {recipient:the Red Brigade} {weapon:MANPADS}, "
    "the Averna Post reported.",
    day="2031-04-11", outlet="Brezova Herald", codes=BRIGADE,
    chain=[("Brezova Herald", "outlet", "publisher"), ("the Averna Post", "outlet", "reported")],
)  # fmt: skip
"""It credits the first, and loses the condition."""

ECHO = kept(
    "transfer promised stated: {supplier:Norland} will give {recipient:the Red Brigade} {weapon:MANPADS} soon.",
    day="2031-04-12", outlet="Tessaly Times", codes=BRIGADE,
)  # fmt: skip
"""It credits nobody."""

DENIAL = kept(
    "transfer promised denied: {claimant:Norland} denied that {supplier:it} promised {recipient:the rebels} "
    "{weapon:MANPADS}.",
    day="2031-04-13", outlet="Averna Post",
    codes={**NORLAND, "claimant": "no", "weapon": "air_defence.manpads"}, claimant="state_body",
)  # fmt: skip

ADMISSION = kept(
    "transfer occurred stated: {claimant:Norland} said {supplier:it} gave {recipient:the rebels} {weapon:MANPADS}.",
    day="2031-04-20", outlet="Brezova Herald",
    codes={**NORLAND, "claimant": "no-mod", "weapon": "air_defence.manpads"}, claimant="state_body",
)  # fmt: skip

AFFAIR = (PLAN, RELAY, ECHO, DENIAL, ADMISSION)
