"""The record of a reading: what the JSON formats write a line and Python users get as a dictionary."""

from __future__ import annotations

import json
import re
from typing import NotRequired, TypedDict

from enduse.model import Claim, Extraction, Reading, ResolvedClaim, Role

from .resolved import (
    LinkRecord,
    PeriodRecord,
    QuantityRecord,
    ReferentRecord,
    WordsRecord,
    link_record,
    resolved_record,
)

SCHEMA_VERSION = 1


class SpanRecord(TypedDict):
    """A role's filler; start and end count code points of the document's text. The rest is what was looked up."""

    text: str
    start: int
    end: int
    referent: NotRequired[ReferentRecord]
    quantity: NotRequired[list[QuantityRecord]]
    period: NotRequired[PeriodRecord]
    claimant_class: NotRequired[str]
    claimant_why: NotRequired[str]
    antecedent: NotRequired[WordsRecord]


class ClaimRecord(TypedDict):
    """One claim: status for all types but a ceasefire, which has a state; a mode for a diversion only."""

    id: str
    type: str
    status: NotRequired[str]
    state: NotRequired[str]
    mode: NotRequired[str]
    stance: str
    start: int
    end: int
    quote: str
    roles: dict[str, list[SpanRecord]]
    claimant_class: NotRequired[str]
    chain: NotRequired[list[LinkRecord]]
    score: float
    reader: str


class DocumentRecord(TypedDict):
    """One document with its claims; url is there when the document has one."""

    schema_version: int
    doc: str
    title: str | None
    date: str | None
    source: str | None
    url: NotRequired[str]
    sha256: str
    claims: list[ClaimRecord]


def document_record(reading: Reading) -> DocumentRecord:
    """Say what a document says, as data."""
    document = reading.document
    url: dict[str, str] = {"url": document.url} if document.url else {}
    return {
        "schema_version": SCHEMA_VERSION,
        "doc": document.id,
        "title": document.title,
        "date": document.published_on,
        "source": document.publisher,
        **url,  # type: ignore[typeddict-item]  # in its place among the keys, or absent
        "sha256": document.sha256,
        "claims": [claim_record(e, reading.resolved.get(e.claim.id)) for e in reading.extractions],
    }


def claim_record(extraction: Extraction, resolved: ResolvedClaim | None = None) -> ClaimRecord:
    """One claim and how sure its reader was, as data; keys that do not apply to its type are absent.

    resolved: what its fillers were looked up as; None where nothing was looked up.
    """
    claim = extraction.claim
    roles = {role.value: role_records(claim, role, resolved) for role in Role if claim.roles.get(role)}
    credit: dict[str, object] = {}
    if resolved is not None:
        kind = resolved.claimant_class
        credit = {"claimant_class": kind.value} if kind is not None else {}
        credit["chain"] = [link_record(link) for link in resolved.chain]
    labels = {"status": claim.status, "state": claim.state, "mode": claim.mode}
    return {
        "id": claim.id,
        "type": claim.type.value,
        **{name: label.value for name, label in labels.items() if label is not None},  # type: ignore[typeddict-item]
        "stance": claim.stance.value,
        "start": claim.sentence.start,
        "end": claim.sentence.end,
        "quote": claim.sentence.text,
        "roles": roles,
        **credit,
        "score": round(extraction.score, 3),
        "reader": extraction.reader,
    }


def role_records(claim: Claim, role: Role, resolved: ResolvedClaim | None = None) -> list[SpanRecord]:
    """The fillers of one role in order of the text; an empty list where the sentence does not fill it."""
    spans = claim.roles.get(role, ())
    records: list[SpanRecord] = [{"text": span.text, "start": span.start, "end": span.end} for span in spans]
    looked_up = resolved.roles.get(role, ()) if resolved is not None else ()
    for record, found in zip(records, looked_up, strict=False):
        record.update(resolved_record(found))  # type: ignore[typeddict-item]
    return records


_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def json_line(value: object) -> str:
    """Write a value as JSON on one line, in Unicode rather than escapes.

    Escaped all the same: controls, characters that some readers take for the end of a line, and lone surrogates,
    which UTF-8 cannot hold. Reading it gives back every code point.
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
