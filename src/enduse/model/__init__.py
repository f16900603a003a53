"""The nouns of enduse as frozen types that check themselves when they are made."""

from .claim import ROLES_OF, Claim, ClaimType, Extraction, Mode, Role, Stance, State, Status
from .document import Document
from .reading import Reading
from .span import Span
from .steps import Reader

__all__ = [
    "ROLES_OF", "Claim", "ClaimType", "Document", "Extraction", "Mode", "Reader", "Reading", "Role", "Span", "Stance",
    "State", "Status",
]  # fmt: skip
