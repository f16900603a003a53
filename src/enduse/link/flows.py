"""Tells which flows an event belongs to: supplier, recipient, class of arms and year, as its claims name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from ..model import ClaimType, Role
from ..model.flow import Flow
from .fact import Fact, Term

UNDATED = "undated"

MOST_FLOWS = 12
"""Flows that one event may stand in; a claim that lists more suppliers, recipients and arms is cut off there."""


def flows_of(facts: Sequence[Fact]) -> list[Flow]:
    """The flows of an event by its claims: none unless arms are transferred, and a supplier or recipient is named.

    Where one claim names two recipients, the event stands in two flows. A body counts for its state.
    """
    if not facts or facts[0].type is not ClaimType.TRANSFER:
        return []
    suppliers, recipients = (_parties(facts, role) for role in (Role.SUPPLIER, Role.RECIPIENT))
    if suppliers == [None] and recipients == [None]:
        return []
    period = _period(facts)
    combined = product(suppliers, recipients, _arms(facts))
    return [Flow(*one, period) for one in list(combined)[:MOST_FLOWS]]


def _parties(facts: Iterable[Fact], role: Role) -> list[str | None]:
    """States and actors by name; only where no claim names one, the kinds that are named."""
    terms = [term for fact in facts for term in fact.terms.get(role, ())]
    named = {term.key for term in terms if not term.vague and term.key}
    found: list[str | None] = [*sorted(named or _codes(terms))]
    return found or [None]


def _codes(terms: Iterable[Term]) -> set[str]:
    return {term.code for term in terms if term.code}


def _arms(facts: Iterable[Fact]) -> list[str | None]:
    terms = [term for fact in facts for term in fact.terms.get(Role.WEAPON, ())]
    exact = {term.key for term in terms if not term.vague and term.key}
    found: list[str | None] = [*sorted(exact or {term.key for term in terms if term.key})]
    return found or [None]


def _period(facts: Sequence[Fact]) -> str:
    """The year of the earliest day that a claim tells or, where none tells one, was published on."""
    told = [fact.start for fact in facts if fact.dated and fact.start and not fact.vague_days]
    days: list[date] = told or [day for fact in facts if (day := fact.published or fact.start)]
    return str(min(days).year) if days else UNDATED
