"""Finds where claims of one event exclude each other, and where one source says something else than before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from ..model import ClaimType, Role, Stance, Status
from ..model.contradiction import Contradiction, ContradictionKind
from .changes import LADDER
from .compare import STRONG, amount_shown, amounts_apart, relation
from .events import DENIAL, Grouper
from .fact import Fact
from .shelf import Card

_KIND_OF = {
    Role.SUPPLIER: ContradictionKind.SUPPLIER, Role.FROM: ContradictionKind.SUPPLIER,
    Role.RECIPIENT: ContradictionKind.RECIPIENT, Role.TO: ContradictionKind.RECIPIENT,
    Role.HOLDER: ContradictionKind.HOLDER, Role.AGENT: ContradictionKind.HOLDER,
    Role.WEAPON: ContradictionKind.WEAPON, Role.PLACE: ContradictionKind.PLACE,
}  # fmt: skip
"""Roles whose fillers may contradict each other, under the word that a person looks for."""

_NOT_YET = frozenset({Status.CONSIDERED, Status.PLANNED, Status.PROMISED, Status.REFUSED, Status.HALTED})


def contradictions(grouper: Grouper) -> list[Contradiction]:
    """All contradictions among the claims that a grouper holds, in a fixed order."""
    found = [c for event in grouper.events() for c in within([grouper.shelf.card(id_).fact for id_ in event.claims])]
    found += between(grouper, grouper.rivals())
    return sorted(found, key=lambda c: (c.left, c.right, c.kind))


def disputed(cards: Sequence[Card]) -> bool:
    """Whether an event may have a contradiction, within itself or with another one."""
    ids = {card.fact.id for card in cards}
    apart = any(_kind(rival.field) and rival.claim not in ids for card in cards for rival in card.rivals)
    return apart or next(within([card.fact for card in cards]), None) is not None


def within(facts: Sequence[Fact]) -> Iterator[Contradiction]:
    """The contradictions among the claims of one event."""
    if len(facts) > 1:
        yield from _existence(facts)
        yield from _stage(facts)
        yield from _fields(facts)
        yield from _of_one_source(facts)


def _existence(facts: Sequence[Fact]) -> Iterator[Contradiction]:
    """That it is so, and that somebody denies it: who denies a plan denies the deed too, not the other way round."""
    denied = [fact for fact in facts if fact.denied]
    said = [fact for fact in facts if not fact.denied and any(_excludes(d, fact) for d in denied)]
    against = [d for d in denied if any(_excludes(d, fact) for fact in said)]
    if said:
        why = f"{_counted(len(said))} that it is so, {_counted(len(against))} that somebody denies it"
        yield Contradiction(ContradictionKind.EXISTENCE, _ids(said), _ids(against), why)


def _excludes(denial: Fact, other: Fact) -> bool:
    mine, yours = denial.status, other.status
    if mine in LADDER and yours in LADDER:
        return LADDER.index(yours) >= LADDER.index(mine)
    return (mine, denial.state) == (yours, other.state)


def _stage(facts: Sequence[Fact]) -> Iterator[Contradiction]:
    """That it was done, and published later that it is not done yet; a plan that came before is none.

    On the day of the deed itself papers still tell of the plan: only what is refused or halted counts then. Of arms of
    which neither side says the kind, it is none: who sends weapons to whom is a flow of many deliveries.
    """
    done = [fact for fact in facts if fact.status is Status.OCCURRED and not fact.denied]
    first = min((fact.published for fact in done if fact.published), default=None)
    waiting = [
        fact for fact in facts
        if fact.status in _NOT_YET and not fact.denied and first is not None and fact.published
        and (fact.published > first or (fact.published == first and fact.status not in LADDER))
    ]  # fmt: skip
    if any(_of_one_kind(one, other) for one in done for other in waiting):
        said = ", ".join(sorted({fact.label for fact in waiting}))
        later = any(fact.published and first and fact.published > first for fact in waiting)
        why = f"said to have occurred, and {'later' if later else 'on that day'} to be {said}, unless that is of more"
        yield Contradiction(ContradictionKind.STAGE, _ids(done), _ids(waiting), why)


def _of_one_kind(left: Fact, right: Fact) -> bool:
    """Whether two claims name one kind of arms; of acts that are not told by their arms always."""
    arms = [fact.terms.get(Role.WEAPON, ()) for fact in (left, right)]
    return left.type is not ClaimType.TRANSFER or relation(Role.WEAPON, *arms)[0] >= STRONG


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


def _of_one_source(facts: Sequence[Fact]) -> Iterator[Contradiction]:
    """A denial that the same party takes back by saying it itself; else a later word of the very same source."""
    dated = sorted(((fact.published, fact) for fact in facts if fact.published), key=lambda pair: (pair[0], pair[1].id))
    for (first, before), (then, after) in combinations(dated, 2):
        if first == then or _said(before) == _said(after):
            continue
        if before.denied and after.stance is Stance.STATED and _party(before) and _party(before) == _party(after):
            why = f"{_party(before)} denied it by {first} and says it by {then}"
            yield Contradiction(ContradictionKind.ADMISSION, (before.id,), (after.id,), why)
        elif before.source and before.source == after.source and _takes_back(before, after):
            why = f"{before.source}: {_said(before)} by {first}, {_said(after)} by {then}"
            yield Contradiction(ContradictionKind.SUPERSESSION, (before.id,), (after.id,), why)


def _takes_back(before: Fact, after: Fact) -> bool:
    """Whether the later claim undoes the earlier one; that a plan was carried out, or a truce ended, undoes nothing."""
    if before.denied != after.denied:
        return True
    return before.status is Status.OCCURRED and after.status in _NOT_YET and _of_one_kind(before, after)


def _party(fact: Fact) -> str | None:
    return fact.party or (fact.source if fact.kind is not None else None)


def _said(fact: Fact) -> str:
    return f"{fact.label}, {fact.stance}"


def between(grouper: Grouper, rivals: Iterable[tuple[str, str, str, str]]) -> Iterator[Contradiction]:
    """Events that one field alone keeps apart: it may be one act of which two things are said, or two acts."""
    sides: dict[tuple[str, str, ContradictionKind, str], tuple[set[str], set[str]]] = defaultdict(
        lambda: (set(), set())
    )
    for left, right, field, why in rivals:
        kind = _kind(field)
        one, other = grouper.event_of(left).id, grouper.event_of(right).id
        if kind is None or one == other:
            continue
        if other < one:
            one, other, left, right = other, one, right, left
        mine, yours = sides[one, other, kind, why]
        mine.add(left)
        yours.add(right)
    for (_, _, kind, why), (mine, yours) in sides.items():
        rest = "nothing else tells them apart" if kind is ContradictionKind.EXISTENCE else "all else agrees"
        said = f"{why}; {rest}, so it may be one act or two"
        yield Contradiction(kind, tuple(sorted(mine)), tuple(sorted(yours)), said, one_event=False)


def _kind(field: str) -> ContradictionKind | None:
    if field == DENIAL:
        return ContradictionKind.EXISTENCE
    return ContradictionKind.QUANTITY if field == "quantity" else _KIND_OF.get(field)  # type: ignore[call-overload]


def _ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(fact.id for fact in facts)


def _counted(number: int) -> str:
    return f"{number} {'claim says' if number == 1 else 'claims say'}"
