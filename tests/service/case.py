"""Keeps invented claims in a ledger as an ingest would have, with what their names were looked up as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tests.service.fakes import reading

from enduse.model import Reading
from enduse.model.kept import KeptClaim
from enduse.model.record import Resolution
from enduse.service.ledgers import open_ledger


def told(kept: KeptClaim) -> tuple[Reading, list[Resolution]]:
    """The reading of a claim, and its resolutions under the id that it gets there."""
    document, claim = kept.documents[0], kept.claim
    roles = sorted(((s.start, s.end, r.value) for r, spans in claim.roles.items() for s in spans), reverse=True)
    marked = claim.sentence.text
    for start, end, role in roles:
        marked = f"{marked[:start]}{{{role}:{marked[start:end]}}}{marked[end:]}"
    labels = f"{claim.type} {claim.status or claim.state} {claim.stance} {claim.mode or ''}".strip()
    name = f"{document.publisher} {document.published_on}"
    read = reading(f"{labels}: {marked}", doc=name, title=None, publisher=document.publisher)
    read = replace(read, document=replace(read.document, published_on=document.published_on))
    id_ = read.extractions[0].claim.id
    return read, [replace(resolution, claim=id_) for resolution in kept.resolutions]


def id_of(kept: KeptClaim) -> str:
    """The id that a claim has in the ledger."""
    return told(kept)[0].extractions[0].claim.id


def keep(where: str, claims: Iterable[KeptClaim]) -> str:
    """Make a ledger of these claims, each added at noon of its day; returns where it is."""
    with open_ledger(where, create=True) as ledger:
        for kept in claims:
            read, resolutions = told(kept)
            with ledger.writing(at=f"{kept.documents[0].published_on}T12:00:00.000000Z") as writer:
                writer.add_readings([read], "fake-1")
                writer.add(resolutions)
    return where
