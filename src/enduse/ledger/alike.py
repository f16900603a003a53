"""Finds the claims of which several roles are filled in given ways, by the indexes of codes and of words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select, union, union_all

from ..model import Role
from ..model.kept import ClaimFilter
from . import schema
from .find import ClaimQuery
from .live import decisions, live_claims, there, withdrawn
from .words import words

MANY = 20_000
"""Rows up to which ways are counted to look up the rarest one first."""

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
    asked = [found for way in ways if (found := _way(connection, way, as_of)) is not None]
    if not asked or len(asked) < len(ways):
        return []
    claims, decided = schema.claims, decisions(as_of).subquery()
    first = min(asked, key=lambda way: _size(connection, way.rough))
    others = [way.probe for way in asked if way is not first]
    rejected = select(decided.c.target).where(decided.c.verdict == "rejected")
    query = select(claims.c.row).where(
        claims.c.row.in_(first.rows), func.lower(claims.c.type).in_(types), *others, *live_claims(as_of),
        claims.c.id.not_in(rejected),
    )  # fmt: skip
    return list(connection.execute(query.order_by(claims.c.row.desc()).limit(limit)).scalars())


def codes_held(connection: Connection, scheme: str) -> list[str]:
    """All codes of a scheme that some claim has."""
    table = schema.resolutions
    asked = select(table.c.code).where(table.c.scheme == scheme, table.c.code.is_not(None)).distinct()
    return list(connection.execute(asked).scalars())


def text_of_claim(connection: Connection, row: int) -> str:
    """The whole text in which the claim of a row stands."""
    claims, texts = schema.claims, schema.texts
    asked = select(texts.c.text).join(claims, claims.c.text == texts.c.row).where(claims.c.row == row)
    return str(connection.execute(asked).scalar_one())


class _Way(NamedTuple):
    """The rows that fit a way, those that an index alone finds for it, and how to try it on a claim at hand."""

    rows: Any
    rough: Any
    probe: ColumnElement[bool]


def _way(connection: Connection, way: Filled, as_of: str | None) -> _Way | None:
    """None where there is nothing to ask for."""
    table, claims = schema.resolutions, schema.claims
    rows: list[Any] = []
    rough: list[Any] = []
    probes: list[ColumnElement[bool]] = []
    if way.codes:
        gone = withdrawn(as_of).with_only_columns(schema.retractions.c.target)
        codes, of = sorted(way.codes), table.c.claim == claims.c.row
        coded = [table.c.scheme == way.scheme, table.c.code.in_(codes)]
        filled = [
            table.c.role.in_([role.value for role in way.roles]), table.c.id.not_in(gone), *there(table, as_of),
        ]  # fmt: skip
        rough.append(select(table.c.claim).where(*coded))
        rows.append(rough[-1].where(*filled))
        # expressions, so that the names of the claim at hand are looked at and not those of all codes
        tried = [table.c.scheme.op("||")("") == way.scheme, table.c.code.op("||")("").in_(codes)]
        probes.append(select(table.c.row).where(of, *tried, *filled).exists())
    phrases = sorted(phrase for phrase in way.phrases if words(phrase))
    for start in range(0, len(phrases), PHRASES_AT_ONCE):
        any_of = " OR ".join(f'"{phrase}"' for phrase in phrases[start : start + PHRASES_AT_ONCE])
        for role in way.roles:
            said = ClaimQuery(connection, ClaimFilter(roles={role: any_of}, as_of=as_of)).rows()
            rough.append(said)
            rows.append(said)
            probes.append(claims.c.row.in_(said))
    if not rows:
        return None
    return _Way(_any(rows, union), _any(rough, union_all), or_(*probes))


def _any(rows: Sequence[Any], joined: Any) -> Any:
    return select(joined(*rows).subquery().c[0]) if len(rows) > 1 else rows[0]


def _size(connection: Connection, rows: Any) -> int:
    few = rows.limit(MANY).subquery()
    return int(connection.execute(select(func.count()).select_from(few)).scalar_one())
