"""Finds the claims that wait for a person, a window at a time, and tells whether one may be handed out now."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    tuple_,
)

from ..model.record import Judgement, Lease, Verdict
from ..model.review import Queue
from . import schema
from .live import live_documents

WINDOW = 200
"""Claims that are looked for at once; the next item comes out of them."""

SAMPLE = 10_000
"""Claims of a random sample."""

BAND = 0.02
"""Scores that lie so close together count as equally uncertain; among them the rarest labels come first."""

Edge = tuple[float, int] | None


class Place(NamedTuple):
    """How far a queue has been walked: up and down from the score that is least certain, or along the rows."""

    up: Edge = None
    down: Edge = None
    row: int = 0


class Candidate(NamedTuple):
    """A claim that may be handed out."""

    row: int
    id: str
    distance: float = 0.0
    labels: tuple[str | None, ...] = ()


@cache  # to put a query together takes longer than to run it
def stands(table: Any) -> ColumnElement[bool]:
    """That a row of a table with ids is not withdrawn; asked row by row, by an index."""
    gone, later = schema.retractions.alias(), schema.retractions.alias()
    after = or_(later.c.at > gone.c.at, and_(later.c.at == gone.c.at, later.c.id > gone.c.id))
    superseded = exists().where(later.c.target == gone.c.target, later.c.digest == gone.c.digest, after)
    return ~exists().where(gone.c.target == table.c.id, gone.c.withdrawn == 1, ~superseded)


@cache
def _undecided() -> ColumnElement[bool]:
    found, claims = schema.judgements.alias(), schema.claims
    made = schema.judgements.alias()
    return and_(
        ~exists().where(found.c.target == claims.c.id, stands(found)),
        ~exists().where(made.c.replacement == claims.c.id, stands(made)),
    )


def rarity(connection: Connection) -> dict[tuple[str | None, ...], int]:
    """How many claims have each combination of labels."""
    claims = schema.claims.c
    labels = (claims.type, claims.status, claims.state, claims.stance)
    return {tuple(row[:-1]): row[-1] for row in connection.execute(select(*labels, func.count()).group_by(*labels))}


def uncertain(connection: Connection, near: float, place: Place) -> tuple[list[Candidate], Place]:
    """The open claims whose scores lie nearest, beyond those that were walked past; none at the end."""
    up, down = _side(connection, near, place.up, upward=True), _side(connection, near, place.down, upward=False)
    both = sorted([*((c, edge, True) for c, edge in up), *((c, edge, False) for c, edge in down)])[:WINDOW]
    for _, edge, upward in both:
        place = place._replace(up=edge) if upward else place._replace(down=edge)
    return [candidate for candidate, _, _ in sorted(both, key=lambda found: found[0].distance)], place


def _side(connection: Connection, near: float, edge: Edge, *, upward: bool) -> list[tuple[Candidate, Edge]]:
    found, claims = schema.extractions, schema.claims
    asked = select(
        found.c.score, found.c.row.label("edge"), claims.c.row, claims.c.id, claims.c.type, claims.c.status,
        claims.c.state, claims.c.stance,
    ).join(claims, claims.c.row == found.c.claim).where(_undecided())  # fmt: skip
    asked = asked.where(found.c.score >= near if upward else found.c.score < near)
    if edge is not None:
        here = tuple_(found.c.score, found.c.row)
        asked = asked.where(here > edge if upward else here < edge)
    order = (found.c.score, found.c.row) if upward else (found.c.score.desc(), found.c.row.desc())
    return [
        (Candidate(r.row, r.id, abs(r.score - near), (r.type, r.status, r.state, r.stance)), (r.score, r.edge))
        for r in connection.execute(asked.order_by(*order).limit(WINDOW))
    ]


def rarest_first(candidates: Sequence[Candidate], counts: dict[tuple[str | None, ...], int]) -> list[Candidate]:
    """Order by how uncertain, in bands, then by how rare the labels are."""
    return sorted(candidates, key=lambda c: (int(c.distance / BAND), counts.get(c.labels, 0), c.distance, c.row))


def sample(connection: Connection, seed: int) -> list[Candidate]:
    """A random sample of all claims, decided or not; of the same ledger the same seed gives the same one."""
    claims = schema.claims.c
    last = connection.execute(select(func.coalesce(func.max(claims.row), 0))).scalar_one()
    rows = random.Random(seed).sample(range(1, last + 1), min(last, SAMPLE))
    ids: dict[int, str] = {}
    for first in range(0, len(rows), 1_000):
        asked = select(claims.row, claims.id).where(claims.row.in_(rows[first : first + 1_000]))
        ids |= {found.row: found.id for found in connection.execute(asked)}
    return [Candidate(row, ids[row]) for row in rows]


def judged_once(connection: Connection, by: str, place: Place) -> tuple[list[Candidate], Place]:
    """Claims that one person has judged, and not this one, in the order of the judgements."""
    people, mine = func.count(schema.judgements.c.by.distinct()), case((schema.judgements.c.by == by, 1), else_=0)
    return _judged(connection, place, people == 1, func.max(mine) == 0)


def disputed(connection: Connection, place: Place) -> tuple[list[Candidate], Place]:
    """Claims of which two people said different things, and nobody has judged between them."""
    table = schema.judgements.c
    said = func.count((table.verdict + " " + func.coalesce(table.replacement, "")).distinct())
    return _judged(connection, place, func.count() == 2, func.count(table.by.distinct()) == 2, said == 2)


def _judged(connection: Connection, place: Place, *having: ColumnElement[bool]) -> tuple[list[Candidate], Place]:
    table, claims = schema.judgements, schema.claims
    first = func.min(table.c.row)
    asked = (
        select(claims.c.row, claims.c.id, first.label("first"))
        .join(claims, claims.c.id == table.c.target)
        .where(stands(table))
        .group_by(claims.c.row, claims.c.id)
        .having(and_(first > place.row, *having))
    )
    found = list(connection.execute(asked.order_by(first).limit(WINDOW)))
    return [Candidate(r.row, r.id) for r in found], place._replace(row=found[-1].first) if found else place


def standing_judgements(connection: Connection, target: str) -> list[Judgement]:
    """The judgements of a claim that are not withdrawn, oldest first."""
    table: Table = schema.judgements
    asked = select(table).where(table.c.target == target, stands(table)).order_by(table.c.at, table.c.id)
    return [
        Judgement(r.target, Verdict(r.verdict), r.by, r.at, r.why, r.replacement) for r in connection.execute(asked)
    ]


def lease_of(connection: Connection, target: str, at: str) -> Lease | None:
    """The lease of a claim that is live at a time."""
    table = schema.leases
    asked = select(table).where(table.c.target == target).order_by(table.c.at.desc(), table.c.row.desc()).limit(1)
    row = connection.execute(asked).one_or_none()
    return Lease(row.target, row.by, row.at, row.until) if row and row.until > at else None


def first_waiting(
    connection: Connection, candidates: Sequence[Candidate], queue: Queue, by: str, at: str
) -> int | None:
    """The place of the first claim that may be handed to a person now: live, open in this queue, nobody else's."""
    asked, given = _free(), {"rows": [c.row for c in candidates], "by": by, "at": at}
    if queue in (Queue.UNCERTAIN, Queue.AUDIT):
        asked = asked.where(_undecided())
    free = set(connection.execute(asked, given).scalars())
    fits = (n for n, candidate in enumerate(candidates) if candidate.row in free)
    return next((n for n in fits if queue not in _OF_JUDGED or _fits(connection, candidates[n], queue, by)), None)


@cache
def _free() -> Select[Any]:
    claims, documents, lease, later = schema.claims, schema.documents, schema.leases.alias(), schema.leases.alias()
    printed = exists().where(documents.c.text == claims.c.text, *live_documents())
    after = or_(later.c.at > lease.c.at, and_(later.c.at == lease.c.at, later.c.row > lease.c.row))
    last = ~exists().where(later.c.target == lease.c.target, after)
    held = exists().where(
        lease.c.target == claims.c.id, lease.c.until > bindparam("at"), lease.c.by != bindparam("by"), last
    )
    rows = claims.c.row.in_(bindparam("rows", expanding=True))
    return select(claims.c.row).where(rows, stands(claims), printed, ~held)


_OF_JUDGED = (Queue.SECOND, Queue.DISPUTED)


def _fits(connection: Connection, candidate: Candidate, queue: Queue, by: str) -> bool:
    judged = standing_judgements(connection, candidate.id)
    people, said = {j.by for j in judged}, {(j.verdict, j.replacement) for j in judged}
    if queue is Queue.SECOND:
        return len(people) == 1 and by not in people
    return len(judged) == len(people) == len(said) == 2
