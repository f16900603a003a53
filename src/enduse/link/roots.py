"""Counts how many stand behind an event, as an interval, and tells who may have it from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ..model import ClaimantClass, Stance
from ..model.copy import CopyKind
from ..model.joined import Joined
from ..model.kept import KeptClaim
from ..model.record import CopyRecord
from ..model.sources import Compared, Relay, RelayHow, Root, Sources
from .changes import changes
from .compare import compare
from .fact import Fact, fact_of, published_on
from .source import Voice, folded, same_outlet, voice_of

RUN_WORDS = 12
"""Words in a row that two sentences share only if one was taken from the other, or both from a third."""

ONE_WEEK_DAYS = 7
"""Days within which unnamed officials may be one and the same; domain experts' rule of thumb, not measured."""

_UNNAMED = frozenset({ClaimantClass.UNNAMED_OFFICIAL, ClaimantClass.UNNAMED_SOURCE})


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with what is asked of it. report: the name of its report. when: None sorts last. sentence: folded."""

    kept: KeptClaim
    fact: Fact
    voice: Voice
    report: str
    when: date | None
    sentence: str

    @property
    def id(self) -> str:
        return self.kept.claim.id

    @property
    def age(self) -> tuple[bool, date, str]:
        return (self.when is None, self.when or date.max, self.id)


def sources(claims: Sequence[KeptClaim], copies: Iterable[CopyRecord]) -> Sources:
    """Count what stands behind the claims of one event; claims without a live document count for nothing."""
    live = sorted((kept for kept in claims if kept.documents), key=lambda kept: kept.claim.id)
    standing = [kept for kept in live if kept.claim.stance is not Stance.DENIED]
    denials = tuple(kept.claim.id for kept in live if kept.claim.stance is Stance.DENIED)
    documents = {document.id for kept in standing for document in kept.documents}
    among = [copy for copy in copies if copy.later in documents and copy.earlier in documents]
    reports = _reports(standing, documents, among)
    told = sorted((_told(kept, reports) for kept in standing), key=lambda told: told.age)
    relays = tuple(_relays(told, among, reports))
    rests_on = _rests_on(told, relays)
    joined = Joined(rests_on.values())
    maximum = len(joined)
    why = [said for left, right, said in _suggested(told, relays, rests_on) if joined.join(left, right)]
    names = _names(told, rests_on)
    roots = [
        Root(names[root], tuple(claim for claim, on in rests_on.items() if on == root))
        for root in sorted(set(rests_on.values()))
    ]
    return Sources(
        len(documents), len(reports), len(joined), maximum, tuple(roots), tuple(why), relays, denials,
        tuple(_compared(told, relays)),
    )  # fmt: skip


def _compared(told: Sequence[_Told], relays: Sequence[Relay]) -> Iterator[Compared]:
    """What a reader would hold against the earliest claim, beside what relays are known to have changed."""
    repeated = {relay.claim for relay in relays if relay.of is not None}
    for one in told[1:]:
        if one.id not in repeated and (found := changes(told[0].kept, one.kept)):
            yield Compared(one.id, told[0].id, found)


def counts(claims: Sequence[KeptClaim], copies: Iterable[CopyRecord]) -> tuple[int, int]:
    """How many documents carry these claims, and how many reports those are when copies are folded."""
    documents = {document.id for kept in claims for document in kept.documents}
    among = [copy for copy in copies if copy.later in documents and copy.earlier in documents]
    return len(documents), len(_reports([kept for kept in claims if kept.documents], documents, among))


def _reports(claims: Sequence[KeptClaim], documents: set[str], copies: Sequence[CopyRecord]) -> Joined[str]:
    reports = Joined(documents)
    for kept in claims:  # documents of one text are exact copies
        for document in kept.documents[1:]:
            reports.join(kept.documents[0].id, document.id)
    for copy in copies:
        if copy.copy().same_report:
            reports.join(copy.later, copy.earlier)
    return reports


def _told(kept: KeptClaim, reports: Joined[str]) -> _Told:
    return _Told(
        kept, fact_of(kept), voice_of(kept), reports.name(kept.documents[0].id), published_on(kept),
        folded(kept.claim.sentence.text),
    )  # fmt: skip


def _relays(told: Sequence[_Told], copies: Sequence[CopyRecord], reports: Joined[str]) -> Iterator[Relay]:
    """Who may have it from whom, the later from the earlier; of each claim only what shows it best."""
    shown = _Shown(told, copies, reports)
    for place, later in enumerate(told):
        if later.voice.credited:
            printed = (t for t in told[:place] if same_outlet(later.voice.credited, t.voice.outlet))
            of = max(printed, key=lambda t: compare(t.fact, later.fact).agreed, default=None)
            yield _relay(later, of, later.voice.credited, RelayHow.CREDIT, f"it credits {later.voice.credited}")
        elif (found := shown.first(place)) is not None:
            earlier, how, why = found
            yield _relay(later, earlier, _name(earlier), how, why)
        shown.take(place)


class _Shown:
    """Finds the first earlier claim that shares a copied text, a run of words or a rare number with a later one."""

    def __init__(self, told: Sequence[_Told], copies: Sequence[CopyRecord], reports: Joined[str]) -> None:
        self._told = told
        self._at: dict[object, list[int]] = defaultdict(list)
        ordered = sorted(copies, key=lambda copy: copy.how is CopyKind.EXCERPT)
        self._copied = {
            (reports.name(copy.later), reports.name(copy.earlier)): copy
            for copy in ordered
            if copy.how in (CopyKind.EXCERPT, CopyKind.QUOTES)
        }
        self._from: dict[str, set[str]] = defaultdict(set)
        for later, earlier in self._copied:
            self._from[later].add(earlier)

    def take(self, place: int) -> None:
        """Let a claim be found by those after it."""
        for sign in self._signs(place):
            self._at[sign].append(place)
        self._at["report", self._told[place].report].append(place)

    def first(self, place: int) -> tuple[_Told, RelayHow, str] | None:
        """The earliest that shares something, and what."""
        later = self._told[place]
        found = {other for sign in self._signs(place) for other in self._at.get(sign, ())}
        found |= {
            other for report in self._from.get(later.report, ()) for other in self._at.get(("report", report), ())
        }
        for other in sorted(found):
            earlier = self._told[other]
            if earlier.report == later.report:
                continue
            if copy := self._copied.get((later.report, earlier.report)):
                return earlier, RelayHow.COPY, copy.copy().why
            if run := shared_run(later.sentence, earlier.sentence):
                return earlier, RelayHow.WORDING, f"both have “{run}”"
            if number := _rare(later.fact, earlier.fact):
                return earlier, RelayHow.NUMBER, f"both give the number {number:g}"
        return None

    def _signs(self, place: int) -> set[object]:
        told = self._told[place]
        return {*_runs(told.sentence.split()), *_rare_numbers(told.fact)}


def _relay(later: _Told, of: _Told | None, name: str, how: RelayHow, why: str) -> Relay:
    return Relay(later.id, of.id if of else None, name, how, why, changes(of.kept, later.kept) if of else ())


def _rests_on(told: Sequence[_Told], relays: Sequence[Relay]) -> dict[str, str]:
    """For each claim its root, if only what is credited or copied hangs together."""
    by_id = {t.id: t for t in told}
    of = {relay.claim: relay for relay in relays if relay.how in (RelayHow.CREDIT, RelayHow.COPY)}
    found: dict[str, str] = {}
    for one in told:
        at, passed = one, set[str]()
        while (relay := of.get(at.id)) and at.id not in passed:
            passed.add(at.id)
            if relay.of is None:
                break
            at = by_id[relay.of]
        outside = relay is not None and relay.of is None
        found[one.id] = f"outlet {folded(relay.name)}" if relay and outside else f"report {at.report}"
    return found


def _suggested(
    told: Sequence[_Told], relays: Sequence[Relay], rests_on: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Roots that may be one, and why."""
    for relay in relays:
        if relay.of is not None:
            yield rests_on[relay.claim], rests_on[relay.of], f"{relay.claim} and {relay.of}: {relay.why}"
    for left, right in combinations(told, 2):
        pair = f"{left.id} and {right.id}"
        one, other = rests_on[left.id], rests_on[right.id]
        if left.report == right.report:
            yield one, other, f"{pair}: one report, which may have all of it from the one that it credits"
        elif left.voice.kind is not None and left.voice.source and left.voice.source == right.voice.source:
            yield one, other, f"{pair}: both name {left.voice.source}"
        elif {left.voice.kind, right.voice.kind} <= _UNNAMED and _within_week(left, right):
            yield one, other, f"{pair}: unnamed in both, within {ONE_WEEK_DAYS} days"


