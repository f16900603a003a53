"""Reads uncoded news once more before the fine-tuning: the encoder guesses hidden words of sentences about war."""

from __future__ import annotations

import gzip
import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from enduse.extract.encode import encode
from enduse.extract.sentences import sentences
from enduse.extract.wordpiece import WordPieces

from .network import WIDTH, base_encoder
from .paths import BENCH, CORPORA

ABOUT_WAR = re.compile(
    r"\b(?:arms|arming|weapon\w*|missile\w*|rockets?|ammunition|munition\w*|rifles?|artillery|howitzer\w*|mortars?|tanks?"
    r"|anti-?tank|anti-?aircraft|air.defen[sc]e\w*|drones?|warplane\w*|fighter jets?|helicopters?|lethal|embargo\w*"
    r"|military (?:aid|equipment|assistance|hardware|support|sales?)|cease-?fire\w*|truces?|cessation|armistice"
    r"|smuggl\w+|chemical weapons?|sarin|rebels?|insurgents?|militants?|militias?|hezbollah|houthis?|isis|taliban|hamas"
    r"|airstrike\w*|explosives?|nuclear|warheads?|stinger\w*|javelin\w*|himars|patriot|humvees?|kurdish"
    r"|peace (?:talks|deal|agreement))\b",
    re.IGNORECASE,
)
"""What makes a sentence worth learning from; half of the others of an article with four such are taken too."""

HIDDEN_WORDS = 0.18
BATCH = 64
RATE, HEAD_RATE = 2e-4, 1e-3

Pieces = tuple[list[int], list[bool]]


def pretrain(base: Path, cutter: WordPieces, out: Path, *, seed: int = 1) -> None:
    """Train the encoder one epoch on hidden words and write its weights in half precision to out."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    rows = [_pieces(cutter, before, text) for before, text in _war_sentences(rng)]
    rows.sort(key=lambda row: len(row[0]))
    batches = [rows[i : i + BATCH] for i in range(0, len(rows), BATCH)]
    rng.shuffle(batches)
    encoder = base_encoder(base, 0.0)
    head = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.LayerNorm(WIDTH))
    embeddings = encoder.embeddings.word_embeddings.weight
    bias = nn.Parameter(torch.zeros(embeddings.shape[0]))
    optimizer = torch.optim.AdamW(
        [{"params": [p for p in encoder.parameters() if p.ndim > 1], "lr": RATE, "weight_decay": 0.01},
         {"params": [p for p in encoder.parameters() if p.ndim == 1], "lr": RATE, "weight_decay": 0.0},
         {"params": [*head.parameters(), bias], "lr": HEAD_RATE, "weight_decay": 0.0}],
        betas=(0.9, 0.98), fused=True)  # fmt: skip
    rates = [group["lr"] for group in optimizer.param_groups]
    started, average = time.monotonic(), 0.0
    for step, batch in enumerate(batches):
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, (step + 1) / 150) * max(0.02, 1 - step / len(batches))
        ids, mask, target = _hide(batch, cutter, rng)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = encoder(ids, attention_mask=mask).last_hidden_state
            guesses = head(hidden[target >= 0].float()) @ embeddings.T + bias
        loss = F.cross_entropy(guesses.float(), target[target >= 0])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average = loss.item() if step == 0 else 0.98 * average + 0.02 * loss.item()
        if step % 100 == 0:
            print(
                f"hidden words {step}/{len(batches)}: loss {average:.3f}, {time.monotonic() - started:.0f} s",
                flush=True,
            )
    torch.save({name: value.half() for name, value in encoder.state_dict().items()}, out)


def _war_sentences(rng: random.Random) -> Iterator[tuple[str, str]]:
    forbidden = {json.loads(line)["id"] for line in (BENCH / "dev.docs.jsonl").open(encoding="utf-8")}
    seen: set[str] = set()
    for name in ("news", "conflict_news"):
        with gzip.open(CORPORA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for article in map(json.loads, file):
                if article["id"] not in forbidden:
                    yield from _of_article(article["text"], seen, rng)


def _of_article(text: str, seen: set[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    cut = [text[start:end] for start, end in sentences(text)]
    many = sum(ABOUT_WAR.search(sentence) is not None for sentence in cut) >= 4
    for before, sentence in zip(["", *cut], cut, strict=False):
        if 30 < len(sentence) < 700 and sentence not in seen and (
            ABOUT_WAR.search(sentence) or (many and rng.random() < 0.5)
        ):  # fmt: skip
            seen.add(sentence)
            yield before[-200:], sentence


def _pieces(cutter: WordPieces, before: str, text: str) -> Pieces:
    joined = f"{before} {text}"
    row = encode(cutter, joined, (len(before) + 1, len(joined)), (0, len(before)))
    words = [False] * row.offset + [piece.first for piece in row.pieces] + [False]
    return row.ids, words


def _hide(batch: list[Pieces], cutter: WordPieces, rng: random.Random) -> tuple[Tensor, Tensor, Tensor]:
    """Hide whole words of the sentence: 8 of 10 by the mask, one by another piece, one not at all."""
    shape = (len(batch), max(len(ids) for ids, _ in batch))
    ids, mask = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    target = torch.full(shape, -100)
    for i, (row, words) in enumerate(batch):
        ids[i, : len(row)], mask[i, : len(row)] = torch.tensor(row), 1
        heads = [k for k, first in enumerate(words) if first]
        for head in rng.sample(heads, max(1, int(HIDDEN_WORDS * len(heads)))) if heads else []:
            end, chance = head + 1, rng.random()
            while end < len(row) - 1 and not words[end]:
                end += 1
            for k in range(head, end):
                target[i, k] = row[k]
                if chance < 0.9:
                    ids[i, k] = cutter.masked if chance < 0.8 else rng.randrange(1000, 30000)
    return ids, mask, target
