"""Says at which level two claims are of the same arms, and whether who got them is who had them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from ..model import ClaimType, Role, Span
from ..model.custody import Arms, Holder, Identity, Mark
from ..model.record import Link, Sameness
from .compare import relation
from .held import Held, same_holder

OF_ARMS = "arms"
"""What a judgement of two claims says in its field `of` where it is of their arms, and not of the act."""

SHIPMENT_DAYS = 31
"""Days within which one name of a ship, a flight or a container stands for one shipment: they make many voyages."""

MONTH_DAYS = 31

Judged = Mapping[tuple[str, str], Link]

Level = tuple[Identity, str]
"""A level and why, in words."""


def latest_of_arms(judgements: Iterable[Link]) -> dict[tuple[str, str], Link]:
    """Of each pair of claims the judgement of their arms that counts: the one made last."""
    ordered = sorted((link for link in judgements if link.of == OF_ARMS), key=lambda link: (link.at, link.id))
    return {(link.left, link.right): link for link in ordered}


def joining(left: Held, right: Held, judged: Judged) -> Level | None:
    """The level at which two claims are of the same arms, if it is one that joins; None otherwise."""
    link = judgement(left, right, judged)
    if link is not None:
        by = f"{link.by} calls them the same arms" + f": {link.why}" * bool(link.why)
        return (Identity.PERSON, by) if link.verdict is Sameness.SAME else None
    if arms_exclude(left, right):
        return None
    for identity in (Identity.SERIAL, Identity.LOT, Identity.SHIPMENT):
        mark = _shared(left.marks, right.marks, identity)
        near = apart_days(left, right)
        if mark and (identity is not Identity.SHIPMENT or one_text(left, right) or _within(near, SHIPMENT_DAYS)):
            return identity, f"both name it: “{mark.quote}”"
    words = shared_span(left, right, Role.WEAPON)
    if words is not None and (passes(left, right) or passes(right, left)):
        return Identity.WORDS, f"one sentence tells both of the same words: “{words.text}”"
    return None


def compatible(left: Held, right: Held, judged: Judged) -> Level | None:
    """The level at which two claims may be of the same arms and are not joined; None where nothing speaks for it."""
    link = judgement(left, right, judged)
    if link is not None and link.verdict is not Sameness.UNSURE:
        return None
    model = shared_model(left.arms, right.arms)
    if model is None:
        return None
    place = shared_place(left, right)
    if place is not None and _within(apart_days(left, right), MONTH_DAYS):
        return Identity.MODEL_PLACE_MONTH, f"both {model}, both at {place}, within {MONTH_DAYS} days"
    holder = passes(left, right) or passes(right, left)
    return (Identity.MODEL, f"both {model}, and {holder}") if holder else None


def judgement(left: Held, right: Held, judged: Judged) -> Link | None:
    """What a person said of the arms of two claims."""
    pair = sorted((left.kept.claim.id, right.kept.claim.id))
    return judged.get((pair[0], pair[1]))


def passes(left: Held, right: Held) -> str | None:
    """How the holder after the left act is the holder before the right one, in words; None where it is not told."""
    if _reversed(left, right):
        return None
    givers = right.after if right.kept.claim.type is ClaimType.HOLDING else right.before
    for one, other in product(left.after, givers):
        if same_holder(one, other):
            return f"“{one.words}” who got them is “{other.words}” who had them"
    if one_text(left, right):
        starts = {(span.start, span.end): span for span in left.getting}
        if shared := next((starts[s.start, s.end] for s in right.giving if (s.start, s.end) in starts), None):
            return f"the same words say who got them and who had them: “{shared.text}”"
    return None


def shared_model(left: Iterable[Arms], right: Iterable[Arms]) -> str | None:
    """The name of a designation that both have."""
    models = {arms.model: arms.name or arms.model for arms in left if arms.model}
    return next((models[arms.model] for arms in right if arms.model in models), None)


def shared_class(left: Iterable[Arms], right: Iterable[Arms]) -> bool:
    """Whether both name a class of arms that says more than "weapons"."""
    classes = {arms.weapon_class for arms in left if arms.weapon_class and not _any_kind(arms.weapon_class)}
    return any(arms.weapon_class in classes for arms in right)


def shared_place(left: Held, right: Held) -> str | None:
    """The words of a place below a country that both name."""
    places = {
        r.code: left.kept.claim.roles[Role.PLACE][r.filler].text for r in left.kept.resolutions
        if r.role is Role.PLACE and r.scheme == "place" and r.code and r.level in ("town", "site", "region")
    }  # fmt: skip
    return next((places[r.code] for r in right.kept.resolutions
                 if r.role is Role.PLACE and r.scheme == "place" and r.code in places), None)  # fmt: skip


def one_text(left: Held, right: Held) -> bool:
    """Whether both stand in one text."""
    return left.kept.claim.document_sha256 == right.kept.claim.document_sha256


def shared_span(left: Held, right: Held, role: Role) -> Span | None:
    """A filler of a role that is the very same place of the same text in both."""
    if not one_text(left, right):
        return None
    theirs = {(span.start, span.end) for span in right.kept.claim.roles.get(role, ())}
    return next((s for s in left.kept.claim.roles.get(role, ()) if (s.start, s.end) in theirs), None)


def arms_exclude(left: Held, right: Held) -> bool:
    """Whether the arms of one cannot be those of the other."""
    one, other = left.fact.terms.get(Role.WEAPON, ()), right.fact.terms.get(Role.WEAPON, ())
    return relation(Role.WEAPON, one, other)[0] < 0


def apart_days(left: Held, right: Held) -> int | None:
    """Days between two acts, as told or published; None where the days of one are not known."""
    one, other = left.fact, right.fact
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return None
    return max(0, (max(one.start, other.start) - min(one.end, other.end)).days)


def _within(days: int | None, most: int) -> bool:
    return days is not None and days <= most


def _reversed(left: Held, right: Held) -> bool:
    """Whether the days told put the right act before the left one."""
    one, other = left.fact, right.fact
    return bool(one.dated and other.dated and one.start and other.end and other.end < one.start)


def _shared(left: Iterable[Mark], right: Iterable[Mark], identity: Identity) -> Mark | None:
    values = {mark.value for mark in right if mark.identity is identity}
    return next((mark for mark in left if mark.identity is identity and mark.value in values), None)


def _any_kind(weapon_class: str) -> bool:
    return weapon_class.startswith(("generic.", "none."))


def named(holders: Iterable[Holder]) -> str:
    """Holders in words, for a sentence; "somebody not told" where there are none."""
    return ", ".join(dict.fromkeys(f"“{holder.words}”" for holder in holders)) or "somebody not told"
