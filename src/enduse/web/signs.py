"""What pages draw a claim with: a sign and a word for how far it has got, and a style for each role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from enduse.model import Claim, ClaimType, Role, Stance, State, Status
from enduse.model.kept import Decision
from enduse.service.marks import Closing, Opening, pieces_of_quote

TYPES, STANCES, DECISIONS, ROLES = tuple(ClaimType), tuple(Stance), tuple(Decision), tuple(Role)
STATUSES = (*Status, *State)
"""What a form offers to choose from."""


class Group(NamedTuple):
    """Roles that are drawn alike: the end of their CSS class, and what the legend calls them."""

    name: str
    word: str
    roles: tuple[Role, ...]


GROUPS = (
    Group("giver", "who gives, acts or holds", (Role.SUPPLIER, Role.FROM, Role.AGENT, Role.HOLDER, Role.PARTY)),
    Group("taker", "to whom, or against whom", (Role.RECIPIENT, Role.TO, Role.TARGET)),
    Group("arms", "arms, their number and origin", (Role.WEAPON, Role.QUANTITY, Role.ORIGIN)),
    Group("way", "by which way or broker", (Role.BROKER, Role.VIA)),
    Group("where", "where and when", (Role.PLACE, Role.TIME)),
    Group("purpose", "what for", (Role.PURPOSE,)),
    Group("condition", "on which condition", (Role.CONDITION,)),
    Group("claimant", "on whose word", (Role.CLAIMANT,)),
)
"""Each has a colour and a line of its own in style.css, so that either alone tells it."""

GROUP_OF: Mapping[Role, str] = {role: group.name for group in GROUPS for role in group.roles}

DONE = frozenset({Status.OCCURRED, State.IN_FORCE, State.EXTENDED, State.VIOLATED})
ENDED = frozenset({Status.REFUSED, Status.HALTED, State.REJECTED, State.COLLAPSED})


class Sign(NamedTuple):
    """A character, the end of a CSS class, and what both say."""

    character: str
    name: str
    word: str


DONE_SIGN = Sign("●", "done", "reported as done or holding")
OPEN_SIGN = Sign("○", "open", "not, or not yet")
ENDED_SIGN = Sign("✕", "ended", "refused, halted, over or denied")
SIGNS = (DONE_SIGN, OPEN_SIGN, ENDED_SIGN)


def sign_of(claim: Claim) -> Sign:
    """Tell a deed from a plan, and both from an end or a denial."""
    label = claim.status or claim.state
    if claim.stance is Stance.DENIED or label in ENDED:
        return ENDED_SIGN
    return DONE_SIGN if label in DONE else OPEN_SIGN


def label_of(claim: Claim) -> str:
    """The status or state in words."""
    return str(claim.status or claim.state).replace("_", " ")


def quote_pieces(claim: Claim) -> list[str | Opening | Closing]:
    """A claim's quote, cut at the beginnings and ends of its roles."""
    return list(pieces_of_quote(claim))


def opens(piece: Opening | Closing) -> bool:
    """Whether a mark begins here."""
    return isinstance(piece, Opening)


def classes_of(roles: tuple[Role, ...]) -> str:
    """The CSS classes of a span that stands in these roles; the first one gives the colour."""
    return f"role role-{GROUP_OF[roles[0]]}"
