"""How many stand behind an event, who relayed it, and what each relay changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a relay made of what it relays."""

    CONDITION_LOST = "condition_lost"
    WEAPON_UPGRADED = "weapon_upgraded"
    WEAPON_CHANGED = "weapon_changed"
    QUANTITY_ROUNDED = "quantity_rounded"
    QUANTITY_CHANGED = "quantity_changed"
    STATUS_RAISED = "status_raised"
    STANCE_RAISED = "stance_raised"
    RECIPIENT_SPECIFIED = "recipient_specified"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between a claim and the claim that it may repeat; before and after as each has it."""

    kind: ChangeKind
    before: str
    after: str


class RelayHow(StrEnum):
    """What shows that one report repeats another: its own credit, a copied text; the others only suggest it."""

    CREDIT = "credit"
    COPY = "copy"
    WORDING = "wording"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Relay:
    """That a claim repeats another source's: `of` is that claim's id, None where its text is not in the event.

    name: of whom, as the text credits it, or the publisher of the claim repeated.
    """

    claim: str
    of: str | None
    name: str
    how: RelayHow
    why: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """How a claim differs from the earliest claim of its event, which it is not known to repeat."""

    claim: str
    of: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One whose word it may be: an outlet with its own report, or one that others credit.

    claims: the ids of those that rest on it, in order of publication.
    """

    name: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Three numbers that say three things, and the tree under them; who denies the event stands behind none of them.

    documents: that carry a claim of the event, other than denials. reports: what they are when copies are folded; one
    may still repeat another. minimum, maximum: how many roots there are, if all that may hang together does, and if
    only what is credited or copied does. joined: why the minimum is less than the maximum. denials: ids. compared: of
    claims that are not known to repeat another, what differs from the earliest.
    """

    documents: int
    reports: int
    minimum: int
    maximum: int
    roots: tuple[Root, ...]
    joined: tuple[str, ...]
    relays: tuple[Relay, ...]
    denials: tuple[str, ...] = ()
    compared: tuple[Compared, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.minimum <= self.maximum:
            raise ValueError(f"roots [{self.minimum}, {self.maximum}] are none; write 0 <= minimum <= maximum")
