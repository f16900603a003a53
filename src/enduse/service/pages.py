"""Writes what a ledger gives back as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from enduse.export.record import claim_record, json_line
from enduse.model import Extraction
from enduse.model.kept import Evidence, Hit, KeptClaim


def claim_lines(claims: Iterable[KeptClaim]) -> Iterator[str]:
    """One claim a line."""
    for kept in claims:
        yield json_line(kept_record(kept)) + "\n"


def kept_record(kept: KeptClaim) -> dict[str, Any]:
    """A claim as `enduse read` writes it, with what the ledger knows of it besides."""
    record: dict[str, Any] = dict(claim_record(Extraction(kept.claim, 0.0, "")))
    del record["score"], record["reader"]
    record["sha256"] = kept.claim.document_sha256
    record["documents"] = [asdict(document) for document in kept.documents]
    record["scores"] = [asdict(score) for score in kept.scores]
    record["decision"] = kept.decision.value
    record["judgements"] = [asdict(judgement) for judgement in kept.judgements]
    record["gradings"] = [asdict(grading) for grading in kept.gradings]
    record["resolutions"] = [
        {**asdict(resolution), "detail": json.loads(resolution.detail)} for resolution in kept.resolutions
    ]
    return record


def hit_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """One text that was found a line."""
    for hit in hits:
        yield json_line(asdict(hit)) + "\n"


def evidence_line(evidence: Evidence) -> str:
    """All that is known of a claim as one line."""
    record = {
        **kept_record(evidence.kept),
        "before": evidence.before,
        "after": evidence.after,
        "copies": [asdict(copy) for copy in evidence.copies],
        "retractions": [asdict(retraction) for retraction in evidence.retractions],
    }
    return json_line(record) + "\n"
