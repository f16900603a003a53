"""Groups claims that tell of one act into events, by their fields, the same in whatever order they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from ..model import Role
from ..model.event import Event, Tie, TieBy
from ..model.record import Link, Sameness
from .compare import MOST_DAYS, Comparison, compare, conflict, relation, specific
from .fact import COMPARED, LONGEST_DAYS, Fact

OF_CLAIMS = "claim"
"""What a judgement of two claims says in its field `of`."""

_WORDING = 100
"""Above all fields: the same sentence printed twice."""


class Grouper:
    """Holds claims and their events; what is added changes only the events that it touches.

    judgements: what people decided about pairs of claims; of each pair the latest counts.
    """

    def __init__(self, judgements: Iterable[Link] = ()) -> None:
        self._facts: dict[str, Fact] = {}
        self._sharing: dict[object, list[str]] = defaultdict(list)
        self._near: dict[str, dict[str, Comparison]] = defaultdict(dict)
        self._rivals: dict[tuple[str, str], tuple[str, str]] = {}
        self._event_of: dict[str, Event] = {}
        self._same: dict[str, set[str]] = defaultdict(set)
        self._judged = latest(judgements)
        for (left, right), link in self._judged.items():
            if link.verdict is Sameness.SAME:
                self._same[left].add(right)
                self._same[right].add(left)

    def add(self, facts: Iterable[Fact]) -> None:
        """Take in claims, and group anew those that are near them; a claim that is there already is left as it is."""
        new = {fact.id: fact for fact in facts if fact.id not in self._facts}
        for fact in new.values():
            for other in self._candidates(fact):
                comparison = compare(fact, other)
                if _tied(fact, other, comparison):
                    self._near[fact.id][other.id] = self._near[other.id][fact.id] = comparison
                elif comparison.rival:
                    self._rivals[min(fact.id, other.id), max(fact.id, other.id)] = comparison.against[0]
            self._facts[fact.id] = fact
            for place in _places(fact):
                self._sharing[place].append(fact.id)
        seen: set[str] = set()
        for id_ in sorted(new):
            if id_ not in seen:
                reached = self._reach(id_)
                seen |= reached
                for event in self._group(sorted(reached)):
                    self._event_of.update(dict.fromkeys(event.claims, event))

    def events(self) -> list[Event]:
        """All events, in order of their first claim's id."""
        return sorted(set(self._event_of.values()), key=lambda event: event.claims)

    def event_of(self, claim: str) -> Event:
        """The event that a claim stands in; KeyError for one that was not added."""
        return self._event_of[claim]

    def rivals(self) -> list[tuple[str, str, str, str]]:
        """Pairs of claims that one field alone keeps apart, and no person: left, right, the field, and why."""
        return sorted((*pair, *kept) for pair, kept in self._rivals.items() if not self._apart(*pair))

    def _candidates(self, fact: Fact) -> Iterator[Fact]:
        found = {id_ for place in _places(fact) for id_ in self._sharing.get(place, ())}
        for other in map(self._facts.__getitem__, found):
            if _may_be_near(fact, other):
                yield other

    def _reach(self, start: str) -> set[str]:
        reached, waiting = set(), [start]
        while waiting:
            id_ = waiting.pop()
            if id_ not in reached:
                reached.add(id_)
                waiting += [other for other in (*self._near[id_], *self._same[id_]) if other in self._facts]
        return reached

    def _group(self, ids: list[str]) -> list[Event]:
        """The events of claims that nothing ties to any others."""
        torn = {id_: fields for id_ in ids if (fields := self._torn(id_))}
        parts = _Parts(self._facts, ids, self._apart)
        for left, right, comparison in self._ordered(ids):
            if not self._stays_open(left, right, torn):
                parts.join(left, right, _tie(left, right, comparison))
        said = parts.join_judged(self._judged)
        notes = {id_: f"{id_} names no {' and no '.join(fields)}, and fits several acts that do; it was given to none"
                 for id_, fields in torn.items()}  # fmt: skip
        return [
            Event(self._facts[claims[0]].type, claims, ties, tuple(sorted(
                [notes[c] for c in claims if c in notes] + [note for note, of in said.items() if of in claims]
            )))
            for claims, ties in parts.groups()
        ]  # fmt: skip

    def _apart(self, left: str, right: str) -> bool:
        link = self._judged.get((min(left, right), max(left, right)))
        return link is not None and link.verdict is Sameness.DIFFERENT

    def _ordered(self, ids: list[str]) -> list[tuple[str, str, Comparison]]:
        """The ties of claims: what agrees most comes first, then what lies nearest in time, then the ids decide."""
        found = [(a, b, c) for a in ids for b, c in self._near[a].items() if a < b]
        return sorted(found, key=lambda tie: (-_strength(self._facts, *tie), self._gap(tie[0], tie[1]), tie[:2]))

    def _gap(self, left: str, right: str) -> int:
        a, b = self._facts[left].start, self._facts[right].start
        return abs((a - b).days) if a and b else MOST_DAYS

    def _torn(self, id_: str) -> tuple[Role, ...]:
        """The fields that a claim leaves open, and that claims near it fill in ways that exclude each other."""
        fact = self._facts[id_]
        found = []
        for role in COMPARED[fact.type]:
            if role is Role.BROKER or specific(fact.terms.get(role, ())):
                continue
            filled = {n: self._facts[n] for n in self._near[id_] if specific(self._facts[n].terms.get(role, ()))}
            distinct = {fact.terms[role]: fact for _, fact in sorted(filled.items())}
            if any(_excluded(role, a, b) for a, b in combinations(distinct.values(), 2)):
                found.append(role)
        return tuple(found)

    def _stays_open(self, left: str, right: str, torn: Mapping[str, tuple[Role, ...]]) -> bool:
        return any(
            specific(self._facts[other].terms.get(role, ()))
            for one, other in ((left, right), (right, left))
            for role in torn.get(one, ())
        ) and not _same_wording(self._facts[left], self._facts[right])


