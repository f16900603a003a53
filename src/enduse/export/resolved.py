"""The records of what was looked up: referents, quantities, periods and the chain of credit, as data."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from enduse.model import Link, Period, Quantity, Referent, Resolved


class CandidateRecord(TypedDict):
    """A row of a register that the words may stand for, or that was weighed."""

    code: str
    why: str


class ReferentRecord(TypedDict):
    """What a filler was looked up as; code is null where nothing was found, and why says the reason."""

    scheme: str
    code: str | None
    name: str | None
    level: str | None
    why: str
    several: bool
    candidates: list[CandidateRecord]


class QuantityRecord(TypedDict):
    """How many or how much; low, best and high are null where the words give none."""

    low: float | None
    best: float | None
    high: float | None
    measure: str
    unit: str | None
    of: str | None
    rule: str
    why: str


class PeriodRecord(TypedDict):
    """The days within which it happened, both included; null where that side is open or not told."""

    start: str | None
    end: str | None
    precision: str
    grain: str | None
    rule: str
    why: str


class WordsRecord(TypedDict):
    """Words of the document's text, and where they stand."""

    text: str
    start: int
    end: int


class LinkRecord(TypedDict):
    """One who passed the claim on or with whom it began; a derived link stands in no text and has no start and end."""

    depth: int
    text: str
    start: NotRequired[int]
    end: NotRequired[int]
    claimant_class: str
    credit: str
    cue: NotRequired[WordsRecord]
    derived: bool


class ResolvedRecord(TypedDict):
    """The fields that a look-up adds to a filler, those of its role only."""

    referent: NotRequired[ReferentRecord]
    quantity: NotRequired[list[QuantityRecord]]
    period: NotRequired[PeriodRecord]
    claimant_class: NotRequired[str]
    claimant_why: NotRequired[str]
    antecedent: NotRequired[WordsRecord]


def resolved_record(resolved: Resolved) -> ResolvedRecord:
    """What was looked up for one filler, as data."""
    record: ResolvedRecord = {}
    if resolved.referent is not None:
        record["referent"] = referent_record(resolved.referent, resolved.name)
    if resolved.quantities:
        record["quantity"] = [quantity_record(quantity) for quantity in resolved.quantities]
    if resolved.period is not None:
        record["period"] = period_record(resolved.period)
    if resolved.claimant is not None:
        record["claimant_class"] = resolved.claimant.claimant_class.value
        record["claimant_why"] = resolved.claimant.why
    if resolved.antecedent is not None:
        span = resolved.antecedent
        record["antecedent"] = {"text": span.text, "start": span.start, "end": span.end}
    return record


def referent_record(referent: Referent, name: str | None) -> ReferentRecord:
    """A referent with its candidates, and the register's name for its code."""
    return {
        "scheme": referent.scheme.value,
        "code": referent.code,
        "name": name,
        "level": referent.level.value if referent.level else None,
        "why": referent.why,
        "several": referent.several,
        "candidates": [{"code": candidate.code, "why": candidate.why} for candidate in referent.candidates],
    }


def quantity_record(quantity: Quantity) -> QuantityRecord:
    """A quantity with the rule that read it."""
    return {
        "low": quantity.low,
        "best": quantity.best,
        "high": quantity.high,
        "measure": quantity.measure.value,
        "unit": quantity.unit,
        "of": quantity.of,
        "rule": quantity.rule.value,
        "why": quantity.why,
    }


def period_record(period: Period) -> PeriodRecord:
    """A period with the rule that read it, its days in ISO 8601."""
    return {
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "precision": period.precision.value,
        "grain": period.grain.value if period.grain else None,
        "rule": period.rule.value,
        "why": period.why,
    }


def link_record(link: Link) -> LinkRecord:
    """One link of the chain of credit; what stands in the text has its offsets."""
    record: LinkRecord = {
        "depth": link.depth,
        "text": link.name,
        "claimant_class": link.claimant_class.value,
        "credit": link.credit.value,
        "derived": link.derived,
    }
    if link.span is not None:
        record["start"], record["end"] = link.span.start, link.span.end
    if link.cue is not None:
        record["cue"] = {"text": link.cue.text, "start": link.cue.start, "end": link.cue.end}
    return record
