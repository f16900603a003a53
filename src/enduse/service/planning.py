"""Answers what is planned in a ledger and what became of its conditions, and what changed of it since a time or run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from enduse.errors import UsageError
from enduse.model import ClaimType
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.plan import News, Plan

from .asking import LIMIT, moment
from .grouping import reading_grouped
from .ledgers import view_ledger

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.link.scope import LandsOf

_ROWS = 500
"""Claims that are put together at once."""


MANY = 1_500
"""New claims up to which a watch looks only at the plans that they are about."""


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """Which plans are asked for. conditional: only what hangs on a condition. words: that must stand in the sentence.

    as_of: the state of the ledger then. day: as of which the calendar is asked; that of as_of, or today, if None.
    """

    conditional: bool = False
    words: str | None = None
    as_of: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Plans. after: ask with it for the next page; None at the end.

    beyond: plans of the page that have more claims beside them than were looked at; those soonest after them were.
    """

    plans: tuple[Plan, ...]
    after: int | None
    beyond: int = 0


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


def plan_page(
    where: str, asked: PlanFilter = PlanFilter(), *, limit: int = LIMIT, after: int | None = None
) -> PlanPage:
    """A page of what a ledger holds as planned, promised, considered or called for, those added last first.

    Of the present each plan is judged by the claims that share something with it; of a past moment by all of then.
    """
    then = moment(asked.as_of) if asked.as_of is not None else None
    day = _calendar_day(asked.day, then)
    with reading_grouped(where, then) as (connection, _, kept):
        wanted, more = _wanted(connection, asked, then, after=after, limit=limit)
        if kept:
            found, beyond = _judged(connection, wanted, day)
        else:
            rows = {one.row for one in wanted}
            found, beyond = _plans(connection, then, day, rows), 0
        return PlanPage(tuple(found), wanted[-1].row if more else None, beyond)


def count_plans(where: str, asked: PlanFilter, most: int) -> int:
    """How many plans a filter lets through, copies folded; so many where there are as many claims or more."""
    from enduse.ledger.groups import reports_of_texts
    from enduse.ledger.reports import report_of_texts
    from enduse.link.plans import told_once

    then = moment(asked.as_of) if asked.as_of is not None else None
    with reading_grouped(where, then) as (connection, _, kept):
        wanted, _ = _wanted(connection, asked, then, after=None, limit=most)
        if len(wanted) >= most:
            return most
        texts = {one.claim.document_sha256 for one in wanted}
        return told_once(wanted, reports_of_texts(connection, texts) if kept else report_of_texts(connection, then))


def watch(where: str, since: str, *, as_of: str | None = None, day: str | None = None) -> list[News]:
    """What changed about the plans of a ledger since a time, or since before a run ("run-…") added to it.

    Of the present only those plans are looked at that something new is about; a name that was looked up anew is no
    news. After more than MANY new claims, and of a past moment, all are.
    """
    from enduse.ledger.reports import before_run
    from enduse.link.watch import changes

    then = moment(as_of) if as_of is not None else None
    with reading_grouped(where, then) as (connection, name, kept):
        start = before_run(connection, since) if since.startswith("run-") else _since(since)
        if start is None:
            raise UsageError(f"no run {since!r} in {name} added anything; name a time, or a run of its export")
        if then is not None and then < start:
            raise UsageError(f"since {since} is later than as_of {as_of}; turn them round")
        first, last = date.fromisoformat(start[:10]), _calendar_day(day, then)
        rows = _touched(connection, start) if kept else None
        if rows is None:
            before, now = _plans(connection, start, first), _plans(connection, then, last)
        else:
            before, now = (_judged_then(connection, rows, *at) for at in ((start, first), (None, last)))
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


