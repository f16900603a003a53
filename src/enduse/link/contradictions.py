"""Finds where claims of one event exclude each other, and where one source says something else than before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ..model import Role, Stance, Status
from ..model.contradiction import Contradiction, ContradictionKind
from ..model.event import Event
from ..model.kept import KeptClaim
from .changes import LADDER
from .compare import amount_shown, amounts_apart, relation
from .events import Grouper
from .fact import Fact, fact_of, published_on
from .source import Voice, voice_of

_KIND_OF = {
    Role.SUPPLIER: ContradictionKind.SUPPLIER, Role.FROM: ContradictionKind.SUPPLIER,
    Role.RECIPIENT: ContradictionKind.RECIPIENT, Role.TO: ContradictionKind.RECIPIENT,
    Role.HOLDER: ContradictionKind.HOLDER, Role.AGENT: ContradictionKind.HOLDER,
    Role.WEAPON: ContradictionKind.WEAPON, Role.PLACE: ContradictionKind.PLACE,
}  # fmt: skip
"""Roles whose fillers may contradict each other, under the word that a person looks for."""

_NOT_YET = frozenset({Status.CONSIDERED, Status.PLANNED, Status.PROMISED, Status.REFUSED, Status.HALTED})


def contradictions(grouper: Grouper, claims: Mapping[str, KeptClaim]) -> list[Contradiction]:
    """All contradictions among the claims that a grouper holds, in a fixed order."""
    found = [c for event in grouper.events() if len(event.claims) > 1 for c in within(event, claims)]
    found += _between(grouper)
    return sorted(found, key=lambda c: (c.left, c.right, c.kind))


def within(event: Event, claims: Mapping[str, KeptClaim]) -> Iterator[Contradiction]:
    """The contradictions among the claims of one event."""
    kept = [claims[id_] for id_ in event.claims]
    yield from _existence(kept)
    yield from _stage(kept)
    yield from _fields([fact_of(k) for k in kept])
    yield from _of_one_source(kept)


def _existence(kept: Sequence[KeptClaim]) -> Iterator[Contradiction]:
    """That it is so, and that somebody denies it: who denies a plan denies the deed too, not the other way round."""
    denied = [k for k in kept if k.claim.stance is Stance.DENIED]
    said = [k for k in kept if k.claim.stance is not Stance.DENIED and any(_excludes(d, k) for d in denied)]
    against = [d for d in denied if any(_excludes(d, k) for k in said)]
    if said:
        why = f"{_counted(len(said))} that it is so, {_counted(len(against))} that somebody denies it"
        yield Contradiction(ContradictionKind.EXISTENCE, _ids(said), _ids(against), why)


def _excludes(denial: KeptClaim, other: KeptClaim) -> bool:
    mine, yours = denial.claim.status, other.claim.status
    if mine in LADDER and yours in LADDER:
        return LADDER.index(yours) >= LADDER.index(mine)
    return (mine, denial.claim.state) == (yours, other.claim.state)


def _stage(kept: Sequence[KeptClaim]) -> Iterator[Contradiction]:
    """That it was done, and published no earlier that it is not done yet; a plan that came before is none."""
    done = [k for k in kept if k.claim.status is Status.OCCURRED and k.claim.stance is not Stance.DENIED]
    first = min((day for k in done if (day := published_on(k))), default=None)
    waiting = [
        k for k in kept
        if k.claim.status in _NOT_YET and k.claim.stance is not Stance.DENIED
        and first is not None and (day := published_on(k)) and day >= first
    ]  # fmt: skip
    if done and waiting:
        said = ", ".join(sorted({str(k.claim.status) for k in waiting}))
        why = f"said to have occurred, and on that day or later to be {said}"
        yield Contradiction(ContradictionKind.STAGE, _ids(done), _ids(waiting), why)


def _fields(facts: Sequence[Fact]) -> Iterator[Contradiction]:
    sides: dict[tuple[ContradictionKind, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for left, right in combinations(facts, 2):
        for kind, why in _apart(left, right):
            one, other = sides[kind, why]
            if left.id not in other and right.id not in one:
                one.add(left.id)
                other.add(right.id)
    for (kind, why), (one, other) in sides.items():
        yield Contradiction(kind, tuple(sorted(one)), tuple(sorted(other)), why)


def _apart(left: Fact, right: Fact) -> Iterator[tuple[ContradictionKind, str]]:
    for role, kind in _KIND_OF.items():
        count, said = relation(role, left.terms.get(role, ()), right.terms.get(role, ()))
        if count < 0:
            yield kind, said
    pairs = [(a, b, apart) for a in left.amounts for b in right.amounts if (apart := amounts_apart(a, b)) is not None]
    if pairs and all(apart for _, _, apart in pairs):
        shown = sorted((amount_shown(pairs[0][0]), amount_shown(pairs[0][1])))
        yield ContradictionKind.QUANTITY, f"quantity: {' is not '.join(shown)}"
    if left.dated and right.dated and left.start and right.start and left.end and right.end:
        earlier, later = sorted((left, right), key=lambda fact: (fact.start, fact.end))
        if earlier.end and later.start and earlier.end < later.start:
            yield ContradictionKind.TIME, f"time: {earlier.end} or before is not {later.start} or after"


def _of_one_source(kept: Sequence[KeptClaim]) -> Iterator[Contradiction]:
    """A denial that the same party takes back by saying it itself; else a later word of the very same source."""
    dated = sorted(((day, k) for k in kept if (day := published_on(k))), key=lambda pair: (pair[0], pair[1].claim.id))
    for (first, before), (then, after) in combinations(dated, 2):
        one, other = voice_of(before), voice_of(after)
        if first == then or _said(before) == _said(after):
            continue
        names = before.claim.stance is Stance.DENIED and after.claim.stance is not Stance.DENIED
        if names and _party(one) and _party(one) == _party(other) and after.claim.stance is Stance.STATED:
            why = f"{_party(one)} denied it by {first} and says it by {then}"
            yield Contradiction(ContradictionKind.ADMISSION, (before.claim.id,), (after.claim.id,), why)
        elif one.source and one.source == other.source and _takes_back(before, after):
            why = f"{one.source}: {_said(before)} by {first}, {_said(after)} by {then}"
            yield Contradiction(ContradictionKind.SUPERSESSION, (before.claim.id,), (after.claim.id,), why)


def _takes_back(before: KeptClaim, after: KeptClaim) -> bool:
    """Whether the later claim undoes the earlier one; that a plan was carried out, or a truce ended, undoes nothing."""
    denials = {kept.claim.stance is Stance.DENIED for kept in (before, after)}
    return len(denials) > 1 or (before.claim.status is Status.OCCURRED and after.claim.status in _NOT_YET)


def _party(voice: Voice) -> str | None:
    return voice.party or (voice.source if voice.kind is not None else None)


def _said(kept: KeptClaim) -> str:
    return f"{kept.claim.status or kept.claim.state}, {kept.claim.stance}"


def _between(grouper: Grouper) -> Iterator[Contradiction]:
    """Events that one field alone keeps apart: it may be one act of which two things are said, or two acts."""
    sides: dict[tuple[str, str, ContradictionKind, str], tuple[set[str], set[str]]] = defaultdict(
        lambda: (set(), set())
    )
    for left, right, field, why in grouper.rivals():
        kind = ContradictionKind.QUANTITY if field == "quantity" else _KIND_OF.get(field)  # type: ignore[call-overload]
        one, other = grouper.event_of(left).id, grouper.event_of(right).id
        if kind is None or one == other:
            continue
        if other < one:
            one, other, left, right = other, one, right, left
        mine, yours = sides[one, other, kind, why]
        mine.add(left)
        yours.add(right)
    for (_, _, kind, why), (mine, yours) in sides.items():
        said = f"{why}; all else agrees, so it may be one act or two"
        yield Contradiction(kind, tuple(sorted(mine)), tuple(sorted(yours)), said, one_event=False)


def _ids(kept: Iterable[KeptClaim]) -> tuple[str, ...]:
    return tuple(k.claim.id for k in kept)


def _counted(number: int) -> str:
    return f"{number} {'claim says' if number == 1 else 'claims say'}"
