"""Gives every claim or text that is asked for, for a page and a file that hold just the rows that were counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.model.kept import ClaimFilter, Hit, KeptClaim

from .asking import moment
from .ledgers import view_ledger

CLAIMS_AT_ONCE = 500
TEXTS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class EveryClaim:
    """The rows of all claims that were let through at one moment, those added last first."""

    where: str
    rows: tuple[int, ...]
    as_of: str | None

    def claims(self) -> Iterator[KeptClaim]:
        """The claims themselves, some at a time, each time in a short transaction of its own."""
        from enduse.ledger.show import kept_claims

        for start in range(0, len(self.rows), CLAIMS_AT_ONCE):
            with view_ledger(self.where) as ledger, ledger.reading() as connection:
                found = kept_claims(connection, self.rows[start : start + CLAIMS_AT_ONCE], self.as_of)
            yield from found


def every_claim(where: str, asked: ClaimFilter) -> EveryClaim:
    """Ask which claims a filter lets through; nothing of them is fetched yet."""
    from enduse.ledger.find import ClaimQuery

    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = sorted(connection.execute(ClaimQuery(connection, asked).rows()).scalars(), reverse=True)
    return EveryClaim(where, tuple(rows), asked.as_of)


@dataclass(frozen=True, slots=True)
class EveryText:
    """The rows of all texts in which words stood at one moment, those added last first."""

    where: str
    words: str
    rows: tuple[int, ...]
    as_of: str | None

    def hits(self, rows: Sequence[int] | None = None) -> Iterator[Hit]:
        """The passages themselves, of all texts or of these rows, some at a time."""
        from enduse.ledger.show import hits
        from enduse.ledger.words import parse

        wanted, query = self.rows if rows is None else rows, parse(self.words)
        for start in range(0, len(wanted), TEXTS_AT_ONCE):
            with view_ledger(self.where) as ledger, ledger.reading() as connection:
                found = hits(connection, wanted[start : start + TEXTS_AT_ONCE], query, self.as_of)
            yield from found


def every_text(where: str, words: str, *, as_of: str | None = None) -> EveryText:
    """Ask in which texts words stand; nothing of them is fetched yet."""
    from enduse.ledger.find import texts_with
    from enduse.ledger.words import parse

    query, then = parse(words), moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = texts_with(connection, query, limit=MOST, after=None, as_of=then)
    return EveryText(where, words, tuple(rows), then)


MOST = 10_000_000
"""More texts than a ledger has."""
