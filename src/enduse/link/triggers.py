"""Ties a condition to the later claims that go towards it, and says how far they go, level by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from ..model.claim import Role, Stance, State, Status
from ..model.kept import KeptClaim
from ..model.period import Period
from ..model.plan import Change, Condition, ConditionKind, Predicate, TriggerLevel
from .conditions import ReadCondition
from .scope import LandsOf, act_days, actors, day_of, folded, independent, lands, names, told

HORIZON = timedelta(days=366)
"""How long after a plan claims are tied to its condition: later ones are likelier of another truce."""

SILENCE = timedelta(days=90)
"""Days without a claim that is tied, after which a loose tie is likelier of another truce."""

LATE = ", after long silence"
"""What is added to the name of such a tie."""

PARTIES = (Role.PARTY,)
SIDES = (Role.SUPPLIER, Role.RECIPIENT, Role.AGENT, Role.HOLDER, Role.FROM, Role.TO, Role.PARTY)
WHERE = (Role.PLACE, Role.RECIPIENT, Role.TO)

COUNTRY, SENTENCE, ONE_PARTY = "country alone", "the plan's place in the sentence", "one party alone"
LOOSE = frozenset({COUNTRY, SENTENCE, ONE_PARTY})
"""What loose ties are called: the claim may be of another truce."""

_LEAVES = ("no longer bound", "no longer feels bound", "no longer feel bound", "suspend", "not bound by")


class Step(IntEnum):
    """What one claim does to a condition; of one day's claims the least comes first."""

    STRAIN = 1
    LEAVE = 2
    MEET = 3
    REOPEN = 4


class Surroundings(NamedTuple):
    """What is known beside a condition: who are its plan's neighbours in the ledger, and how reports are counted.

    ceasefires, attacks: claims that may be tied. article: ceasefire claims of the plan's own text.
    """

    ceasefires: Sequence[KeptClaim]
    attacks: Sequence[KeptClaim]
    article: Sequence[KeptClaim]
    report_of: Mapping[str, str]
    lands_of: LandsOf
    today: date


def condition_of(plan: KeptClaim, read: ReadCondition, period: Period | None, around: Surroundings) -> Condition:
    """The condition of a plan with its level and the claims that give it.

    period: what the condition's words say as a date.
    """
    if read.predicate is Predicate.UNCLEAR:
        return _untied(read, read.why)
    if read.kind is ConditionKind.DATE:
        return _by_calendar(read, period, around.today)
    since = day_of(plan)
    if since is None:
        return _untied(read, "the plan's article has no date, so nothing can be later")
    fits = {kept.claim.id: fit for kept in _candidates(read, around) if (fit := _fit(plan, read, kept, around))}
    tied = [kept for kept in _candidates(read, around) if kept.claim.id in fits]
    later = [kept for kept in tied if is_later(kept, since)]
    fits |= _after_silence(later, fits, since)
    undated = sum(day_of(kept) is None for kept in tied)
    notes = [f"left out, without a day: {undated}"] if undated else []
    notes.append(f"tied: {len(later)}, later than {since} by at most {HORIZON.days} days")
    counted = Counter(fits[kept.claim.id] for kept in later)
    notes += [f"tied by {fit}: {number}" for fit, number in sorted(counted.items())]
    history = _history(read.predicate, later, around.report_of)
    if not history:
        return Condition(
            read.words, read.kind, read.predicate, TriggerLevel.NOTHING, "condition not reported met",
            notes=tuple(notes),
        )  # fmt: skip
    last = history[-1]
    ties = {fits[said.claim] for said in last.by}
    loose = all(tie.removesuffix(LATE) in LOOSE for tie in ties)
    likely = "it is likelier" if all(tie.endswith(LATE) for tie in ties) else "it may be"
    wording = f"{last.wording}; loosely tied, {likely} another truce" if loose else last.wording
    return Condition(
        read.words, read.kind, read.predicate, last.level, wording, tuple(history), notes=tuple(notes), loose=loose
    )


