"""The network: an encoder of six layers, two claim slots a type, and tags of every word for each slot."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertModel

from enduse.extract.labels import LABEL_SIZES, SLOTS, TAGS

WIDTH = 384
SHAPES = 8
EXIT_LAYER = 2
"""Layers below the early exit."""


def base_encoder(folder: Path, dropout: float) -> BertModel:
    """The encoder as published; eager attention: on a CPU the fused one trains at 0.6 times the speed."""
    return BertModel.from_pretrained(
        folder, attn_implementation="eager", hidden_dropout_prob=dropout, attention_probs_dropout_prob=0.0
    )


class SlotLayer(nn.Module):
    """One decoder layer: slots look at the words, then at one another."""

    def __init__(self, dropout: float, heads: int = 6, inner: int = 768) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.words, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.among, self.out_among = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.inner, self.outer = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(3))
        self.dropout = nn.Dropout(dropout)

    def forward(self, slots: Tensor, words: Tensor, bias: Tensor) -> Tensor:
        key, value = self.words(words).chunk(2, -1)
        slots = self.norms[0](slots + self.dropout(self.out(self._attend(self.query(slots), key, value, bias))))
        query, key, value = self.among(slots).chunk(3, -1)
        slots = self.norms[1](slots + self.dropout(self.out_among(self._attend(query, key, value, None))))
        return self.norms[2](slots + self.dropout(self.outer(F.gelu(self.inner(slots)))))

    def _attend(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
        def split(x: Tensor) -> Tensor:
            return x.view(x.shape[0], x.shape[1], self.heads, WIDTH // self.heads).transpose(1, 2)

        scores = split(query) @ split(key).transpose(-1, -2) / math.sqrt(WIDTH // self.heads)
        if bias is not None:
            scores = scores + bias[:, None, None, :]
        return (scores.softmax(-1) @ split(value)).transpose(1, 2).reshape(query.shape)


class Exit(nn.Module):
    """Tells from an early layer whether a sentence carries any claim, so that most need not run through the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.inner, self.out = nn.Linear(WIDTH, 6), nn.Linear(6 * WIDTH, 64), nn.Linear(64, 1)

    def forward(self, words: Tensor, bias: Tensor | None) -> Tensor:
        scores = self.query(words)
        weights = (scores if bias is None else scores + bias[:, :, None]).softmax(1)
        pooled = (weights.transpose(1, 2) @ words).flatten(1)
        return self.out(F.gelu(self.inner(pooled))).squeeze(-1)


class SpanNetwork(nn.Module):
    """Gives, per sentence: presence of each slot, its labels' scores, its tags' scores, and the early exit's score."""

    def __init__(self, encoder: BertModel, *, layers: int = 2, dropout: float = 0.1, tag_width: int = 192) -> None:
        super().__init__()
        self.encoder = encoder
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.slots = nn.Parameter(torch.randn(len(SLOTS), WIDTH) * 0.05)
        self.layers = nn.ModuleList(SlotLayer(dropout) for _ in range(layers))
        self.exit = Exit()
        self.presence = nn.Linear(WIDTH, 1)
        self.labels = nn.Linear(WIDTH, sum(LABEL_SIZES))
        self.of_word, self.of_slot = nn.Linear(WIDTH, tag_width), nn.Linear(WIDTH, tag_width)
        self.gated, self.gate = nn.Linear(WIDTH, tag_width), nn.Linear(WIDTH, tag_width)
        self.tags = nn.Linear(tag_width, TAGS + 3)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Everything at once, for reading; training asks for the tags of the slots that carry a claim alone."""
        words, slots, leave = self.states(ids, segments, shapes, mask)
        return self.presence(slots).squeeze(-1), self.labels(slots), self.tag(words[:, None], slots[:, :, None]), leave

    def states(self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Words (sentences, pieces, WIDTH), slots (sentences, slots, WIDTH) and the early exit's score (sentences,)."""
        bias = (1.0 - mask.float()) * -1e4
        below = self.lower(ids, segments, shapes, bias)
        words = self.dropout(self.upper(below, bias))
        return words, self.fill_slots(words, bias), self.exit(below, bias)

    def lower(self, ids: Tensor, segments: Tensor, shapes: Tensor, bias: Tensor) -> Tensor:
        """States (sentences, pieces, WIDTH) below the early exit; bias: large and negative at padding."""
        return self._through(slice(None, EXIT_LAYER), self.embed(ids, segments, shapes), bias)

    def embed(self, ids: Tensor, segments: Tensor, shapes: Tensor) -> Tensor:
        """States (sentences, pieces, WIDTH) before the first layer."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        states: Tensor = self.encoder.embeddings(inputs_embeds=embedded, token_type_ids=segments)
        return states

    def upper(self, states: Tensor, bias: Tensor) -> Tensor:
        """States after the layers above the early exit."""
        return self._through(slice(EXIT_LAYER, None), states, bias)

    def _through(self, layers: slice, states: Tensor, bias: Tensor) -> Tensor:
        for layer in self.encoder.encoder.layer[layers]:
            states = layer(states, bias[:, None, None, :])
        return states

    def fill_slots(self, words: Tensor, bias: Tensor) -> Tensor:
        """Slots (sentences, slots, WIDTH) that have looked at the words; bias: large and negative at padding."""
        slots = self.slots.unsqueeze(0).expand(words.shape[0], -1, -1)
        for layer in self.layers:
            slots = layer(slots, words, bias)
        return slots

    def tag(self, words: Tensor, slots: Tensor) -> Tensor:
        """Scores of each word's tags, for words and slots that broadcast."""
        joined = self.of_word(words) + self.of_slot(slots) + self.gated(words) * torch.tanh(self.gate(slots))
        return self.tags(self.dropout(F.gelu(joined)))
