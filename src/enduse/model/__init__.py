"""The nouns of enduse as frozen types that check themselves when they are made."""

from .claim import ROLES_OF, Claim, ClaimType, Extraction, Mode, Role, Stance, State, Status
from .credit import ClaimantClass, ClaimantRead, Credit, Link
from .document import Document
from .period import Period
from .quantity import Quantity
from .reading import Reading
from .referent import Candidate, Referent
from .resolved import Resolved, ResolvedClaim
from .span import Span
from .steps import Reader

__all__ = [
    "ROLES_OF", "Candidate", "Claim", "ClaimType", "ClaimantClass", "ClaimantRead", "Credit", "Document", "Extraction",
    "Link", "Mode", "Period", "Quantity", "Reader", "Reading", "Referent", "Resolved", "ResolvedClaim", "Role", "Span",
    "Stance", "State", "Status",
]  # fmt: skip
