"""Finds the claims in which somebody gives, gets or has arms, by the codes of names, so that no others are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, select

from ..model import Role
from ..model.record import CopyRecord, Link, Sameness
from . import schema
from .content import roles_of
from .linked import copy_record
from .live import decisions, live_claims, live_documents, standing, there, withdrawn

AT_ONCE = 500
"""Values that one query asks for."""


COUNTED = 10_000
"""Claims up to which they are counted."""


class Named(NamedTuple):
    """Whom or what claims must name: any of these codes of a scheme, in any of these roles."""

    scheme: str
    codes: tuple[str, ...]
    roles: tuple[Role, ...]


class Within(NamedTuple):
    """Which claims may be given: published from since to until, both included, as the ledger was then."""

    since: str | None = None
    until: str | None = None
    as_of: str | None = None


def rows_naming(
    connection: Connection, named: Named, types: Sequence[str], within: Within, limit: int, also: Named | None = None
) -> list[int]:
    """The rows of live claims of these types that name somebody or something, those added last first.

    also: what they must name besides.
    """
    found, rows = schema.resolutions, set[int]()
    asked = _of_types(_names(named, within.as_of), types, within).where(found.c.code == bindparam("code_asked"))
    if also is not None:
        other = found.alias()
        code = other.c.code.op("||")("")  # an expression, so that the names of the claim at hand are tried on it
        asked = asked.where(
            exists().where(
                other.c.claim == found.c.claim, code.in_(also.codes), *_names(also, within.as_of, other)
            )
        )  # fmt: skip
    asked = asked.order_by(found.c.claim.desc()).limit(limit)
    for code_asked in named.codes:  # one by one, for the index then gives the newest first and the rest is not read
        rows.update(connection.execute(asked, {"code_asked": code_asked}).scalars())
    return sorted(rows, reverse=True)[:limit]


def count_naming(connection: Connection, named: Named, types: Sequence[str], within: Within) -> int:
    """How many live claims of these types name somebody or something; COUNTED + 1 where there are more than COUNTED."""
    of = [*_names(named, within.as_of), schema.resolutions.c.code.in_(named.codes)]
    asked = _of_types(of, types, within).distinct().limit(COUNTED + 1)
    return int(connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one())


def _of_types(names: Sequence[ColumnElement[bool]], types: Sequence[str], within: Within) -> Select[Any]:
    """Rows of claims of these types by their names; the names are looked up first, and the types tried on them."""
    found, claims = schema.resolutions, schema.claims
    tried = claims.c.type.op("||")("").in_(types)  # an expression, so that no index of types is taken for it
    return select(found.c.claim).join(claims, claims.c.row == found.c.claim).where(*names, tried, *_live(within))


def rows_of_same_words(connection: Connection, rows: Sequence[int], role: Role, within: Within) -> list[int]:
    """The rows of these claims, and of live ones of the same texts that fill a role with the very same words of it."""
    claims = schema.claims
    wanted, spans = set(rows), defaultdict(set)
    for part in _parts(rows):
        texts = select(claims.c.text).where(claims.c.row.in_(part))
        asked = select(claims.c.row, claims.c.text, claims.c.roles).where(claims.c.text.in_(texts), *_live(within))
        for row in connection.execute(asked):
            for start, end, _ in roles_of(row.roles).get(role.value, ()):
                spans[row.text, start, end].add(row.row)
    found = wanted | {row for sharing in spans.values() if sharing & wanted for row in sharing}
    return sorted(found)


def rows_beside(connection: Connection, rows: Sequence[int], types: Sequence[str], within: Within) -> list[int]:
    """The rows of the live claims of these types in the texts in which these claims stand."""
    claims = schema.claims
    found: set[int] = set()
    for part in _parts(rows):
        texts = select(claims.c.text).where(claims.c.row.in_(part))
        asked = select(claims.c.row).where(claims.c.text.in_(texts), claims.c.type.in_(types), *_live(within))
        found.update(connection.execute(asked).scalars())
    return sorted(found)


def rows_of_ids(connection: Connection, ids: Sequence[str], within: Within) -> list[int]:
    """The rows of those of these claims that are live."""
    claims = schema.claims
    found: list[int] = []
    for part in _parts(ids):
        found += connection.execute(select(claims.c.row).where(claims.c.id.in_(part), *_live(within))).scalars()
    return sorted(found)


def copies_among(connection: Connection, documents: Iterable[str], as_of: str | None = None) -> list[CopyRecord]:
    """The live copies of which both documents are among these, in order of when they were found."""
    table, wanted = schema.copies, sorted(set(documents))
    found = {}
    for part in _parts(wanted):
        asked = select(table).where(table.c.later.in_(part), *standing(table, as_of))
        found.update({row.row: row for row in connection.execute(asked)})
    there_ = set(wanted)
    return [copy_record(row) for _, row in sorted(found.items()) if row.earlier in there_]


def links_among(connection: Connection, claims: Iterable[str], as_of: str | None = None) -> list[Link]:
    """The live judgements of two records that are both among these, in order of when they were made."""
    table, wanted = schema.links, sorted(set(claims))
    found = []
    for part in _parts(wanted):
        asked = select(table).where(table.c.left.in_(part), *standing(table, as_of))
        found += list(connection.execute(asked))
    there_ = set(wanted)
    return [
        Link(row.of, row.left, row.right, Sameness(row.verdict), row.by, row.at, row.why)
        for row in sorted(found, key=lambda row: (row.at, row.id)) if row.right in there_
    ]  # fmt: skip


def _names(named: Named, as_of: str | None, found: Any = schema.resolutions) -> list[ColumnElement[bool]]:
    """Conditions that a name is of the scheme, in one of the roles, and live; its codes are not in them."""
    gone = withdrawn(as_of).with_only_columns(schema.retractions.c.target)
    return [
        found.c.scheme == named.scheme, found.c.role.in_([role.value for role in named.roles]),
        found.c.id.not_in(gone), *there(found, as_of),
    ]  # fmt: skip


def _live(within: Within) -> list[ColumnElement[bool]]:
    """Conditions that a claim is live, that nobody rejected it, and that it was published in time."""
    claims, documents = schema.claims, schema.documents
    decided = decisions(within.as_of).subquery()
    rejected = select(decided.c.target).where(decided.c.verdict == "rejected")
    conditions = [*live_claims(within.as_of), claims.c.id.not_in(rejected)]
    printed: list[ColumnElement[bool]] = []
    if within.since is not None:
        printed.append(documents.c.published_on >= within.since)
    if within.until is not None:
        printed.append(documents.c.published_on < within.until + "~")  # so that a day holds all its hours
    if printed:
        same = documents.c.text == claims.c.text
        conditions.append(select(documents.c.row).where(same, *printed, *live_documents(within.as_of)).exists())
    return conditions


def _parts(values: Sequence[int] | Sequence[str]) -> Iterable[list[int] | list[str]]:
    return (list(values[first : first + AT_ONCE]) for first in range(0, len(values), AT_ONCE))  # type: ignore[misc]