def _wanted(
    connection: Connection, asked: PlanFilter, then: str | None, *, after: int | None, limit: int
) -> tuple[list[KeptClaim], bool]:
    """The claims of a page of plans, and whether there are more."""
    from enduse.ledger.find import ClaimQuery
    from enduse.link.conditions import conditions_of
    from enduse.link.plans import PLANNED, TRUCES_AHEAD, is_plan

    statuses = tuple(label.value for label in (*PLANNED, *TRUCES_AHEAD))
    query = ClaimQuery(connection, ClaimFilter(statuses=statuses, words=asked.words, as_of=then))
    found: list[KeptClaim] = []
    while rows := query.page(_ROWS, after):
        for kept in kept_of(connection, rows, then):
            if is_plan(kept) and (not asked.conditional or conditions_of(kept)):
                found.append(kept)
            if len(found) > limit:
                return found[:limit], True
        after = rows[-1]
    return found, False


def _judged(connection: Connection, wanted: Sequence[KeptClaim], day: date) -> tuple[list[Plan], int]:
    """These plans, judged by their neighbours."""
    from .neighbours import neighbours

    beside = neighbours(connection, wanted, lands_lookup())
    return _plans_of(connection, wanted, kept_of(connection, _live(connection, beside.rows, None), None), day), (
        beside.beyond
    )


def _judged_then(connection: Connection, rows: set[int], as_of: str | None, day: date) -> list[Plan]:
    """The plans among the claims of these rows as they were at a moment, judged by their neighbours of then."""
    from enduse.link.plans import is_plan

    from .neighbours import neighbours

    wanted = [kept for kept in kept_of(connection, _live(connection, rows, as_of), as_of) if is_plan(kept)]
    beside = neighbours(connection, wanted, lands_lookup())
    claims = kept_of(connection, _live(connection, beside.rows, as_of), as_of)
    return _plans_of(connection, wanted, claims, day)


def _live(connection: Connection, rows: set[int], as_of: str | None) -> list[int]:
    from enduse.ledger.changed import live_rows
    from enduse.ledger.find import ClaimQuery

    return live_rows(connection, rows, ClaimQuery(connection, ClaimFilter(as_of=as_of)).rows())[::-1]


def _plans_of(
    connection: Connection, wanted: Sequence[KeptClaim], claims: Sequence[KeptClaim], day: date
) -> list[Plan]:
    from enduse.ledger.groups import reports_of_texts

    texts = {kept.claim.document_sha256 for kept in (*wanted, *claims)}
    return _of_known(wanted, claims, reports_of_texts(connection, texts), day)


def _of_known(
    wanted: Sequence[KeptClaim], claims: Sequence[KeptClaim], reports: Mapping[str, str], day: date
) -> list[Plan]:
    from enduse.link.plans import Known, plans_of
    from enduse.resolve.period import parse_period

    known = Known(
        claims, reports, lands_lookup(), lambda words, published: parse_period(words, published, ahead=True), day
    )
    return plans_of(wanted, known)


def _touched(connection: Connection, start: str) -> set[int] | None:
    """The rows of the plans that something added since a moment is about; None where so much is that all may be."""
    from enduse.ledger import groups
    from enduse.ledger.changed import rows_since
    from enduse.link.packed import unpacked

    from .neighbours import plans_touched

    rows = rows_since(connection, start, MANY + 1)
    if len(rows) > MANY:
        return None
    cards = groups.card_rows(connection, groups.ids_of(connection, rows))
    return rows | plans_touched(connection, [unpacked(card.fact) for card in cards])


def _plans(connection: Connection, as_of: str | None, day: date, rows: set[int] | None = None) -> list[Plan]:
    """All plans of a moment, or those of some rows, judged by all claims."""
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.reports import report_of_texts
    from enduse.link.plans import is_plan

    def of(asked: ClaimFilter) -> list[KeptClaim]:
        return kept_of(connection, ClaimQuery(connection, asked).page(ALL, None), as_of)

    kinds = (ClaimType.TRANSFER, ClaimType.DIVERSION, ClaimType.CEASEFIRE, ClaimType.HOLDING, ClaimType.INTERDICTION)
    claims = of(ClaimFilter(types=tuple(kind.value for kind in kinds), as_of=as_of))
    wanted = [kept for kept in claims if is_plan(kept) and (rows is None or kept.row in rows)]
    return _of_known(wanted, claims, report_of_texts(connection, as_of), day)


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
