"""Finds the claims of which several roles are filled in given ways, by the indexes of codes and of words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, intersect, select, union

from ..model import Role
from ..model.kept import ClaimFilter
from . import schema
from .find import ClaimQuery
from .live import decisions, live_claims, there, withdrawn
from .words import words

AT_ONCE = 500
"""Codes that are asked for in one query."""

PHRASES_AT_ONCE = 20
"""Phrases that are asked for in one query; `words` lets through 64 words and operators."""


class Filled(NamedTuple):
    """How roles may be filled: by a code of a scheme in any of them, or by one of these phrases."""

    roles: tuple[Role, ...]
    scheme: str
    codes: Collection[str]
    phrases: Collection[str] = ()


def alike(
    connection: Connection, ways: Sequence[Filled], types: Sequence[str], *, limit: int, as_of: str | None = None
) -> list[int]:
    """The rows of live claims of these types that fit every way, those added last first.

    Rejected claims are left out, and what was withdrawn. A way without codes and phrases fits nothing.
    """
    sets = [_rows(connection, way, as_of) for way in ways]
    if not sets or None in sets:
        return []
    claims, decided = schema.claims, decisions(as_of).subquery()
    rejected = select(decided.c.target).where(decided.c.verdict == "rejected")
    both = intersect(*(found for found in sets if found is not None)).subquery()
    asked = select(claims.c.row).join(both, both.c[0] == claims.c.row).where(
        claims.c.type.in_(types), *live_claims(as_of), claims.c.id.not_in(rejected)
    )  # fmt: skip
    return list(connection.execute(asked.order_by(claims.c.row.desc()).limit(limit)).scalars())


def codes_held(connection: Connection, scheme: str, codes: Collection[str]) -> list[str]:
    """Those of these codes that some claim has; most of what a register can give, no ledger holds."""
    table, ordered = schema.resolutions, sorted(codes)
    found: list[str] = []
    for start in range(0, len(ordered), AT_ONCE):
        few = ordered[start : start + AT_ONCE]
        asked = select(table.c.code).where(table.c.scheme == scheme, table.c.code.in_(few)).distinct()
        found += connection.execute(asked).scalars()
    return found


def text_of_claim(connection: Connection, row: int) -> str:
    """The whole text in which the claim of a row stands."""
    claims, texts = schema.claims, schema.texts
    asked = select(texts.c.text).join(claims, claims.c.text == texts.c.row).where(claims.c.row == row)
    return str(connection.execute(asked).scalar_one())


def _rows(connection: Connection, way: Filled, as_of: str | None) -> Any:
    """A query of the claims that fit one way; None where there is nothing to ask for."""
    table = schema.resolutions
    parts: list[Any] = []
    if way.codes:
        gone = withdrawn(as_of).with_only_columns(schema.retractions.c.target)
        parts.append(
            select(table.c.claim).where(
                table.c.scheme == way.scheme, table.c.code.in_(sorted(way.codes)),
                table.c.role.in_([role.value for role in way.roles]), table.c.id.not_in(gone), *there(table, as_of),
            )
        )  # fmt: skip
    phrases = sorted(phrase for phrase in way.phrases if words(phrase))
    for start in range(0, len(phrases), PHRASES_AT_ONCE):
        any_of = " OR ".join(f'"{phrase}"' for phrase in phrases[start : start + PHRASES_AT_ONCE])
        for role in way.roles:
            parts.append(ClaimQuery(connection, ClaimFilter(roles={role: any_of}, as_of=as_of)).rows())
    if not parts:
        return None
    return select(union(*parts).subquery().c[0]) if len(parts) > 1 else parts[0]
