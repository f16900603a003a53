"""Joins links of custody that are of the same arms, and says what is a gap, a point of diversion, or compatible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise, product
from typing import NamedTuple

from ..model import Role
from ..model.custody import Chain, Compatible, CustodyLink, Identity, Joint, LinkKind, Point
from ..model.joined import Joined
from .held import Held, key_of
from .identity import Judged, compatible, joining, judgement, named, passes, shared_class, shared_model

Pair = tuple[int, int]


class Act(NamedTuple):
    """A link with the claims that it stands on."""

    link: CustodyLink
    held: tuple[Held, ...]


def joints_of(acts: Sequence[Act], judged: Judged) -> tuple[Joint, ...]:
    """All pairs of links that are of the same arms, each in the order in which they follow one another."""
    levels = list(Identity)
    found = []
    for one, other in sorted(_joinable(acts, judged)):
        said = [level for a, b in product(acts[one].held, acts[other].held) if (level := joining(a, b, judged))]
        if said and not _judged_apart(acts[one], acts[other], judged):
            identity, why = min(said, key=lambda level: (levels.index(level[0]), level[1]))
            left, right, continuous = _directed(acts[one], acts[other])
            found.append(Joint(left.link.id, right.link.id, identity, why, continuous))
    return tuple(found)


def chains_of(acts: Sequence[Act], joints: Sequence[Joint]) -> tuple[Chain, ...]:
    """Links that hang together by joints, each chain in order, with what is not found around each of its links."""
    links = {act.link.id: act.link for act in acts}
    joined: Joined[str] = Joined()
    for joint in joints:
        joined.join(joint.left, joint.right)
    members: dict[str, list[str]] = defaultdict(list)
    for id_, name in joined.names().items():
        members[name].append(id_)
    chains = []
    for name in sorted(members):
        within = tuple(joint for joint in joints if joined.name(joint.left) == name)
        order = _ordered([links[id_] for id_ in members[name]], within)
        chains.append(Chain(tuple(link.id for link in order), within, tuple(_gaps(order, within))))
    return tuple(sorted(chains, key=lambda chain: (links[chain.links[0]].start or date.max, chain.links)))


def points_of(acts: Sequence[Act], joints: Sequence[Joint]) -> tuple[Point, ...]:
    """For each diversion in whose hands the arms were; named only where the links on both sides of it are supported."""
    links = {act.link.id: act.link for act in acts}
    points = []
    for link in links.values():
        if link.kind is LinkKind.DIVERSION:
            into = [links[joint.left] for joint in joints if joint.right == link.id and joint.continuous]
            points.append(_point(link, sorted(into, key=lambda one: (not one.supported, one.id))))
    return tuple(points)


def compatible_of(acts: Sequence[Act], joints: Sequence[Joint], judged: Judged) -> list[Compatible]:
    """Pairs of links of one model that are not joined, those closest first."""
    joined = {frozenset((joint.left, joint.right)) for joint in joints}
    levels = list(Identity)
    found = []
    for one, other in sorted(_alike(acts)):
        left, right = acts[one], acts[other]
        if frozenset((left.link.id, right.link.id)) in joined or _judged_apart(left, right, judged):
            continue
        said = [level for a, b in product(left.held, right.held) if (level := compatible(a, b, judged))]
        if said:
            identity, why = min(said, key=lambda level: (levels.index(level[0]), level[1]))
            left, right, _ = _directed(left, right)
            found.append(Compatible(left.link.id, right.link.id, identity, why))
    return sorted(found, key=lambda pair: (levels.index(pair.identity), pair.left, pair.right))


def class_only(acts: Sequence[Act], joints: Sequence[Joint], pairs: Sequence[Compatible]) -> int:
    """How many pairs of links have a holder and a class in common, and no more: of their arms nothing is said."""
    known = {frozenset((joint.left, joint.right)) for joint in joints}
    known |= {frozenset((pair.left, pair.right)) for pair in pairs}
    found = set()
    for one, other in _by_holder(acts):
        left, right = acts[one].link, acts[other].link
        if shared_class(left.arms, right.arms) and not shared_model(left.arms, right.arms):
            found.add(frozenset((left.id, right.id)))
    return len(found - known)


def _joinable(acts: Sequence[Act], judged: Judged) -> set[Pair]:
    """Pairs that share a mark, a place of a text, or a person's judgement: no others can be joined."""
    sharing: dict[object, list[int]] = defaultdict(list)
    of: dict[str, int] = {}
    for at, act in enumerate(acts):
        keys: set[object] = set()
        for one in act.held:
            claim = one.kept.claim
            of[claim.id] = at
            keys |= {(mark.identity, mark.value) for mark in one.marks}
            keys |= {(claim.document_sha256, s.start, s.end) for s in claim.roles.get(Role.WEAPON, ())}
        for key in keys:
            sharing[key].append(at)
    found = {pair for places in sharing.values() for pair in combinations(places, 2)}
    known = [(of[left], of[right]) for left, right in judged if left in of and right in of]
    return found | {(min(pair), max(pair)) for pair in known if pair[0] != pair[1]}


