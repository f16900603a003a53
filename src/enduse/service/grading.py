"""Keeps the grades that people give to claims, events and flows, and tells on which evidence each was given."""

from __future__ import annotations

from collections.abc import Sequence

from enduse.errors import MissingError, UsageError
from enduse.model.grade import CREDIBILITY, RELIABILITY, Grades
from enduse.model.record import Grading

from .asking import moment
from .custody import claims_of
from .ledgers import open_ledger, view_ledger
from .tracing import CLAIM, FLOW


def grade(where: str, id_: str, *, reliability: str, credibility: str, by: str, why: str = "") -> Grading:
    """Keep that a person grades a claim, an event or a flow on the claims that it rests on now; the last grade counts.

    reliability: of the source, A to F. credibility: of the information, 1 to 6. Raises UsageError for what is no
    letter of the scales or no id of the ledger, and for a grade without a name.
    """
    for letter, scale, name in ((reliability, RELIABILITY, "reliability"), (credibility, CREDIBILITY, "credibility")):
        if letter not in scale:
            raise UsageError(f"no {name} {letter!r}; there are: {', '.join(f'{k} {v}' for k, v in scale.items())}")
    if not by.strip():
        raise UsageError("a grade needs a name; say who gives it")
    claims = _known(where, id_, claims_of(where, id_, None))
    target = claims[0] if id_.startswith(CLAIM) else _target(where, id_)
    with open_ledger(where) as ledger, ledger.writing() as writer:
        grading = Grading(target, tuple(claims), reliability, credibility, by.strip(), writer.at, why)
        writer.add([grading])
    return grading


def grades(where: str, id_: str, *, as_of: str | None = None) -> Grades:
    """The grades of a claim, an event or a flow, each beside the evidence there is now; F6 where there is none."""
    from enduse.assess.grades import grades_of
    from enduse.ledger.graded import gradings_like

    then = moment(as_of) if as_of is not None else None
    claims = _known(where, id_, claims_of(where, id_, as_of))
    target = claims[0] if id_.startswith(CLAIM) else _target(where, id_, as_of)
    with view_ledger(where) as ledger, ledger.reading() as connection:
        prefix = target if target.startswith(CLAIM) else target[:4]
        return grades_of(target, claims, gradings_like(connection, prefix, then))


def _target(where: str, id_: str, as_of: str | None = None) -> str:
    from .flows import flow
    from .linking import event

    if id_.startswith(FLOW):
        return flow(where, id_, as_of=as_of).flow.id
    return event(where, id_, as_of=as_of).event.id


def _known(where: str, id_: str, claims: Sequence[str]) -> list[str]:
    """The ids of these claims that are in the ledger, in order."""
    from enduse.ledger.lookup import row_of_claim
    from enduse.ledger.show import kept_claims

    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = [row for claim in claims if (row := row_of_claim(connection, claim)) is not None]
        found = sorted(kept.claim.id for kept in kept_claims(connection, rows)) if rows else []
    if not found:
        raise MissingError(f"no claim {id_!r} in {ledger.name}; copy an id from `enduse claims` or `enduse events`")
    return found