class _Parts:
    """Joins claims into groups in which no two exclude each other."""

    def __init__(self, facts: Mapping[str, Fact], ids: Iterable[str], apart: Callable[[str, str], bool]) -> None:
        self._facts, self._apart = facts, apart
        self._of = {id_: id_ for id_ in ids}
        self._members = {id_: [id_] for id_ in self._of}
        self._ties: dict[str, list[Tie]] = {id_: [] for id_ in self._of}

    def join(self, left: str, right: str, tie: Tie) -> None:
        """Join the groups of two claims, unless a field of any two in them stands against it."""
        one, other = self._of[left], self._of[right]
        if one != other and not self._judged_apart(one, other) and not self._excluded(one, other):
            self._merge(one, other, tie)

    def join_judged(self, judged: Mapping[tuple[str, str], Link]) -> dict[str, str]:
        """Join what a person called the same; returns what cannot be, in words, each with a claim that it is about."""
        said = {}
        links = [link for pair, link in judged.items() if pair[0] in self._of and pair[1] in self._of]
        for link in sorted(links, key=lambda link: (link.at, link.id), reverse=True):
            one, other = self._of[link.left], self._of[link.right]
            if link.verdict is Sameness.UNSURE:
                said[f"{link.by} is unsure whether {link.left} and {link.right} are one act"] = link.left
            elif link.verdict is Sameness.SAME and one != other:
                if self._judged_apart(one, other):
                    said[f"{link.by} calls {link.left} and {link.right} the same; other judgements keep them apart"] = (
                        link.left
                    )
                else:
                    why = f"{link.by} calls them the same" + f": {link.why}" * bool(link.why)
                    self._merge(one, other, Tie(link.left, link.right, TieBy.PERSON, why))
        return said

    def groups(self) -> Iterator[tuple[tuple[str, ...], tuple[Tie, ...]]]:
        """The groups and what ties them, in order."""
        for name in sorted(self._members):
            ties = sorted(self._ties[name], key=lambda tie: (tie.left, tie.right))
            yield tuple(sorted(self._members[name])), tuple(ties)

    def _merge(self, one: str, other: str, tie: Tie) -> None:
        kept, gone = sorted((one, other), key=lambda name: (-len(self._members[name]), name))
        self._of.update(dict.fromkeys(self._members[gone], kept))
        self._members[kept] += self._members.pop(gone)
        self._ties[kept] += [*self._ties.pop(gone), tie]

    def _judged_apart(self, one: str, other: str) -> bool:
        return any(self._apart(a, b) for a in self._members[one] for b in self._members[other])

    def _excluded(self, one: str, other: str) -> bool:
        mine, yours = ({self._facts[i].signature: self._facts[i] for i in self._members[n]} for n in (one, other))
        return any(conflict(a, b) for a in mine.values() for b in yours.values())


def group(facts: Iterable[Fact], judgements: Iterable[Link] = ()) -> list[Event]:
    """Group claims all at once."""
    grouper = Grouper(judgements)
    grouper.add(facts)
    return grouper.events()


def latest(judgements: Iterable[Link]) -> dict[tuple[str, str], Link]:
    """Of each pair of claims the judgement that counts: the one made last."""
    ordered = sorted((link for link in judgements if link.of == OF_CLAIMS), key=lambda link: (link.at, link.id))
    return {(link.left, link.right): link for link in ordered}


def _places(fact: Fact) -> Iterator[object]:
    for name in fact.names:
        yield from ((fact.act, name, thing) for thing in fact.things if not thing.endswith(f":{name}"))
    if fact.wording:
        yield fact.act, fact.wording


def _may_be_near(left: Fact, right: Fact) -> bool:
    if left.vague_days or right.vague_days or not left.start or not right.start:
        return True
    return abs((left.start - right.start).days) <= MOST_DAYS + LONGEST_DAYS


def _same_wording(left: Fact, right: Fact) -> bool:
    """Whether one sentence stands in two documents; two claims of a sentence in one document are two for a reason."""
    return left.wording is not None and left.wording == right.wording and left.document != right.document


def _tied(left: Fact, right: Fact, comparison: Comparison) -> bool:
    return comparison.fits or (_same_wording(left, right) and not comparison.against)


def _strength(facts: Mapping[str, Fact], left: str, right: str, comparison: Comparison) -> int:
    return comparison.agreed + _WORDING * _same_wording(facts[left], facts[right])


def _tie(left: str, right: str, comparison: Comparison) -> Tie:
    if comparison.fits:
        return Tie(left, right, TieBy.FIELDS, "; ".join(comparison.why))
    return Tie(left, right, TieBy.WORDING, "; ".join(("the same sentence in both", *comparison.why)))


def _excluded(role: Role, left: Fact, right: Fact) -> bool:
    return relation(role, left.terms[role], right.terms[role])[0] < 0
