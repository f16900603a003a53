"""Answers what a ledger holds of late: which outlets on which days, how old the newest article is, what was added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from enduse.model import ClaimType
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.plan import News

from .asking import claims, moment
from .ledgers import view_ledger
from .planning import MANY, today, watch

DOCUMENTS = 20_000
"""Documents whose days are looked at, those published last."""

WEEKS = 26
COUNTED = 10_000
FLAGGED = 50
"""Claims of MANPADS that are looked at, those added last."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which outlets printed something in which week. weeks: by outlet, Monday → documents; "" where none is named.

    newest: day of the newest document; None where none is dated. undated: documents without a day, ahead: with a day
    that is yet to come, each counted up to COUNTED. older: documents looked at that were printed before the first week.
    more: whether there were more than could be looked at.
    """

    first: date
    last: date
    weeks: Mapping[str, Mapping[date, int]]
    newest: date | None
    older: int
    undated: int
    ahead: int
    more: bool
    added_at: str | None

    @property
    def documents(self) -> int:
        """Documents that stand in a week."""
        return sum(sum(weeks.values()) for weeks in self.weeks.values())


def coverage(where: str, *, until: date | None = None) -> Coverage:
    """The weeks before a day, today if None; where nothing came in of late, those before the newest document.

    Where all documents are dated later than that day, as invented ones may be, it is the weeks before the last of them.
    """
    from enduse.ledger.arrivals import dated_after, last_added, newest_printed, without_day

    day = until or today()
    with view_ledger(where) as ledger, ledger.reading() as connection:
        found = newest_printed(connection, day.isoformat(), DOCUMENTS + 1)
        if not found and until is None and (latest := newest_printed(connection, date.max.isoformat(), 1)):
            day = date.fromisoformat(latest[0].day) if len(latest[0].day) == 10 else day
            found = newest_printed(connection, day.isoformat(), DOCUMENTS + 1)
        undated, ahead = without_day(connection, COUNTED), dated_after(connection, day.isoformat(), COUNTED)
        added_at = last_added(connection)
    dated = [(one.outlet or "", date.fromisoformat(one.day)) for one in found[:DOCUMENTS] if len(one.day) == 10]
    newest = dated[0][1] if dated else None
    last = newest if newest and newest < day - timedelta(weeks=WEEKS) else day
    first = _monday(last) - timedelta(weeks=WEEKS - 1)
    weeks: dict[str, Counter[date]] = {}
    for outlet, printed in dated:
        if printed >= first:
            weeks.setdefault(outlet, Counter())[_monday(printed)] += 1
    older = sum(printed < first for _, printed in dated)
    return Coverage(first, last, weeks, newest, older, undated, ahead, len(found) > DOCUMENTS, added_at)


class Changed(NamedTuple):
    """What was added since a moment, each counted up to COUNTED, and what changed of the plans.

    news: None where so much is new that all plans would have to be judged again.
    """

    documents: int
    claims: int
    news: tuple[News, ...] | None


def changed(where: str, since: str) -> Changed:
    """What changed since a moment; UsageError for what is no moment."""
    from enduse.ledger.arrivals import added_since

    start = moment(since)
    with view_ledger(where) as ledger, ledger.reading() as connection:
        documents, found = added_since(connection, start, COUNTED)
    return Changed(documents, found, tuple(watch(where, since)) if max(documents, found) <= MANY else None)


class Flagged(NamedTuple):
    """A claim of MANPADS whose recipient is no state, or not known to be one, and why it is flagged."""

    kept: KeptClaim
    why: tuple[str, ...]


class FlaggedPage(NamedTuple):
    """Flagged claims. read: claims of MANPADS that were looked at. more: whether there are more of these."""

    flagged: tuple[Flagged, ...]
    read: int
    more: bool


def flagged(where: str, *, limit: int = FLAGGED) -> FlaggedPage:
    """The transfers of MANPADS, planned, done or denied, those added last first, whose recipient is not a state."""
    from enduse.lexicon.weapons import open_weapons
    from enduse.link.checklist import MANPADS, flags_of

    models = sorted(row.id for row in open_weapons().weapons.values() if row.weapon_class == MANPADS)
    codes = [MANPADS, *models]
    asked = ClaimFilter(types=(ClaimType.TRANSFER.value,), codes=tuple(f"weapon:{code}" for code in codes))
    page = claims(where, asked, limit=limit)
    found = [(kept, flags_of([kept])) for kept in page.claims]
    return FlaggedPage(
        tuple(Flagged(kept, why) for kept, why in found if why), len(page.claims), page.after is not None
    )  # fmt: skip


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
