"""Follows who is told to have held which arms: links from claims, joined only where the same arms are told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Role, Status
from ..model.custody import Backing, Compatible, Custody, CustodyLink, Holder, Joint, LeftOut, LinkKind
from ..model.joined import Joined
from ..model.kept import KeptClaim
from ..model.record import CopyRecord, Link
from .chains import Act, chains_of, class_only, compatible_of, joints_of, points_of
from .events import Grouper
from .held import KIND_OF, Held, held_of
from .identity import latest_of_arms
from .roots import sources
from .scope import day_of, spoken

COMPATIBLE_MOST = 300
"""Pairs of compatible links that are given; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a ledger offers to tell of custody. asked, understood, found: as in Custody.

    wanted: the ids of the claims that were asked for; the others are there to lead on from them.
    """

    asked: str
    understood: str
    claims: Sequence[KeptClaim]
    copies: Sequence[CopyRecord]
    judgements: Sequence[Link]
    wanted: frozenset[str]
    found: int


def custody_of(told: Told) -> Custody:
    """Tell what the claims say of custody; in whatever order they come, the answer is the same."""
    held, left_out = _sorted_out(told.claims)
    acts, apart = _acts(held, told.judgements, told.copies)
    judged = latest_of_arms(told.judgements)
    joints = joints_of(acts, judged)
    pairs = compatible_of(acts, joints, judged)
    acts = _reached(acts, told.wanted, [*joints, *pairs])
    there = {act.link.id for act in acts}
    joints = tuple(joint for joint in joints if joint.left in there)
    pairs = [pair for pair in pairs if pair.left in there]
    return Custody(
        told.asked, told.understood, tuple(act.link for act in acts), chains_of(acts, joints), points_of(acts, joints),
        tuple(pairs[:COMPATIBLE_MOST]), max(0, len(pairs) - COMPATIBLE_MOST), class_only(acts, joints, pairs),
        tuple(one.said for one in apart if one.kept.claim.id in told.wanted), left_out, told.found, len(told.claims),
    )  # fmt: skip


def _reached(acts: list[Act], wanted: frozenset[str], pairs: Iterable[Joint | Compatible]) -> list[Act]:
    """Links with a claim that was asked for, and those to which joints and compatible pairs lead from them."""
    together: Joined[str] = Joined(act.link.id for act in acts)
    for pair in pairs:
        together.join(pair.left, pair.right)
    asked = {together.name(act.link.id) for act in acts if not wanted.isdisjoint(act.link.claims)}
    return [act for act in acts if together.name(act.link.id) in asked]


def backing_of(claims: Sequence[KeptClaim], copies: Iterable[CopyRecord]) -> Backing:
    """How many stand behind claims of one act."""
    found = sources(claims, copies)
    return Backing(found.documents, found.reports, (found.minimum, found.maximum))


def _sorted_out(claims: Iterable[KeptClaim]) -> tuple[list[Held], tuple[LeftOut, ...]]:
    """Claims that tell of custody, in order of their ids, and those that tell of none, by the reason."""
    unique = {kept.claim.id: kept for kept in claims if kept.claim.type in KIND_OF}
    held, left = [], defaultdict(list)
    for id_, kept in sorted(unique.items()):
        one = held_of(kept)
        if (why := one.objection) is None:
            held.append(one)
        else:
            left[why].append(id_)
    return held, tuple(LeftOut(why, tuple(ids)) for why, ids in sorted(left.items()))


def _acts(
    held: Sequence[Held], judgements: Iterable[Link], copies: Sequence[CopyRecord]
) -> tuple[list[Act], list[Held]]:
    """Claims of one act as one link, moves before holdings and by day; and claims that tell of nothing done."""
    of = {one.kept.claim.id: one for one in held if one.kept.claim.status is Status.OCCURRED}
    grouper = Grouper(judgements)
    grouper.add(one.fact for one in of.values())
    acts, apart = [], [one for one in held if one.kept.claim.id not in of]
    for event in grouper.events():
        members = [of[id_] for id_ in event.claims]
        standing = [one for one in members if one.done]
        if standing:
            acts.append(Act(_link(standing, [one for one in members if not one.done], copies), tuple(standing)))
        else:
            apart += members
    acts.sort(key=lambda act: (act.link.kind is LinkKind.HOLDING, act.link.start or date.max, act.link.id))
    apart.sort(key=lambda one: (day_of(one.kept) or date.max, one.kept.claim.id))
    return acts, apart


def _link(standing: Sequence[Held], denied: Sequence[Held], copies: Sequence[CopyRecord]) -> CustodyLink:
    claims = [one.kept for one in standing]
    start, end, dated = _days(standing)
    told = sorted(standing, key=lambda one: (day_of(one.kept) or date.max, one.kept.claim.id))
    return CustodyLink(
        kind=KIND_OF[claims[0].claim.type],
        before=_distinct(holder for one in told for holder in one.before),
        after=_distinct(holder for one in told for holder in one.after),
        arms=tuple(dict.fromkeys(arms for one in told for arms in one.arms)),
        said=tuple(one.said for one in told),
        backing=backing_of(claims, copies),
        intended=_distinct(holder for one in told for holder in one.intended),
        via=_words(told, Role.VIA), quantities=_words(told, Role.QUANTITY), places=_words(told, Role.PLACE),
        marks=tuple(dict.fromkeys(mark for one in told for mark in one.marks)),
        start=start, end=end, dated=dated,
        mode=next((mode for one in told if (mode := _mode(one)) is not None), None),
        denied=tuple(one.said for one in denied),
    )  # fmt: skip


def _days(standing: Sequence[Held]) -> tuple[date | None, date | None, bool]:
    """The days told by those who tell them, from the first to the last; else the days of publication."""
    told = [one.fact for one in standing if one.fact.dated]
    if told:
        starts, ends = [f.start for f in told if f.start], [f.end for f in told if f.end]
        return min(starts, default=None), max(ends, default=None), True
    printed = [day for one in standing if (day := day_of(one.kept))]
    return min(printed, default=None), max(printed, default=None), False


def _distinct(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """Each holder once, by code or words; those that are named come first."""
    found: dict[str, Holder] = {}
    for holder in holders:
        found.setdefault(holder.code or f"={holder.words.casefold()}", holder)
    return tuple(sorted(found.values(), key=lambda holder: holder.vague))


def _words(told: Sequence[Held], role: Role) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for one in told for words in spoken(one.kept, role)))


def _mode(one: Held) -> str | None:
    return one.kept.claim.mode.value if one.kept.claim.mode else None
