"""Writes a claim's fields as one line of JSON, and reads them back: what a ledger keeps of it for grouping."""

from __future__ import annotations

import json
from datetime import date

from ..model import ClaimantClass, ClaimType, Role, Stance, State, Status
from .fact import Amount, Fact, Term

FORM = 1
"""Which form it is; what is kept in another form is made again."""


def packed(fact: Fact) -> str:
    """A fact as JSON."""
    terms = [[role, [[t.code, t.key, t.vague, t.words] for t in fact.terms[role]]] for role in fact.terms]
    amounts = [[a.measure, a.unit, a.low, a.high, a.exact] for a in fact.amounts]
    rest = (fact.start, fact.end, fact.published)
    record = [
        FORM, fact.id, fact.type, fact.act, terms, amounts, [day and day.isoformat() for day in rest], fact.dated,
        fact.mode, fact.wording, fact.document, fact.outlet, fact.credited, fact.status, fact.state, fact.stance,
        fact.source, fact.party, fact.kind, fact.signs,
    ]  # fmt: skip
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def unpacked(line: str) -> Fact:
    """The fact that `packed` wrote."""
    (
        _, id_, type_, act, terms, amounts, days, dated, mode, wording, document, outlet, credited, status, state,
        stance, source, party, kind, signs,
    ) = json.loads(line)  # fmt: skip
    start, end, published = (date.fromisoformat(day) if day else None for day in days)
    return Fact(
        id_, ClaimType(type_), act, {Role(role): tuple(Term(*term) for term in found) for role, found in terms},
        tuple(Amount(*amount) for amount in amounts), start, end, dated, mode, wording, document, outlet, credited,
        published, Status(status) if status else None, State(state) if state else None, Stance(stance), source, party,
        ClaimantClass(kind) if kind else None, tuple(signs),
    )  # fmt: skip
