"""Finds claims by what is asked of them, and texts by their words, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    any_,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import UnaryExpression

from ..model import State, Status
from ..model.kept import ClaimFilter, Decision
from . import schema
from .live import decisions, live_claims, live_documents, there, withdrawn
from .words import Both, Phrase, Query, fts5, parse, tsquery

FEW = 5_000
"""Rows up to which a condition is looked up first and the others are tried on what it gives; see docs/ledger.md."""

claim_words = table("claim_words", column("rowid"), column("row"), column("words", TSVECTOR))
text_words = table("text_words", column("rowid"), column("row"), column("words", TSVECTOR))


class _Condition(NamedTuple):
    """What one part of the filter allows: the rows that an index gives, and how to try it on a claim at hand."""

    rows: Select[Any]
    probe: ColumnElement[bool]


class ClaimQuery:
    """The query for one page; it says in which order to look, for both stores guess poorly how many rows match."""

    def __init__(self, connection: Connection, asked: ClaimFilter) -> None:
        self._connection = connection
        self._asked = asked
        self._sqlite = connection.dialect.name == "sqlite"
        self._words = self._match()

    def page(self, limit: int, after: int | None) -> list[int]:
        """The rows of so many claims, those added last first."""
        query, order = self._query()
        if after is not None:
            query = query.where(order < after)
        return [row for (row,) in self._connection.execute(query.order_by(order.desc()).limit(limit))]

    def rows(self) -> Select[Any]:
        """The rows of all claims there are, for a query around this one."""
        return self._query()[0]

    def count(self) -> int:
        """How many claims there are."""
        query, _ = self._query()
        return int(self._connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())

    def _query(self) -> tuple[Select[Any], ColumnElement[Any]]:
        claims, conditions = schema.claims, list(self._conditions())
        always = [*self._scores(), *live_claims(self._asked.as_of), *self._undecided()]
        few = [(n, c) for c in conditions if (n := self._size(c.rows)) <= FEW]
        first = min(few, key=lambda pair: pair[0])[1] if few else None
        if first is None and self._sqlite and self._words is not None:
            tried = [c.probe for c in conditions if c.rows is not self._words]
            joined = self._words.join(claims, claims.c.row == claim_words.c.rowid)
            return joined.where(*tried, *always), claim_words.c.rowid
        tried = [c.probe for c in conditions if c is not first]
        if first is not None and self._sqlite:
            tried.append(claims.c.row.in_(first.rows))
        elif first is not None:  # as an array, for PostgreSQL takes what is live to be worked out anew for each row
            tried.append(claims.c.row == any_(func.array(first.rows.scalar_subquery())))
        return select(claims.c.row).where(*tried, *always), claims.c.row

    def _size(self, rows: Select[Any]) -> int:
        few = rows.limit(FEW + 1).subquery()
        return int(self._connection.execute(select(func.count()).select_from(few)).scalar_one())

    def _conditions(self) -> Iterator[_Condition]:
        asked, claims = self._asked, schema.claims
        if self._words is not None:
            yield _Condition(self._words, self._unindexed(claims.c.row).in_(self._words))
        if labels := list(_labels(asked, lambda label: label)):
            yield _Condition(select(claims.c.row).where(*labels), and_(*_labels(asked, self._unindexed)))
        if asked.codes:
            found, coded = schema.resolutions, self._coded()
            same = select(found.c.row).where(found.c.claim == claims.c.row, *coded)
            yield _Condition(select(found.c.claim).where(*coded), same.exists())
        if printed := list(self._printed()):
            documents = schema.documents
            printed += live_documents(asked.as_of)
            of_texts = select(claims.c.row).where(claims.c.text.in_(select(documents.c.text).where(*printed)))
            yield _Condition(
                of_texts, select(documents.c.row).where(documents.c.text == claims.c.text, *printed).exists()
            )
        if asked.decision not in (None, Decision.OPEN, Decision.ANY):
            decided = claims.c.id.in_(_with_decision(asked.decision, asked.as_of))
            yield _Condition(select(claims.c.row).where(decided), decided)

    def _unindexed(self, of: Any) -> Any:
        """The column so that SQLite does not look it up in an index: its guess of how many rows match is poor."""
        return UnaryExpression(of, operator=operators.custom_op("+"), type_=of.type) if self._sqlite else of

    def _printed(self) -> Iterator[ColumnElement[bool]]:
        asked, documents = self._asked, schema.documents
        if asked.outlet is not None:
            yield documents.c.publisher == asked.outlet
        if asked.since is not None:
            yield documents.c.published_on >= asked.since
        if asked.until is not None:
            yield documents.c.published_on < asked.until + "~"  # so that a day holds all its hours

    def _coded(self) -> list[ColumnElement[bool]]:
        found = schema.resolutions
        pairs = [code.partition(":") for code in self._asked.codes]
        same = or_(*((found.c.scheme == scheme) & (found.c.code == code) for scheme, _, code in pairs))
        gone = withdrawn(self._asked.as_of).with_only_columns(schema.retractions.c.target)
        return [same, found.c.id.not_in(gone), *there(found, self._asked.as_of)]

    def _scores(self) -> Iterator[ColumnElement[bool]]:
        asked, claims, found = self._asked, schema.claims, schema.extractions
        scored: list[ColumnElement[bool]] = []
        if asked.min_score is not None:
            scored.append(found.c.score >= asked.min_score)
        if asked.max_score is not None:
            scored.append(found.c.score <= asked.max_score)
        if asked.reader is not None:
            scored.append(found.c.reader == asked.reader)
        if scored:
            same = found.c.claim == claims.c.row
            yield select(found.c.row).where(same, *scored, *there(found, asked.as_of)).exists()

    def _undecided(self) -> Iterator[ColumnElement[bool]]:
        claims, decided = schema.claims, decisions(self._asked.as_of).subquery()
        if self._asked.decision is None:
            rejected = select(decided.c.target).where(decided.c.verdict == Decision.REJECTED)
            yield claims.c.id.not_in(rejected)
        elif self._asked.decision is Decision.OPEN:
            yield claims.c.id.not_in(select(decided.c.target))
            yield claims.c.id.not_in(select(decided.c.replacement).where(decided.c.replacement.is_not(None)))

    def _match(self) -> Select[Any] | None:
        queries = [(role.value, parse(words)) for role, words in self._asked.roles.items()]
        if self._asked.words:
            queries.append(("sentence", parse(self._asked.words)))
        if not queries:
            return None
        if self._sqlite:
            return _matching(claim_words, " AND ".join(f"({fts5(query, name)})" for name, query in queries))
        parts = [tsquery(query, "" if name == "sentence" else f"{name}/") for name, query in queries]
        return _matching_vector(claim_words, " & ".join(f"({part})" for part in parts))


def texts_with(connection: Connection, query: Query, *, limit: int, after: int | None, as_of: str | None) -> list[int]:
    """The rows of texts with these words that have a live document, those added last first."""
    documents = schema.documents
    live = select(documents.c.row).where(*live_documents(as_of))
    if connection.dialect.name == "sqlite":
        found, row = _matching(text_words, fts5(query)), text_words.c.rowid
    else:
        found, row = _matching_vector(text_words, tsquery(query)), text_words.c.row
    found = found.where(live.where(documents.c.text == row).exists())
    if after is not None:
        found = found.where(row < after)
    return [number for (number,) in connection.execute(found.order_by(row.desc()).limit(limit))]


def wanted_words(query: Query) -> Iterator[Phrase]:
    """The phrases that a text must or may hold; none of those after a NOT."""
    if isinstance(query, Phrase):
        yield query
    else:
        yield from wanted_words(query.left)
        if not isinstance(query, Both) or query.operator != "NOT":
            yield from wanted_words(query.right)


def _matching(words: Any, query: str) -> Select[Any]:
    # Each with a name of its own for what is asked: where two are put together, one would take that of the other.
    return select(words.c.rowid).where(literal_column(words.name).op("MATCH")(literal(query, String)))


def _matching_vector(words: Any, query: str) -> Select[Any]:
    asked = cast(literal(query, String), TSQUERY)
    return select(words.c.row).where(words.c.words.op("@@")(asked))


def _with_decision(decision: Decision, as_of: str | None) -> Select[Any]:
    decided = decisions(as_of).subquery()
    if decision is Decision.CORRECTED:
        return select(decided.c.replacement).where(decided.c.replacement.is_not(None))
    return select(decided.c.target).where(decided.c.verdict == decision.value)


def _labels(asked: ClaimFilter, as_probe: Callable[[Any], Any]) -> Iterator[ColumnElement[bool]]:
    claims = schema.claims
    statuses = [status for status in asked.statuses if status in list(Status)]
    states = [state for state in asked.statuses if state in list(State)]
    if asked.types:
        yield as_probe(claims.c.type).in_(asked.types)
    if statuses and states:
        yield or_(as_probe(claims.c.status).in_(statuses), as_probe(claims.c.state).in_(states))
    elif statuses or states:
        yield as_probe(claims.c.status if statuses else claims.c.state).in_(statuses or states)
    if asked.stances:
        yield as_probe(claims.c.stance).in_(asked.stances)