def _after_silence(later: Sequence[KeptClaim], fits: Mapping[str, str], since: date) -> dict[str, str]:
    """The loose ties that follow on a long silence of all that is tied: they are likelier of another truce."""
    found, last = {}, since
    for day, kept in sorted(((day_of(kept) or since, kept) for kept in later), key=lambda one: one[0]):
        fit = fits[kept.claim.id]
        if fit in LOOSE and day - last > SILENCE:
            found[kept.claim.id] = f"{fit}{LATE}"
        last = day
    return found


def _candidates(read: ReadCondition, around: Surroundings) -> Sequence[KeptClaim]:
    return around.ceasefires if read.kind is ConditionKind.CEASEFIRE else around.attacks


def _fit(plan: KeptClaim, read: ReadCondition, kept: KeptClaim, around: Surroundings) -> str | None:
    """By what a claim fits a condition; None if it does not."""
    if read.kind is ConditionKind.CEASEFIRE:
        return fits_truce(plan, read.words, kept, around)
    return "the names in the condition" if fits_attack(read.words, kept) else None


def _untied(read: ReadCondition, why: str) -> Condition:
    wording = "cannot be tied to claims"
    return Condition(read.words, read.kind, read.predicate, TriggerLevel.NOTHING, wording, untied=why)


def _by_calendar(read: ReadCondition, period: Period | None, today: date) -> Condition:
    """The calendar tells of a day whether it has come; that is no report."""
    if period is None or period.start is None or period.end is None:
        return _untied(read, "its words give no date that is closed on both sides")
    days = f"{period.start}" if period.start == period.end else f"{period.start} to {period.end}"
    if today < period.start:
        level, wording = TriggerLevel.NOTHING, f"{days} lies ahead on {today}"
    elif today <= period.end and period.start != period.end:
        level, wording = TriggerLevel.STRAIN, f"{days} has begun on {today}"
    else:
        level, wording = TriggerLevel.REPORTED, f"{days} has come by the calendar, as of {today}; no report says so"
    return Condition(read.words, read.kind, read.predicate, level, wording)


def is_later(kept: KeptClaim, since: date) -> bool:
    """Published after the plan and within the horizon, and not of an act that its words put before the plan."""
    day, (_, end) = day_of(kept), act_days(kept)
    return day is not None and since < day <= since + HORIZON and (end is None or end >= since)


def fits_truce(plan: KeptClaim, condition: str, kept: KeptClaim, around: Surroundings) -> str | None:
    """By what a ceasefire claim may be of the truce of a condition; None if it may not, or nothing tells.

    Named in the condition; otherwise of two parties of the plan or of its article's truces. Loose ties, unless two
    other parties are named than in its article: in no country but theirs, with the plan's place in the sentence, or of
    one party where no country is told.
    """
    words = f" {folded(condition)} "
    if any(f" {name} " in words for name in names(kept, (Role.PLACE, Role.PARTY))):
        return "a name in the condition"
    sides = actors(plan, SIDES).union(*(actors(other, PARTIES) for other in around.article))
    shared = sides & actors(kept, PARTIES)
    if len(shared) >= 2:
        return "two parties"
    if _others(plan, kept, around):
        return None
    here = lands(plan, WHERE, around.lands_of).union(*(_lands(other, around) for other in around.article))
    there = _lands(kept, around)
    if here and there:
        return COUNTRY if there <= here else None
    said = f" {folded(kept.claim.sentence.text)} "
    if not there and any(f" {name} " in said for name in names(plan, (Role.PLACE,))):
        return SENTENCE
    return ONE_PARTY if shared else None


def _others(plan: KeptClaim, kept: KeptClaim, around: Surroundings) -> bool:
    """Whether a claim names two parties or more, and the truces of the plan's article others altogether."""
    own = frozenset[str]().union(*(actors(other, PARTIES, umbrellas=False) for other in around.article))
    named = actors(kept, PARTIES, umbrellas=False)
    return len(named) >= 2 and bool(own) and not own & named


