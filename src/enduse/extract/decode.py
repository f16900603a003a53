"""Turns the encoder's outputs for one sentence into claims, every filler cut out of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..model import ROLES_OF, Claim, ClaimType, Document, Extraction, Role, Span
from .encode import Encoded
from .labels import LABEL_SIZES, MODES, SLOTS, STANCES, STATES, STATUSES, TAGGED_ROLES, TAGS

Floats = npt.NDArray[np.float32]
Run = tuple[int, int]
"""Positions, among the words of a sentence, of the first and the last word of a filler."""

_LABEL_ENDS = np.cumsum(LABEL_SIZES)[:-1]


class Output(NamedTuple):
    """What the encoder says of one sentence.

    presence: (slots,) 0 to 1; labels: (slots, sum of LABEL_SIZES) scores;
    tags: for each slot that reaches the threshold (pieces, TAGS + 3) scores, the last three outside, begin and inside
    of the claimant.
    """

    presence: Floats
    labels: Floats
    tags: Mapping[int, Floats]


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
"""A run of these alone fills no role, and no filler ends in one."""
MEANS_ARMS = frozenset(("arms", "weapons", "weaponry", "armaments", "weapon", "these weapons", "those weapons"))
"""Words that say no more than one another: beside each other in one role they are one filler, as coders have it."""
_NEVER = -np.inf
SURE = 0.7
"""How likely a filler must be, mean of its words, beside the likeliest of its role: the network marks further mentions
of the same party or weapon, where a coder takes one (development articles: complete up 0.025, flat from 0.6 to 0.9)."""


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
    allowed = np.where(_ALLOWED[claim_type], of_words[:, :TAGS], _NEVER)
    shared = best_path(allowed)
    likely = _shares(allowed)
    spans: dict[Role, tuple[Span, ...]] = {}
    for row, role in enumerate(TAGGED_ROLES):
        begin = 1 + 2 * row
        runs = _runs(text, encoded, words, shared, begin)
        fillers = _spans(text, encoded, words, runs)
        if chosen := _once_each(fillers, [float(likely[a : b + 1, begin : begin + 2].sum(1).mean()) for a, b in runs]):
            spans[role] = chosen
    runs = _runs(text, encoded, words, best_path(of_words[:, TAGS:]), 1)
    if chosen := _naming(_spans(text, encoded, words, runs)):
        spans[Role.CLAIMANT] = chosen
    return spans


def _shares(scores: Floats) -> npt.NDArray[np.float64]:
    """Each tag's probability, from scores: (words, tags)."""
    wide = scores.astype(np.float64)  # differences of the largest scores do not fit 32 bits
    raised = np.exp(wide - wide.max(axis=1, keepdims=True))
    shares: npt.NDArray[np.float64] = raised / raised.sum(axis=1, keepdims=True)
    return shares


def _once_each(fillers: list[Span], likely: list[float]) -> tuple[Span, ...]:
    """Keep the likeliest filler of a role, and of the others those that are sure and name something else."""
    best = max(likely, default=0.0)
    named: set[str] = set()
    kept = []
    for share, span in sorted(zip(likely, fillers, strict=True), key=lambda pair: -pair[0]):
        name = " ".join(word for word in span.text.lower().split() if word not in NAMES_NOTHING)
        name = "arms" if name in MEANS_ARMS else name
        if name not in named and (share >= SURE or share == best):
            kept.append(span)
        named.add(name)
    return _naming(sorted(kept, key=lambda span: span.start))


def _naming(fillers: Iterable[Span]) -> tuple[Span, ...]:
    """Leave out the fillers that name nothing."""
    return tuple(span for span in fillers if not NAMES_NOTHING.issuperset(span.text.lower().split()))


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


def _runs(text: str, encoded: Encoded, words: list[int], path: list[int], begin: int) -> list[Run]:
    """The runs of one role; a begin right behind its own role, only blanks between, goes on with the run."""
    runs: list[Run] = []
    for position, tag in enumerate(path):
        if tag not in (begin, begin + 1):
            continue
        if runs and runs[-1][1] == position - 1:
            end, start = encoded.pieces[words[position - 1]].end, encoded.pieces[words[position]].start
            if tag == begin + 1 or text[end:start].isspace():
                runs[-1] = (runs[-1][0], position)
                continue
        runs.append((position, position))
    return runs


def _spans(text: str, encoded: Encoded, words: list[int], runs: list[Run]) -> list[Span]:
    """Cut the runs out of the text, without the small words that some end in ("officials familiar with the")."""
    spans = []
    for first, last in runs:
        pieces = [encoded.pieces[row] for row in words[first : last + 1]]
        while len(pieces) > 1 and text[pieces[-1].start : pieces[-1].end] in NAMES_NOTHING:
            pieces.pop()
        spans.append(Span.of(text, pieces[0].start, pieces[-1].end))
    return spans
