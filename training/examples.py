"""Turns coded sentences into rows of numbers for the network."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from enduse.extract.encode import Encoded, encode
from enduse.extract.labels import MODES, STANCES, STATES, STATUSES, TAGGED_ROLES, TYPES
from enduse.extract.wordpiece import WordPieces
from enduse.model import Role

from .rows import CodedClaim, Row

NOTHING = -100
"""Target of what is not scored."""

STEP = 16
"""Row lengths are rounded up to it: each new shape costs a compilation of the CPU kernels."""


@dataclass
class Target:
    """What one claim asks of its slot: labels (NOTHING where the type has none), a tag of each row position."""

    type: int
    labels: tuple[int, int, int, int]
    tags: list[int]
    claimant: list[int]


@dataclass
class Example:
    """A coded sentence as numbers."""

    row: Row
    encoded: Encoded
    targets: list[Target]


def example(cutter: WordPieces, row: Row) -> Example:
    """Encode a sentence; the one before it is joined by a space, as the reader would see it in running text."""
    text = f"{row.before} {row.text}" if row.before else row.text
    start = len(row.before) + 1 if row.before else 0
    encoded = encode(cutter, text, (start, len(text)), (0, len(row.before)) if row.before else None)
    return Example(row, encoded, [_target(encoded, start, claim) for claim in row.claims])


def _target(encoded: Encoded, start: int, claim: CodedClaim) -> Target:
    size = len(encoded.ids)
    tags, claimant = [NOTHING] * size, [NOTHING] * size
    words = [i for i, piece in enumerate(encoded.pieces) if piece.first]
    for i in words:
        tags[encoded.offset + i] = claimant[encoded.offset + i] = 0
    for role, spans in claim.roles.items():
        for begin, end in spans:
            inside = [
                i for i in words if encoded.pieces[i].start < start + end and start + begin < encoded.pieces[i].end
            ]
            for rank, i in enumerate(inside):
                if role == Role.CLAIMANT:
                    claimant[encoded.offset + i] = 1 if rank == 0 else 2
                else:
                    row = TAGGED_ROLES.index(Role(role))
                    tags[encoded.offset + i] = 1 + 2 * row + (rank > 0)
    return Target([str(t) for t in TYPES].index(claim.type), _labels(claim), tags, claimant)


def _labels(claim: CodedClaim) -> tuple[int, int, int, int]:
    def place(values: Sequence[str], value: str | None) -> int:
        return list(values).index(value) if value else NOTHING

    ceasefire, diversion = claim.type == "ceasefire", claim.type == "diversion"
    return (
        NOTHING if ceasefire else place(STATUSES, claim.status),
        place(STATES, claim.state) if ceasefire else NOTHING,
        place(MODES, claim.mode) if diversion else NOTHING,
        place(STANCES, claim.stance),
    )


@dataclass
class Batch:
    """Tensors of shape (sentences, longest row), and the examples they were made from."""

    examples: list[Example]
    ids: Tensor
    segments: Tensor
    shapes: Tensor
    mask: Tensor

    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.ids, self.segments, self.shapes, self.mask


def collate(examples: list[Example], *, hide: float = 0.0, mask_id: int = 0, rng: random.Random | None = None) -> Batch:
    """Stack examples; hide: share of word pieces replaced by the mask piece, so that no single word is relied on."""
    longest = max(len(e.encoded.ids) for e in examples)
    shape = (len(examples), -(-longest // STEP) * STEP)
    ids, segments, shapes, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(4))
    for i, e in enumerate(examples):
        n = len(e.encoded.ids)
        ids[i, :n] = torch.tensor(e.encoded.ids)
        segments[i, :n] = torch.tensor(e.encoded.segments)
        shapes[i, :n] = torch.tensor(e.encoded.shapes)
        mask[i, :n] = 1
        if hide and rng:
            for place in range(n):
                if e.encoded.shapes[place] and rng.random() < hide:
                    ids[i, place] = mask_id
    return Batch(examples, ids, segments, shapes, mask)
