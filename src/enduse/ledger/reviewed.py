"""Gives back what people have decided: how much, claims that several judged, and sentences decided whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from ..model.kept import Decision, KeptClaim
from ..model.record import Judgement, Verdict
from . import schema
from .live import live_claims
from .queue import stands
from .show import kept_claims

TEXTS_A_CHUNK = 200


class ReviewedText(NamedTuple):
    """A text with its live claims, of which at least one is decided."""

    text: str
    claims: tuple[KeptClaim, ...]


def judged_twice(connection: Connection) -> Iterator[list[Judgement]]:
    """The standing judgements, oldest first, of each claim that two people or more have judged."""
    table = schema.judgements
    several = select(table.c.target).where(stands(table)).group_by(table.c.target)
    several = several.having(func.count(table.c.by.distinct()) > 1)
    asked = select(table).where(stands(table), table.c.target.in_(several))
    rows = connection.execute(asked.order_by(table.c.target, table.c.at, table.c.id))
    for _, group in groupby(rows, key=lambda row: row.target):
        yield [Judgement(r.target, Verdict(r.verdict), r.by, r.at, r.why, r.replacement) for r in group]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a person gave a verdict, with the first and the last time; only judgements that stand."""

    by: str
    verdict: Verdict
    decisions: int
    first: str
    last: str


def tallies(connection: Connection) -> list[Tally]:
    """What each person has decided."""
    table = schema.judgements
    asked = select(table.c.by, table.c.verdict, func.count(), func.min(table.c.at), func.max(table.c.at))
    asked = asked.where(stands(table)).group_by(table.c.by, table.c.verdict).order_by(table.c.by, table.c.verdict)
    return [Tally(by, Verdict(verdict), *rest) for by, verdict, *rest in connection.execute(asked)]


def claims_decided(connection: Connection) -> int:
    """How many claims have a judgement that stands."""
    table = schema.judgements
    return int(connection.execute(select(func.count(table.c.target.distinct())).where(stands(table))).scalar_one())


def claims_kept(connection: Connection) -> int:
    """How many claims a ledger has, live or not."""
    return int(connection.execute(select(func.count()).select_from(schema.claims)).scalar_one())


def reviewed_texts(connection: Connection) -> Iterator[ReviewedText]:
    """The texts of which a claim is decided, in the order in which they were added."""
    claims, judged, texts = schema.claims, schema.judgements, schema.texts
    touched = select(claims.c.text).where(claims.c.id.in_(select(judged.c.target)))
    rows = list(connection.execute(select(texts.c.row).where(texts.c.row.in_(touched)).order_by(texts.c.row)).scalars())
    for first in range(0, len(rows), TEXTS_A_CHUNK):
        yield from _of_texts(connection, rows[first : first + TEXTS_A_CHUNK])


def _of_texts(connection: Connection, rows: list[int]) -> Iterator[ReviewedText]:
    claims, texts = schema.claims, schema.texts
    asked = select(claims.c.text, claims.c.row).where(claims.c.text.in_(rows), *live_claims())
    of_text: dict[int, list[int]] = {}
    for text, row in connection.execute(asked.order_by(claims.c.start, claims.c.row)):
        of_text.setdefault(text, []).append(row)
    content = {
        r.row: r.text for r in connection.execute(select(texts.c.row, texts.c.text).where(texts.c.row.in_(rows)))
    }
    for text in rows:
        kept = kept_claims(connection, of_text.get(text, ()))
        if any(claim.decision is not Decision.OPEN for claim in kept):
            yield ReviewedText(content[text], tuple(kept))
