"""Gives every claim that a filter lets through, for a file that holds just the rows that were counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from enduse.model.kept import ClaimFilter, KeptClaim

from .ledgers import view_ledger

CLAIMS_AT_ONCE = 500


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
