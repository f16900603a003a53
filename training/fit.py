"""Fine-tunes the network on coded sentences."""

from __future__ import annotations

import copy
import math
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from enduse.extract.wordpiece import WordPieces

from .examples import Batch, Example, collate, example
from .loss import Weights, loss
from .network import SpanNetwork, base_encoder
from .rows import Row


@dataclass(frozen=True)
class Plan:
    """How to train; rates are peaks of a linear rise and fall. train.py names the rounds that ship.

    alone and strange: shares of the sentences that an epoch shows without the sentence before, and behind a sentence of
    another article. The reader's commonest error was a claim taken over from the sentence before.
    """

    epochs: int = 10
    encoder_rate: float = 1e-4
    head_rate: float = 5e-4
    decay_a_layer: float = 0.85
    batch: int = 32
    dropout: float = 0.1
    hide: float = 0.08
    quiet_share: float = 1.0
    alone: float = 0.15
    strange: float = 0.15
    seed: int = 1
    weights: Weights = field(default_factory=Weights)


def new_network(base: Path, pretrained: Path, plan: Plan) -> SpanNetwork:
    """A network to train. base: folder of the published encoder; pretrained: its weights after further pretraining."""
    torch.manual_seed(plan.seed)
    encoder = base_encoder(base, plan.dropout)
    weights = torch.load(pretrained, weights_only=True)
    encoder.load_state_dict({name: value.float() for name, value in weights.items()}, strict=False)
    encoder.embeddings.word_embeddings.requires_grad_(
        False
    )  # half of all weights, and three quarters of a step's memory
    return SpanNetwork(encoder, dropout=plan.dropout)


def fit(network: SpanNetwork, rows: list[Row], cutter: WordPieces, plan: Plan,
        after: Callable[[int, SpanNetwork], None] | None = None) -> SpanNetwork:  # fmt: skip
    """Train a network and give its moving average.

    after: called after each epoch with its number and the moving average.
    """
    torch.manual_seed(plan.seed)
    torch.set_flush_denormal(True)
    rng = random.Random(plan.seed)
    average = copy.deepcopy(network)
    steps = plan.epochs * len(_batches([example(cutter, row) for row in rows], plan, random.Random(0)))
    optimizer = _optimizer(network, plan)
    rates = [group["lr"] for group in optimizer.param_groups]
    step, started = 0, time.monotonic()
    for epoch in range(plan.epochs):
        network.train()
        total, count = 0.0, 0
        examples = [example(cutter, row) for row in _set_apart(rows, plan, rng)]
        for chosen in _batches(examples, plan, rng):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * _rate(step / steps)
            batch = collate(chosen, hide=plan.hide, mask_id=cutter.masked, rng=rng)
            total += _step(network, optimizer, batch, plan.weights)
            _follow(average, network, step)
            step, count = step + 1, count + 1
        print(f"epoch {epoch + 1}: loss {total / count:.3f}, {time.monotonic() - started:.0f} s", flush=True)
        if after:
            after(epoch, average)
    return average


def _set_apart(rows: list[Row], plan: Plan, rng: random.Random) -> list[Row]:
    """Put some of the sentences behind none or a strange one, which half the time carries a claim of its own."""
    loud = [row.text for row in rows if row.claims]
    quiet = [row.text for row in rows if not row.claims] or loud
    shown = []
    for row in rows:
        draw = rng.random()
        if draw < plan.alone:
            row = replace(row, before="")
        elif draw < plan.alone + plan.strange:
            row = replace(row, before=rng.choice(loud if rng.random() < 0.5 else quiet))
        shown.append(row)
    return shown


def _step(network: SpanNetwork, optimizer: torch.optim.Optimizer, batch: Batch, weights: Weights) -> float:
    cost = loss(network, batch, weights)
    cost.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(cost.item())


def _follow(average: SpanNetwork, network: SpanNetwork, step: int) -> None:
    """Move the average towards the network: quickly at first, then over some 500 steps."""
    keep = min(0.998, (step + 1) / (step + 10))
    with torch.no_grad():
        for mean, parameter in zip(average.parameters(), network.parameters(), strict=True):
            if parameter.requires_grad:
                mean.lerp_(parameter, 1 - keep)


def _rate(done: float) -> float:
    """A rise over the first 6 % of steps, then a straight fall to 1 %."""
    return min(1.0, done / 0.06 + 0.01) * max(0.01, 1 - done)


def _optimizer(network: SpanNetwork, plan: Plan) -> torch.optim.Optimizer:
    groups = []
    depth = network.encoder.config.num_hidden_layers
    for name, parameter in network.encoder.named_parameters():
        if not parameter.requires_grad:
            continue
        layer = re.search(r"layer\.(\d+)\.", name)
        below = depth - (int(layer.group(1)) + 1 if layer else 0)
        rate = plan.encoder_rate * plan.decay_a_layer**below
        groups.append({"params": [parameter], "lr": rate, "weight_decay": 0.01 if parameter.ndim > 1 else 0.0})
    heads = [parameter for name, parameter in network.named_parameters() if not name.startswith("encoder.")]
    groups.append({"params": heads, "lr": plan.head_rate, "weight_decay": 0.01})
    return torch.optim.AdamW(groups, fused=True)


def _batches(examples: list[Example], plan: Plan, rng: random.Random) -> list[list[Example]]:
    """Shuffled batches of like length; of the sentences without a claim a share, drawn anew each epoch."""
    loud = [e for e in examples if e.targets]
    quiet = [e for e in examples if not e.targets]
    chosen = loud + rng.sample(quiet, math.ceil(plan.quiet_share * len(quiet)))
    rng.shuffle(chosen)
    batches = []
    for first in range(0, len(chosen), plan.batch * 16):
        near = sorted(chosen[first : first + plan.batch * 16], key=lambda e: len(e.encoded.ids))
        batches += [near[i : i + plan.batch] for i in range(0, len(near), plan.batch)]
    rng.shuffle(batches)
    return batches