def _alike(acts: Sequence[Act]) -> set[Pair]:
    """Pairs of one model that share a holder, or a place; two holdings, or two acts of one kind, need a holder."""
    models = [{arms.model for arms in act.link.arms if arms.model} for act in acts]
    found = {pair for pair in _by_holder(acts) if models[pair[0]] & models[pair[1]]}
    at_place: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, act in enumerate(acts):
        codes = {
            r.code for one in act.held for r in one.kept.resolutions
            if r.role is Role.PLACE and r.scheme == "place" and r.code
        }  # fmt: skip
        for model, place in product(models[at], codes):
            at_place[f"{model}", f"{place}"].append(at)
    for places in at_place.values():
        found |= {pair for pair in combinations(places, 2) if acts[pair[0]].link.kind is not acts[pair[1]].link.kind}
    return found


def _by_holder(acts: Sequence[Act]) -> set[Pair]:
    """Pairs in which one got the arms and the same one had them, but for two holdings."""
    got: dict[str, list[int]] = defaultdict(list)
    had: dict[str, list[int]] = defaultdict(list)
    for at, act in enumerate(acts):
        link = act.link
        for holder in link.after:
            if (key := key_of(holder)) is not None:
                got[key].append(at)
        for holder in link.after if link.kind is LinkKind.HOLDING else link.before:
            if (key := key_of(holder)) is not None:
                had[key].append(at)
    pairs = (pair for key, gets in got.items() for pair in product(gets, had.get(key, ())))
    return {
        (min(one, other), max(one, other)) for one, other in pairs
        if one != other and {acts[one].link.kind, acts[other].link.kind} != {LinkKind.HOLDING}
    }  # fmt: skip


def _directed(one: Act, other: Act) -> tuple[Act, Act, bool]:
    """Two links in the order in which they follow: by who had the arms, else by their days, else by their ids."""
    for left, right in ((one, other), (other, one)):
        if any(passes(a, b) for a, b in product(left.held, right.held)):
            return left, right, True
    left, right = sorted((one, other), key=lambda act: (act.link.start or date.max, act.link.id))
    return left, right, False


def _judged_apart(one: Act, other: Act, judged: Judged) -> bool:
    found = [judgement(a, b, judged) for a, b in product(one.held, other.held)]
    return any(link is not None and link.verdict == "different" for link in found)


def _ordered(links: Sequence[CustodyLink], joints: Iterable[Joint]) -> list[CustodyLink]:
    """Who had them before who got them, then by day; in a circle the earliest comes first."""
    before: Mapping[str, set[str]] = {link.id: set() for link in links}
    for joint in joints:
        if joint.continuous:
            before[joint.right].add(joint.left)
    waiting = sorted(links, key=lambda link: (link.start or date.max, link.id))
    order: list[CustodyLink] = []
    while waiting:
        there = {link.id for link in order}
        following = next((link for link in waiting if before[link.id] <= there), waiting[0])
        waiting.remove(following)
        order.append(following)
    return order


def _gaps(order: Sequence[CustodyLink], joints: Sequence[Joint]) -> Iterator[str]:
    continuous = {(joint.left, joint.right) for joint in joints if joint.continuous}
    first, last = order[0], order[-1]
    had = first.before or (first.after if first.kind is LinkKind.HOLDING else ())
    yield f"how {named(had)} came to have them is not found" if had else "who had them before is not told"
    for left, right in pairwise(order):
        if (left.id, right.id) in continuous:
            yield ""
        else:
            yield f"how they came from {named(left.after)} to {named(right.before or right.after)} is not found"
    yield f"what became of them after {last.end or 'that'} is not found"


def _point(link: CustodyLink, into: Sequence[CustodyLink]) -> Point:
    had = next((holder for holder in link.before if not holder.vague), None)
    if had is None:
        why = "only a kind is named that had them" if link.before else "who had them is not told"
        return Point(link.id, None, why)
    if not into:
        return Point(link.id, None, f"no link by which {named([had])} got the same arms is found")
    for side, one in (("the link into their hands", into[0]), ("the diversion", link)):
        if one.contested:
            return Point(link.id, None, f"{side} is denied by somebody")
        if one.alleged:
            return Point(link.id, None, f"{side} is only alleged")
    return Point(link.id, had.name or had.words, f"{into[0].id} tells how they got them, {link.id} how they lost them")
