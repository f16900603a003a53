"""Readings and records of every kind, and short ways to keep and find them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.service.fakes import reading

from enduse.ledger.content import DocumentFacts
from enduse.ledger.dump import content_hash, lines
from enduse.ledger.find import ClaimQuery
from enduse.ledger.show import kept_claims
from enduse.ledger.store import Ledger
from enduse.ledger.write import Added
from enduse.model import Claim, Reading, Role
from enduse.model.copy import CopyKind
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.record import (
    CopyRecord,
    Failure,
    Grading,
    Judgement,
    Lease,
    LedgerRun,
    Link,
    Record,
    Resolution,
    Retraction,
    Sameness,
    Verdict,
    Visit,
)

AT = "2031-04-11T09:30:00Z"
LATER = "2031-04-12T09:30:00Z"

NORLAND = reading(
    "transfer promised stated: {supplier:Norland} will send {weapon:anti-tank rockets} to {recipient:Brezova}.",
    "ceasefire agreed stated: {party:Brezova} and {party:the Línea Front} agreed to a truce.",
    doc="a.txt",
)
EMOJI = reading(
    "transfer occurred denied: 🚀🚀 {claimant:Ávila}, a minister, denied that {supplier:Averna} sold {weapon:tanks}.",
    doc="b.txt",
    publisher="Selin Courier",
    url="https://selin.example/b",
)
SILENT = reading(doc="c.txt")


def keep(ledger: Ledger, readings: Sequence[Reading], reader: str = "fake-1", at: str | None = None) -> Added:
    with ledger.writing(at=at) as writer:
        writer.add_readings(readings, reader)
    return writer.added


def add(ledger: Ledger, *records: Record, at: str | None = None) -> Added:
    with ledger.writing(at=at) as writer:
        writer.add(records)
    return writer.added


def found(ledger: Ledger, asked: ClaimFilter | None = None) -> list[KeptClaim]:
    with ledger.reading() as connection:
        asked = asked or ClaimFilter()
        query = ClaimQuery(connection, asked)
        kept = kept_claims(connection, query.page(100, None), asked.as_of)
        assert query.count() == len(kept)
    return kept


def ids(ledger: Ledger, asked: ClaimFilter | None = None) -> set[str]:
    return {kept.claim.id for kept in found(ledger, asked)}


def hash_of(ledger: Ledger) -> str:
    with ledger.reading() as connection:
        return content_hash(connection)


def dump(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(lines(connection))


def claim(number: int, of: Reading = NORLAND) -> Claim:
    return of.extractions[number].claim


def shells(number: int) -> list[Reading]:
    sent = "transfer occurred stated: {{supplier:Norland}} sent {{weapon:shell {n}}} away."
    return [reading(sent.format(n=n)) for n in range(number)]


def every_kind() -> list[Record]:
    first, second = sorted([claim(0).id, claim(1).id])
    judgement = Judgement(claim(0).id, Verdict.ACCEPTED, "ana", AT, "as it says")
    return [
        LedgerRun("ingest", "0.1.0", "fake-1", ("a.txt",), AT),
        Resolution(claim(0).id, Role.WEAPON, 0, "weapon", "atgm", "class", "as named", "weapons-1", '{"n":[1,2.5]}'),
        Resolution(claim(0).id, Role.SUPPLIER, 0, "actor", None, None, "no such name", "actors-1"),
        judgement,
        Judgement(claim(1).id, Verdict.CORRECTED, "ben", AT, replacement=claim(0, EMOJI).id),
        Grading(claim(0).id, (claim(0).id, claim(1).id), "B", "2", "ana", AT),
        Link("event", first, second, Sameness.DIFFERENT, "ana", AT),
        CopyRecord(
            DocumentFacts.of(EMOJI.document).id,
            DocumentFacts.of(NORLAND.document).id,
            CopyKind.NEAR,
            0.5,
            0.75,
            0.5,
            "[0,9,1,10,2]",
            "runs-1",
        ),
        Failure("news.jsonl:14", "is empty", "news.jsonl"),
        Retraction(judgement.id, True, "ana", LATER, "by mistake"),
        Lease(claim(0).id, "ana", AT, LATER),
        Visit("https://selin.example/rss", '"a1"', None, AT),
    ]