def _within_week(left: _Told, right: _Told) -> bool:
    bodies = {t.voice.party for t in (left, right)} - {None}
    near = left.when is None or right.when is None or abs((left.when - right.when).days) <= ONE_WEEK_DAYS
    return near and len(bodies) < 2


def shared_run(left: str, right: str) -> str | None:
    """The first words in a row that two folded sentences share, if there are RUN_WORDS of them; else None."""
    runs = set(_runs(right.split()))
    return next((run for run in _runs(left.split()) if run in runs), None)


def _runs(words: Sequence[str]) -> list[str]:
    return [" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)]


def _rare(left: Fact, right: Fact) -> float | None:
    """A number in both that nobody comes upon by rounding."""
    return min((low for _, low in _rare_numbers(left) & _rare_numbers(right)), default=None)


def _rare_numbers(fact: Fact) -> set[tuple[str, float]]:
    return {(a.measure, a.low) for a in fact.amounts if a.exact and a.low is not None and a.low > 10 and a.low % 10}


def _name(told: _Told) -> str:
    return told.voice.outlet or told.kept.documents[0].name


def _names(told: Sequence[_Told], rests_on: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for one in reversed(told):
        root = rests_on[one.id]
        own = f"report {one.report}" == root
        if own or root not in found:
            found[root] = _name(one) if own else one.voice.credited or root.partition(" ")[2]
    return found
