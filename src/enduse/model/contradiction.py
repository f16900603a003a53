"""Two sides that cannot both be right, or one source that says something else than before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ContradictionKind(StrEnum):
    """In what two sides differ; the last two are of one source with itself."""

    EXISTENCE = "existence"
    STAGE = "stage"
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    HOLDER = "holder"
    WEAPON = "weapon"
    PLACE = "place"
    QUANTITY = "quantity"
    TIME = "time"
    ADMISSION = "admission"
    SUPERSESSION = "supersession"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Both sides by the ids of their claims; neither is called right.

    one_event: False where the field itself keeps the sides apart, so that it may be another act altogether.
    Of an admission or a supersession, left is the earlier side.
    """

    kind: ContradictionKind
    left: tuple[str, ...]
    right: tuple[str, ...]
    why: str
    one_event: bool = True

    def __post_init__(self) -> None:
        if not self.left or not self.right or set(self.left) & set(self.right):
            raise ValueError(f"a contradiction has two sides, and no claim on both: {self.left}, {self.right}")