def _lands(kept: KeptClaim, around: Surroundings) -> frozenset[str]:
    return lands(kept, (Role.PLACE,), around.lands_of) or lands(kept, PARTIES, around.lands_of)


def fits_attack(condition: str, kept: KeptClaim) -> bool:
    """Whether a claim says that one attacks another as the condition names them, both where it names both."""
    words = f" {folded(condition)} "
    if not kept.claim.roles.get(Role.TARGET):
        return False
    at = min((at for verb in (" attack", " inva", " assault") if (at := words.find(verb)) >= 0), default=len(words))
    passive = any(f" {helper} " in f"{words[:at][-12:]} " for helper in ("is", "are", "be", "been", "was", "were"))
    before, behind = words[: at + 1], words[at:]
    holders, targets = names(kept, (Role.HOLDER,)), names(kept, (Role.TARGET,))
    if passive:
        return any(f" {name} " in before for name in targets)
    hits = any(f" {name} " in behind for name in targets)
    return any(f" {name} " in before for name in holders) and (hits or len(behind.split()) == 1)


def _history(predicate: Predicate, later: Iterable[KeptClaim], report_of: Mapping[str, str]) -> list[Change]:
    claims = list(later)
    telling = [(day, step, kept) for kept in claims if (step := _step(predicate, kept)) and (day := day_of(kept))]
    ended = {kept.claim.document_sha256 for _, step, kept in telling if step in (Step.MEET, Step.LEAVE)}
    walk = _Walk(predicate, claims, report_of)
    for day, step, kept in sorted(telling, key=lambda one: (one[0], one[1], one[2].claim.id)):
        if not (step is Step.REOPEN and _is_background(kept, day, walk.met_on, ended)):
            walk.take(step, kept)
    return walk.history


def _is_background(kept: KeptClaim, day: date, met_on: date | None, ended: Collection[str]) -> bool:
    """Whether what would reopen a condition only recalls what came before its end."""
    if kept.claim.stance is Stance.DENIED or met_on is None:
        return False
    start, end = act_days(kept)
    earlier = (start or end or day) < met_on or day <= met_on
    return earlier or kept.claim.document_sha256 in ended


def _step(predicate: Predicate, kept: KeptClaim) -> Step | None:
    claim = kept.claim
    denied = claim.stance is Stance.DENIED
    if predicate is Predicate.HAPPENS:
        return Step.REOPEN if denied else Step.MEET if claim.status is Status.OCCURRED else None
    steps = _STEPS[predicate]
    if denied:
        if predicate is Predicate.ENDS and claim.state is State.IN_FORCE:
            return Step.LEAVE
        return Step.REOPEN if claim.state is not None and steps.get(claim.state) is Step.MEET else None
    step = steps.get(claim.state) if claim.state is not None else None
    if predicate is Predicate.ENDS and step is Step.MEET:
        leaves = any(words in claim.sentence.text.casefold() for words in _LEAVES)
        return Step.LEAVE if leaves else step
    return step


_STEPS: Mapping[Predicate, Mapping[State, Step]] = {
    Predicate.ENDS: {
        State.VIOLATED: Step.STRAIN, State.COLLAPSED: Step.MEET, State.AGREED: Step.REOPEN,
        State.IN_FORCE: Step.REOPEN, State.EXTENDED: Step.REOPEN,
    },
    Predicate.BREAKS: {
        State.VIOLATED: Step.MEET, State.COLLAPSED: Step.MEET, State.AGREED: Step.REOPEN, State.EXTENDED: Step.REOPEN,
    },
    Predicate.BEGINS: {
        State.PROPOSED: Step.STRAIN, State.AGREED: Step.MEET, State.IN_FORCE: Step.MEET, State.EXTENDED: Step.MEET,
        State.COLLAPSED: Step.REOPEN, State.REJECTED: Step.REOPEN,
    },
    Predicate.HOLDS: {
        State.IN_FORCE: Step.MEET, State.EXTENDED: Step.MEET, State.VIOLATED: Step.REOPEN, State.COLLAPSED: Step.REOPEN,
    },
}  # fmt: skip


