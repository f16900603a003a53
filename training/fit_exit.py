"""Teaches the early exit, by the finished network's own judgement, which sentences need not run through the rest."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

import torch
from torch.nn import functional as F

from enduse.extract.encode import encode
from enduse.extract.gate import Gate
from enduse.extract.sentences import sentences
from enduse.extract.wordpiece import WordPieces

from .examples import Example, collate
from .network import SpanNetwork
from .rows import Row

PASSES = 5
BATCH = 64
RATE = 1e-3
LONGEST_TEXT = 20_000


def gated_examples(texts: Iterable[str], gate: Gate, cutter: WordPieces) -> Iterator[Example]:
    """The sentences of news texts that the gate lets through, encoded as the reader encodes them."""
    for text in texts:
        if not gate.screens(text[:LONGEST_TEXT]):
            continue
        cut = sentences(text[:LONGEST_TEXT])
        for i in gate.passing(text, cut):
            encoded = encode(cutter, text, cut[i], cut[i - 1] if i else None)
            yield Example(Row("", "", "", text[slice(*cut[i])]), encoded, [])


def fit_exit(network: SpanNetwork, examples: list[Example], *, seed: int = 5) -> None:
    """Fit the exit's own weights alone; its target is the greatest presence that the whole network gives a slot.

    The coded sentences are too few for it: trained on them alone it let 1.2 times as many sentences through at the
    same loss.
    """
    torch.manual_seed(seed)
    network.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].encoded.ids))
    batches = [[examples[i] for i in order[first : first + BATCH]] for first in range(0, len(order), BATCH)]
    targets = [_presence(network, batch) for batch in batches]
    optimizer = torch.optim.AdamW(network.exit.parameters(), lr=RATE, weight_decay=0.01)
    steps = PASSES * len(batches)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.02, total_iters=steps)
    rng = random.Random(seed)
    for _ in range(PASSES):
        for place in rng.sample(range(len(batches)), len(batches)):
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                ids, segments, shapes, mask = collate(batches[place]).inputs()
                bias = (1.0 - mask.float()) * -1e4
                states = network.lower(ids, segments, shapes, bias)
            cost = F.binary_cross_entropy_with_logits(network.exit(states.float(), bias), targets[place])
            cost.backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()


@torch.no_grad()
def _presence(network: SpanNetwork, batch: list[Example]) -> torch.Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        _, slots, _ = network.states(*collate(batch).inputs())
        return network.presence(slots).squeeze(-1).float().sigmoid().amax(1)
