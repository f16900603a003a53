"""What the network is asked to get right: presence of claims, their labels, the tag of every word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from enduse.extract.labels import LABEL_SIZES, SLOTS_A_TYPE, TAGS

from .examples import NOTHING, STEP, Batch, Target
from .network import SpanNetwork


@dataclass(frozen=True)
class Weights:
    """How much each part counts; tags are summed over words, hence the small weight."""

    presence: float = 1.0
    labels: float = 0.5
    tags: float = 0.125
    exit: float = 0.5


@dataclass
class Option:
    """One way to give a claim a slot."""

    sentence: int
    slot: int
    target: Target


def loss(network: SpanNetwork, batch: Batch, weights: Weights) -> Tensor:
    """Mean loss a sentence. Of two claims of one type, either may take either slot: the cheaper way counts."""
    options, ways = _options(batch)
    idle = -len(options) % STEP  # as with lengths: few shapes, few compilations
    sentences = torch.tensor([o.sentence for o in options] + [0] * idle, dtype=torch.long)
    places = torch.tensor([o.slot for o in options] + [0] * idle, dtype=torch.long)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, slots, leave = network.states(*batch.inputs())
        presence = network.presence(slots).squeeze(-1)
        taken = slots[sentences, places]
        labels, tags = network.labels(taken), network.tag(words[sentences], taken[:, None])
    present = torch.zeros_like(presence, dtype=torch.float)
    present[sentences[: len(options)], places[: len(options)]] = 1
    carries = torch.tensor([float(bool(e.targets)) for e in batch.examples])
    total = weights.presence * F.binary_cross_entropy_with_logits(presence.float(), present, reduction="sum")
    total = total + weights.exit * F.binary_cross_entropy_with_logits(leave.float(), carries, reduction="sum")
    if options:
        costs = _costs(options, labels[: len(options)].float(), tags[: len(options)].float(), weights)
        for way in ways:
            total = total + torch.stack([costs[indices].sum() for indices in way]).min()
    return total / len(batch.examples)


def _options(batch: Batch) -> tuple[list[Option], list[list[list[int]]]]:
    """Every claim in every slot it may take, and, per type of a sentence, the ways to give out the slots."""
    options: list[Option] = []
    ways: list[list[list[int]]] = []
    for i, e in enumerate(batch.examples):
        by_type: dict[int, list[Target]] = defaultdict(list)
        for target in e.targets:
            by_type[target.type].append(target)
        for claim_type, targets in by_type.items():
            slot, n = claim_type * SLOTS_A_TYPE, len(options)
            if len(targets) == 1:
                options.append(Option(i, slot, targets[0]))
                ways.append([[n]])
            else:
                first, second = targets[:2]
                options += [Option(i, slot, first), Option(i, slot + 1, second)]
                options += [Option(i, slot, second), Option(i, slot + 1, first)]
                ways.append([[n, n + 1], [n + 2, n + 3]])
    return options, ways


def _costs(options: list[Option], labels: Tensor, tags: Tensor, weights: Weights) -> Tensor:
    """Cost of each option. labels: (options, sum of LABEL_SIZES); tags: (options, pieces, TAGS + 3)."""
    length = tags.shape[1]
    tag_targets = torch.full((2, len(options), length), NOTHING)
    for k, option in enumerate(options):
        tag_targets[0, k, : len(option.target.tags)] = torch.tensor(option.target.tags)
        tag_targets[1, k, : len(option.target.claimant)] = torch.tensor(option.target.claimant)
    costs = torch.zeros(len(options))
    for part, target in ((tags[..., :TAGS], tag_targets[0]), (tags[..., TAGS:], tag_targets[1])):
        per_word = F.cross_entropy(part.flatten(0, 1), target.flatten(), reduction="none", ignore_index=NOTHING)
        costs = costs + weights.tags * per_word.view(len(options), length).sum(1)
    label_targets = torch.tensor([o.target.labels for o in options])
    for column, part in enumerate(labels.split(list(LABEL_SIZES), -1)):
        costs = costs + weights.labels * F.cross_entropy(
            part, label_targets[:, column], reduction="none", ignore_index=NOTHING
        )
    return costs
