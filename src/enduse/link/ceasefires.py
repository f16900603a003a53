"""Lays out what is reported of each truce: a line of states a source, dates apart, silences, and spells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import NamedTuple

from ..model.claim import Role, Stance, State
from ..model.kept import KeptClaim
from ..model.truce import Overlap, Silence, SourceLine, Spell, Truce, TruceDate
from .scope import LandsOf, act_days, actors, day_of, folded, independent, lands, names, source_of, spoken, told

APART = timedelta(days=90)
"""Days without any report after which the next claim is taken to be of another truce."""

NEAR = timedelta(days=30)
"""Days around a claim that names only parties in which a place of theirs tells of which truce it is."""

SILENT = timedelta(days=7)
"""Days without a report of a source that are shown as its silence."""

_NO_DATE = re.compile(
    r"\bcall(?:s|ed|ing)? (?:for|on|upon)\b|\burg(?:e|es|ed|ing)\b|\bappeal|\bdemand|\brestor|\breinstat|\bmust\b"
    r"|\bshould\b|\bterminat|\bnot to extend\b|\bpropos(?:e|es|ed|ing)\b|\bhop(?:e|es|ed|ing) (?:for|to|that)\b",
    re.I,
)
"""Words of a call, or of an end, in a sentence that was read as an agreement: it gives no day of one."""

UNTOLD = "place and parties not told"
"""The name under which claims stand that tell of no truce in particular."""

_STANDS = (State.PROPOSED, State.AGREED, State.IN_FORCE, State.EXTENDED)
_HELD = (State.IN_FORCE, State.EXTENDED, State.VIOLATED)
"""States in which a truce is still on."""


class Asked(NamedTuple):
    """What truces are made from. name_of: the name of a country by its code. today: until when silence lasts."""

    claims: Sequence[KeptClaim]
    report_of: Mapping[str, str]
    lands_of: LandsOf
    name_of: Callable[[str], str]
    today: date


def truces_of(asked: Asked) -> list[Truce]:
    """Lay out the truces that claims speak of: those of one country, or else of the same parties, apart in time."""
    found = []
    for key, claims in sorted(_groups(asked).items()):
        for part, cut in _apart(claims):
            found.append(_truce(key, f"{_why(key, part, asked.lands_of)}; {cut}", part, asked))
    return found


def spells_of(asked: Asked) -> tuple[list[Spell], list[str]]:
    """How long each truce of these claims held, and why some give no length.

    A spell starts on the first day that the truce is told to be in force, and ends with the first report that it
    collapsed. Without one it is censored on the last day on which a report still has it on: silence proves nothing.
    A truce of which all is told on one day has no length.
    """
    spells, left_out = [], []
    for key, group in sorted(_groups(asked).items()):
        if key == UNTOLD:
            left_out.append(f"claims that tell neither place nor parties: {len(group)}")
            continue
        for part, _ in _apart(group):
            said = [(day, kept) for kept in part if (day := day_of(kept)) and kept.claim.stance is not Stance.DENIED]
            name = _name(key, [day for day, _ in said], asked.name_of)
            found = _spell(name, said)
            if isinstance(found, Spell):
                spells.append(found)
            else:
                left_out.append(f"{name}: {found}")
    return spells, left_out


def _spell(name: str, said: Sequence[tuple[date, KeptClaim]]) -> Spell | str:
    """How long one truce held, or why that is not told."""
    starts = [_told_day(kept, day)[0] for day, kept in said if kept.claim.state is State.IN_FORCE]
    if not starts:
        return "no claim with a day tells when it came into force"
    start = min(starts)
    ends = [_told_day(kept, day)[0] for day, kept in said if kept.claim.state is State.COLLAPSED]
    end = min((day for day in ends if day >= start), default=None)
    last = end or max((day for day, kept in said if kept.claim.state in _HELD), default=start)
    if last <= start:
        return "all is told on one day, which gives no length"
    return Spell(name, (last - start).days, end is None)


def _groups(asked: Asked) -> dict[str, list[KeptClaim]]:
    """Claims by what brings them together: their place first, else the place that their article tells, else parties."""
    keys = {kept.claim.id: _key(kept, asked.lands_of) for kept in asked.claims}
    of_article, of_day = _article_places(asked.claims, keys), _day_places(asked.claims, keys)
    groups: dict[str, list[KeptClaim]] = {}
    for kept in asked.claims:
        own = keys[kept.claim.id]
        name = own.name
        if own.by != BY_PLACE:
            name = of_article.get(kept.claim.document_sha256) or _of_weeks(day_of(kept), own, of_day) or own.name
        groups.setdefault(name, []).append(kept)
    return groups


class _Key(NamedTuple):
    """What a claim tells of which truce it is of. by: how, the most exact that is told. lands: its countries."""

    name: str
    by: str
    lands: frozenset[str]


BY_PLACE, BY_PARTIES, BY_WORDS = "by place", "by the countries of the parties", "by words alone"
"""How claims are told to be of one truce, the most exact way first."""


def _key(kept: KeptClaim, lands_of: LandsOf) -> _Key:
    places = lands(kept, (Role.PLACE,), lands_of, worded=False)
    parties = lands(kept, (Role.PARTY,), lands_of)
    if country := places or parties:
        return _Key("+".join(sorted(country)), BY_PLACE if places else BY_PARTIES, country)
    words = lands(kept, (Role.PLACE,), lands_of) or actors(kept, (Role.PARTY,))
    return _Key("+".join(sorted(words)) if words else UNTOLD, BY_WORDS, frozenset())


def _article_places(claims: Iterable[KeptClaim], keys: Mapping[str, _Key]) -> dict[str, str]:
    """The one place of a truce that an article tells; none where it also tells of two parties elsewhere."""
    told: dict[str, set[_Key]] = {}
    for kept in claims:
        told.setdefault(kept.claim.document_sha256, set()).add(keys[kept.claim.id])
    found = {}
    for article, own in told.items():
        placed = [key for key in own if key.by == BY_PLACE]
        if len(placed) == 1 and not any(
            key.by == BY_PARTIES and len(key.lands) > 1 and not placed[0].lands <= key.lands for key in own
        ):
            found[article] = placed[0].name
    return found


def _day_places(claims: Iterable[KeptClaim], keys: Mapping[str, _Key]) -> list[tuple[date, _Key]]:
    """The places of truces, day by day."""
    told = [(day, key) for kept in claims if (key := keys[kept.claim.id]).by == BY_PLACE and (day := day_of(kept))]
    return sorted(told, key=_first)


def _of_weeks(day: date | None, own: _Key, told: Sequence[tuple[date, _Key]]) -> str | None:
    """The one place within the countries of two parties or more at which a truce is reported in these weeks."""
    if own.by != BY_PARTIES or len(own.lands) < 2 or day is None:
        return None
    near = told[bisect_left(told, day - NEAR, key=_first) : bisect_right(told, day + NEAR, key=_first)]
    names = {key.name for _, key in near if key.lands < own.lands}
    return names.pop() if len(names) == 1 else None


def _first(pair: tuple[date, _Key]) -> date:
    return pair[0]


def _why(name: str, claims: Iterable[KeptClaim], lands_of: LandsOf) -> str:
    """What brought the claims of one truce together, each way with its number."""
    if name == UNTOLD:
        return "nothing tells of which truce these are"
    own = [_key(kept, lands_of) for kept in claims]
    counted = Counter(
        key.by if key.name == name else "by the place that their article or others of these weeks tell" for key in own
    )
    return f"together {', '.join(f'{by}: {number}' for by, number in sorted(counted.items()))}"


def _apart(claims: Iterable[KeptClaim]) -> Iterable[tuple[list[KeptClaim], str]]:
    """Cut one country's claims into truces: at a new one after a collapse, and after long silence of all."""
    undated = [kept for kept in claims if day_of(kept) is None]
    dated = sorted(
        ((day, kept) for kept in claims if (day := day_of(kept))), key=lambda pair: (pair[0], pair[1].claim.id)
    )
    part: list[KeptClaim] = []
    why, ended, before = "the first report", None, None
    for day, kept in dated:
        renewed = ended is not None and day > ended and kept.claim.state in _STANDS
        if part and before is not None and (renewed or day - before > APART):
            yield part, why
            part, ended = [], None
            why = "reported after a collapse" if renewed else f"more than {APART.days} days after any other report"
        if kept.claim.state is State.COLLAPSED and kept.claim.stance is not Stance.DENIED:
            ended = day
        part.append(kept)
        before = day
    if part:
        yield part, why
    if undated:
        yield undated, "the articles have no date, so they cannot be put in order"


