"""Turns what the names of readings stand for into records that a ledger keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from enduse.export.resolved import link_record, period_record, quantity_record, referent_record
from enduse.model import Reading, Resolved, ResolvedClaim, Role
from enduse.model.record import Resolution, canonical

RESOLVER = "registers-1"
"""The look-up and its version; one whose answers change takes a new name, and what the old one said stays."""


def kept_names(readings: Sequence[Reading]) -> Iterable[Resolution]:
    """Give a record for all that was looked up for the claims of the readings."""
    for reading in readings:
        for resolved in reading.resolved.values():
            for role, fillers in resolved.roles.items():
                for place, filler in enumerate(fillers):
                    yield from _of_filler(resolved.claim_id, role, place, filler)
            yield from _of_chain(resolved)


def _of_filler(claim: str, role: Role, place: int, filler: Resolved) -> Iterator[Resolution]:
    if filler.referent:
        found = filler.referent
        detail: dict[str, object] = {**referent_record(found, filler.name)}
        if filler.antecedent:
            detail["antecedent"] = {"start": filler.antecedent.start, "end": filler.antecedent.end}
        yield Resolution(
            claim, role, place, found.scheme, found.code, found.level, found.why, RESOLVER, canonical(detail)
        )
    if filler.quantities:
        records = [quantity_record(quantity) for quantity in filler.quantities]
        why = "; ".join(quantity.why for quantity in filler.quantities)
        yield Resolution(claim, role, place, "quantity", None, None, why, RESOLVER, canonical({"quantities": records}))
    if filler.period:
        record = period_record(filler.period)
        yield Resolution(
            claim, role, place, "period", None, filler.period.precision, filler.period.why, RESOLVER, canonical(record)
        )
    if filler.claimant:
        kind = filler.claimant.claimant_class
        yield Resolution(claim, role, place, "claimant", None, kind, filler.claimant.why, RESOLVER)


def _of_chain(resolved: ResolvedClaim) -> Iterator[Resolution]:
    if resolved.chain:
        detail = canonical({"links": [link_record(link) for link in resolved.chain]})
        why = " ← ".join(link.name for link in resolved.chain)
        yield Resolution(resolved.claim_id, Role.CLAIMANT, 0, "chain", None, None, why, RESOLVER, detail)
