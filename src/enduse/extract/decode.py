"""Turns the encoder's outputs for one sentence into claims, every filler cut out of the text."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..model import ROLES_OF, Claim, ClaimType, Document, Extraction, Role, Span
from .encode import Encoded
from .labels import LABEL_SIZES, MODES, SLOTS, STANCES, STATES, STATUSES, TAGGED_ROLES, TAGS

Floats = npt.NDArray[np.float32]

_LABEL_ENDS = np.cumsum(LABEL_SIZES)[:-1]


class Output(NamedTuple):
    """What the encoder says of one sentence.

    presence: (slots,) 0 to 1; labels: (slots, sum of LABEL_SIZES) scores;
    tags: (slots, pieces, TAGS + 3) scores, the last three outside, begin and inside of the claimant.
    """

    presence: Floats
    labels: Floats
    tags: Floats


def _allowed() -> dict[ClaimType, npt.NDArray[np.bool_]]:
    masks = {}
    for claim_type, roles in ROLES_OF.items():
        mask = np.zeros(TAGS, dtype=bool)
        mask[0] = True
        for row, role in enumerate(TAGGED_ROLES):
            mask[1 + 2 * row : 3 + 2 * row] = role in roles
        masks[claim_type] = mask
    return masks


_ALLOWED = _allowed()
NAMES_NOTHING = frozenset(
    ("the", "a", "an", "if", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "that", "as")
)
"""A run of these alone fills no role."""
_NEVER = -np.inf


def claims(
    document: Document, sentence: tuple[int, int], encoded: Encoded, output: Output, *, threshold: float, reader: str
) -> list[Extraction]:
    """Read the claims of one sentence: every slot whose presence reaches the threshold.

    The second slot of a type counts only beside the first, and two slots that say the same are one claim.
    """
    found: dict[str, Extraction] = {}
    reached = output.presence >= threshold
    for row, (claim_type, rank) in enumerate(SLOTS):
        if not reached[row] or (rank and not reached[row - 1]):
            continue
        claim = _claim(document, sentence, encoded, claim_type, output.labels[row], output.tags[row])
        found.setdefault(claim.id, Extraction(claim, float(output.presence[row]), reader))
    return list(found.values())


def _claim(
    document: Document, sentence: tuple[int, int], encoded: Encoded, claim_type: ClaimType, labels: Floats, tags: Floats
) -> Claim:
    status, state, mode, stance = (int(part.argmax()) for part in np.split(labels, _LABEL_ENDS))
    ceasefire = claim_type is ClaimType.CEASEFIRE
    return Claim(
        document.sha256,
        claim_type,
        STANCES[stance],
        Span.of(document.text, *sentence),
        _roles(document.text, encoded, claim_type, tags),
        status=None if ceasefire else STATUSES[status],
        state=STATES[state] if ceasefire else None,
        mode=MODES[mode] if claim_type is ClaimType.DIVERSION else None,
    )


def _roles(text: str, encoded: Encoded, claim_type: ClaimType, tags: Floats) -> dict[Role, tuple[Span, ...]]:
    words = [row for row, piece in enumerate(encoded.pieces) if piece.first]
    of_words = np.nan_to_num(tags[words])  # finite, so that no score is below never
    shared = best_path(np.where(_ALLOWED[claim_type], of_words[:, :TAGS], _NEVER))
    claimant = best_path(of_words[:, TAGS:])
    spans: dict[Role, tuple[Span, ...]] = {}
    for row, role in enumerate(TAGGED_ROLES):
        if fillers := _spans(text, encoded, words, shared, 1 + 2 * row):
            spans[role] = fillers
    if fillers := _spans(text, encoded, words, claimant, 1):
        spans[Role.CLAIMANT] = fillers
    return spans


def best_path(scores: Floats) -> list[int]:
    """The likeliest tag of each word, given that an inside only follows the begin or inside of its own role.

    scores: (words, tags), tags being outside, then begin and inside of each role.
    """
    if not len(scores):
        return []
    tags = scores.shape[1]
    inside = np.arange(2, tags, 2)
    total = scores[0].astype(np.float64)
    total[inside] = _NEVER
    came_from = np.zeros(scores.shape, dtype=np.intp)
    for word in range(1, len(scores)):
        best = int(total.argmax())
        came_from[word] = best
        step = np.full(tags, total[best])
        begun = total[inside - 1] >= total[inside]
        came_from[word, inside] = np.where(begun, inside - 1, inside)
        step[inside] = np.maximum(total[inside - 1], total[inside])
        total = step + scores[word]
    path = [int(total.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        path.append(int(came_from[word, path[-1]]))
    return path[::-1]


def _spans(text: str, encoded: Encoded, words: list[int], path: list[int], begin: int) -> tuple[Span, ...]:
    """Cut out the runs of one role; a begin right behind its own role, only blanks between, goes on with the run."""
    bounds: list[list[int]] = []
    last = -2
    for position, tag in enumerate(path):
        if tag not in (begin, begin + 1):
            continue
        piece = encoded.pieces[words[position]]
        if bounds and last == position - 1 and (tag == begin + 1 or text[bounds[-1][1] : piece.start].isspace()):
            bounds[-1][1] = piece.end
        else:
            bounds.append([piece.start, piece.end])
        last = position
    return tuple(
        Span.of(text, start, end)
        for start, end in bounds
        if not NAMES_NOTHING.issuperset(text[start:end].lower().split())
    )