def _truce(key: str, why: str, claims: Sequence[KeptClaim], asked: Asked) -> Truce:
    by_source: dict[str, list[KeptClaim]] = {}
    for kept in claims:
        by_source.setdefault(source_of(kept), []).append(kept)
    days = [day for kept in claims if (day := day_of(kept))]
    lines = tuple(_line(source, said, asked.today) for source, said in sorted(by_source.items()))
    dates = {state: _dates(claims, state) for state in (State.AGREED, State.IN_FORCE, State.COLLAPSED)}
    places = tuple(sorted({words for kept in claims for words in spoken(kept, Role.PLACE)}))
    return Truce(
        _name(key, days, asked.name_of), why, places, lines, dates[State.AGREED], dates[State.IN_FORCE],
        dates[State.COLLAPSED], _overlaps(claims), independent(claims, asked.report_of), _notes(claims),
    )  # fmt: skip


def _notes(claims: Iterable[KeptClaim]) -> tuple[str, ...]:
    agreed = [k for k in claims if k.claim.state is State.AGREED and k.claim.stance is not Stance.DENIED]
    number = sum(not _is_dated(kept, State.AGREED) for kept in agreed)
    return (f"read as agreed, but worded as a call or an end, so that no date is taken: {number}",) if number else ()


def _name(key: str, days: Sequence[date], name_of: Callable[[str], str]) -> str:
    shown = " and ".join(map(name_of, key.split("+")))
    return f"{shown}, reported {min(days)} to {max(days)}" if days else f"{shown}, undated"


