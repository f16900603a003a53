"""The order in which the model's outputs stand: it may only grow with a new model version."""

from __future__ import annotations

from ..model import ClaimType, Mode, Role, Stance, State, Status

TYPES = tuple(ClaimType)
STATUSES = tuple(Status)
STATES = tuple(State)
MODES = tuple(Mode)
STANCES = tuple(Stance)

SLOTS_A_TYPE = 2
"""How many claims of one type a sentence can be read to carry; 0.3 % of coded sentences carry three."""

TAGGED_ROLES = tuple(role for role in Role if role is not Role.CLAIMANT)
"""Roles that share one layer of tags; the claimant has its own, since he often is the party or holder too."""

SLOTS = tuple((claim_type, rank) for claim_type in TYPES for rank in range(SLOTS_A_TYPE))
TAGS = 1 + 2 * len(TAGGED_ROLES)
"""Outside, then begin and inside for each tagged role."""

LABEL_SIZES = (len(STATUSES), len(STATES), len(MODES), len(STANCES))