class _Walk:
    """Claims taken in order of their days, and the levels that the condition comes to by them."""

    def __init__(self, predicate: Predicate, claims: Sequence[KeptClaim], report_of: Mapping[str, str]) -> None:
        self.history: list[Change] = []
        self.met_on: date | None = None
        self._predicate, self._report_of = predicate, report_of
        self._brokers = frozenset[str]().union(*(actors(kept, (Role.BROKER,)) for kept in claims))
        self._parties = frozenset[str]().union(*(actors(kept, PARTIES) for kept in claims))
        self._met: list[KeptClaim] = []
        self._strained: list[KeptClaim] = []
        self._level = TriggerLevel.NOTHING

    def take(self, step: Step, kept: KeptClaim) -> None:
        """Let one claim count."""
        reports = TriggerLevel.ONE_REPORT, TriggerLevel.REPORTED
        if step is Step.REOPEN:
            if self._level in (*reports, TriggerLevel.ONE_SIDE):
                denied = kept.claim.stance is Stance.DENIED
                why = "denied" if denied else f"{kept.claim.state or 'other'} reported since"
                self._reach(TriggerLevel.REOPENED, f"reopened: {why}", [kept], kept)
            self._met, self._strained = [], []
        elif step is Step.MEET:
            self._met.append(kept)
            counted = independent(self._met, self._report_of)
            many = counted.low >= 2 or self._vouched()
            level = TriggerLevel.REPORTED if many else TriggerLevel.ONE_REPORT
            self._reach(level, f"reported met by {counted}", self._met, kept)
        elif step is Step.LEAVE and self._level not in reports:
            what = "one party reports it ended"
            self._reach(TriggerLevel.ONE_SIDE, what, [kept], kept)
        elif step is Step.STRAIN:
            self._strained.append(kept)
            if self._level in (TriggerLevel.NOTHING, TriggerLevel.REOPENED) and self._above_usual(kept):
                what = "proposed, not reported agreed" if self._predicate is Predicate.BEGINS else "under strain"
                self._reach(TriggerLevel.STRAIN, what, self._strained, kept)

    def _reach(self, level: TriggerLevel, wording: str, by: Sequence[KeptClaim], last: KeptClaim) -> None:
        self._level = level
        day = day_of(last)
        assert day is not None  # only dated claims are tied
        if level not in (TriggerLevel.STRAIN, TriggerLevel.REOPENED):
            self.met_on = day
        change = Change(day, level, wording, tuple(told(kept) for kept in by))
        if self.history and (self.history[-1].level, self.history[-1].wording) == (level, wording):
            self.history[-1] = replace(change, day=self.history[-1].day)
        else:
            self.history.append(change)

    def _vouched(self) -> bool:
        """Whether a guarantor says so, or both sides do."""
        claimants = frozenset[str]().union(*(actors(kept, (Role.CLAIMANT,)) for kept in self._met))
        return bool(claimants & self._brokers) or len(claimants & self._parties) >= 2

    def _above_usual(self, kept: KeptClaim) -> bool:
        """More independent reports this week than in the mean of the weeks before; two weeks must have passed."""
        day = day_of(kept)
        days = sorted(other for claim in self._strained if (other := day_of(claim)))
        if day is None or self._predicate is Predicate.BEGINS or (day - days[0]).days < 14:
            return True
        week = day - timedelta(days=6)
        now = independent([c for c in self._strained if (d := day_of(c)) and d >= week], self._report_of).high
        before = independent([c for c in self._strained if (d := day_of(c)) and d < week], self._report_of).high
        return now > before / max(1, (week - days[0]).days / 7)
