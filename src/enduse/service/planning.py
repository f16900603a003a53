"""Answers what is planned in a ledger and what became of its conditions, and what changed of it since a time or run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from enduse.errors import UsageError
from enduse.model import ClaimType
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.plan import News, Plan

from .asking import moment
from .ledgers import view_ledger

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.link.scope import LandsOf

_ROWS = 500
"""Claims that are put together at once."""


def plans(
    where: str, *, conditional: bool = False, words: str | None = None, as_of: str | None = None, day: str | None = None
) -> list[Plan]:
    """What a ledger holds as planned, promised, considered or called for, those added last first.

    conditional: only what hangs on a condition. words: that must stand in the sentence, as in `enduse search`.
    day: as of which the calendar is asked; that of as_of, or today, if None.
    """
    from enduse.ledger.find import ClaimQuery

    then = moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = set(ClaimQuery(connection, ClaimFilter(words=words, as_of=then)).page(ALL, None)) if words else None
        found = _plans(connection, then, _calendar_day(day, then))
        if rows is not None:
            of = {kept.claim.id for kept in kept_of(connection, sorted(rows), then)}
            found = [plan for plan in found if plan.told.claim in of]
    return [plan for plan in found if plan.conditions or not conditional]


def watch(where: str, since: str, *, as_of: str | None = None, day: str | None = None) -> list[News]:
    """What changed about the plans of a ledger since a time, or since before a run ("run-…") added to it."""
    from enduse.ledger.reports import before_run
    from enduse.link.watch import changes

    then = moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        start = before_run(connection, since) if since.startswith("run-") else _since(since)
        if start is None:
            raise UsageError(f"no run {since!r} in {ledger.name} added anything; name a time, or a run of its export")
        if then is not None and then < start:
            raise UsageError(f"since {since} is later than as_of {as_of}; turn them round")
        before = _plans(connection, start, date.fromisoformat(start[:10]))
        now = _plans(connection, then, _calendar_day(day, then))
    return list(changes(before, now))


ALL = 10_000_000
"""More claims than a ledger has."""


def kept_of(connection: Connection, rows: Sequence[int], as_of: str | None) -> list[KeptClaim]:
    """Claims of these rows, in this order."""
    from enduse.ledger.show import kept_claims

    found: list[KeptClaim] = []
    for first in range(0, len(rows), _ROWS):
        found += kept_claims(connection, rows[first : first + _ROWS], as_of)
    return found


def lands_lookup(registers: Path | None = None) -> LandsOf:
    """Open what gives the countries of a code of the registers."""
    from enduse.lexicon.actors import open_actors
    from enduse.lexicon.places import WORLD, open_places
    from enduse.lexicon.tables import own_file

    actors, places = own_file(registers, "actors.tsv"), own_file(registers, "places_extra.tsv")

    def lands_of(scheme: str, code: str) -> frozenset[str]:
        try:
            if scheme == "place":
                return frozenset({open_places(places).country_of(code)}) - {WORLD}
            return open_actors(actors).states_of(code)
        except KeyError:  # a row of somebody's own registers, which are not laid over ours here
            return frozenset()

    return lands_of


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()


def _plans(connection: Connection, as_of: str | None, day: date) -> list[Plan]:
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.reports import report_of_texts
    from enduse.link.plans import Known, is_plan, plans_of
    from enduse.resolve.period import parse_period

    def of(asked: ClaimFilter) -> list[KeptClaim]:
        return kept_of(connection, ClaimQuery(connection, asked).page(ALL, None), as_of)

    kinds = (ClaimType.TRANSFER, ClaimType.DIVERSION, ClaimType.CEASEFIRE, ClaimType.HOLDING, ClaimType.INTERDICTION)
    claims = of(ClaimFilter(types=tuple(kind.value for kind in kinds), as_of=as_of))
    known = Known(
        claims, report_of_texts(connection, as_of), lands_lookup(),
        lambda words, published: parse_period(words, published, ahead=True), day,
    )  # fmt: skip
    return plans_of([kept for kept in claims if is_plan(kept)], known)


def _calendar_day(day: str | None, as_of: str | None) -> date:
    if day is None:
        return date.fromisoformat(as_of[:10]) if as_of else today()
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"day is {day!r}; write it as 2031-04-11") from error


def _since(since: str) -> str:
    try:
        return moment(since)
    except UsageError as error:
        raise UsageError(
            f"since is {since!r}; write UTC as 2031-04-11 or 2031-04-11T09:30:00Z, or a run's id"
        ) from error