def silences_of(days: Iterable[date]) -> tuple[Silence, ...]:
    """The gaps between days that are long enough to be shown."""
    return tuple(
        Silence(one, other, (other - one).days - 1) for one, other in pairwise(sorted(days)) if other - one > SILENT
    )


def _line(source: str, claims: Sequence[KeptClaim], today: date) -> SourceLine:
    states = sorted(map(told, claims), key=lambda said: (said.day or date.max, said.claim))
    days = sorted({said.day for said in states if said.day})
    silences = list(silences_of(days))
    if days and today - days[-1] > SILENT:
        silences.append(Silence(days[-1], None, (today - days[-1]).days))
    counted = Counter(kept.claim.state for kept in claims if kept.claim.stance is not Stance.DENIED)
    return SourceLine(source, tuple(states), tuple(silences), counted[State.VIOLATED])


def _dates(claims: Iterable[KeptClaim], state: State) -> tuple[TruceDate, ...]:
    found = []
    for kept in claims:
        day = day_of(kept)
        if _is_dated(kept, state) and day is not None:
            when, basis = _told_day(kept, day)
            words = "; ".join(spoken(kept, Role.TIME))
            found.append(TruceDate(when, basis, words, kept.claim.id, source_of(kept)))
    return tuple(sorted(found, key=lambda told: (told.day, told.claim)))


def _is_dated(kept: KeptClaim, state: State) -> bool:
    """Whether a claim gives a day of a state; who calls for a truce to be restored declares none."""
    if kept.claim.state is not state or kept.claim.stance is Stance.DENIED:
        return False
    return state is not State.AGREED or not _NO_DATE.search(kept.claim.sentence.text)


def _told_day(kept: KeptClaim, published: date) -> tuple[date, str]:
    """The day that the sentence gives, where it gives one day; otherwise that of the report."""
    start, end = act_days(kept)
    return (start, "worded") if start is not None and start == end else (published, "day of the report")


def _overlaps(claims: Iterable[KeptClaim]) -> tuple[Overlap, ...]:
    """Pairs of violations by two sources at one named place, reported on one day or on two that follow."""
    violated = [k for k in claims if k.claim.state is State.VIOLATED and k.claim.stance is not Stance.DENIED]
    found = []
    for one, other in combinations(sorted(violated, key=lambda kept: kept.claim.id), 2):
        places = names(one, (Role.PLACE,)) & names(other, (Role.PLACE,))
        first, second = day_of(one), day_of(other)
        sources = tuple(sorted({source_of(one), source_of(other)}, key=folded))
        if places and len(sources) == 2 and first and second and abs((first - second).days) <= 1:
            found.append(Overlap(min(places), min(first, second), (one.claim.id, other.claim.id), sources))
    return tuple(found)
