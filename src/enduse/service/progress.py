"""How far a review has come: how many claims are decided, and what each person has decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from enduse.export.record import json_line
from enduse.model.record import Verdict

from .agreement import agreement
from .ledgers import view_ledger


@dataclass(frozen=True, slots=True)
class Person:
    """What one person decided; only what was not taken back. first, last: when."""

    by: str
    decisions: int
    accepted: int
    corrected: int
    rejected: int
    unsure: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Progress:
    """claims: all that a ledger keeps, withdrawn ones too. decided: claims of which a decision stands."""

    claims: int
    decided: int
    people: tuple[Person, ...]


def progress(where: str) -> Progress:
    """How far the review of a ledger has come, who decided most first."""
    from enduse.ledger.reviewed import claims_decided, claims_kept, tallies

    with view_ledger(where) as ledger, ledger.reading() as connection:
        found, claims, decided = tallies(connection), claims_kept(connection), claims_decided(connection)
    people = []
    for by in dict.fromkeys(tally.by for tally in found):
        own = [tally for tally in found if tally.by == by]
        counts = {
            verdict.value: sum(tally.decisions for tally in own if tally.verdict is verdict) for verdict in Verdict
        }
        first, last = min(tally.first for tally in own), max(tally.last for tally in own)
        people.append(Person(by, sum(counts.values()), **counts, first=first, last=last))
    return Progress(claims, decided, tuple(sorted(people, key=lambda person: (-person.decisions, person.by))))


def people_lines(found: Progress) -> Iterator[str]:
    """What each person decided, one a line of JSON."""
    for person in found.people:
        yield json_line(asdict(person)) + "\n"


def agreement_lines(where: str) -> Iterator[str]:
    """How far each pair of people agrees, one a line of JSON."""
    for pair in agreement(where):
        yield json_line(asdict(pair)) + "\n"
