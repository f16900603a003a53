"""The network as the reader runs it: one sentence at a time, no batch, no padding, as few products as give the same."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .network import EXIT_LAYER, WIDTH, SlotLayer, SpanNetwork

LARGE = 8
"""Inputs of a product that stay in 32 bits, those with the largest values: beside them eight bits leave the others no
room. On 742 sentences of the development articles the presence scores of eight bits lie, in root mean square, 0.26 from
those of 32 bits with none set apart, 0.18 with four of the last product of each layer alone, 0.107 with four and 0.104
with eight of each product; time 3.6 ms a sentence with four of the last, 4.2 with eight of each, 12.3 in 32 bits."""


class Product(nn.Module):
    """A linear layer whose inputs with the largest values are set apart. large: their places."""

    def __init__(self, weight: Tensor, bias: Tensor, large: Tensor) -> None:
        super().__init__()
        small = torch.ones(weight.shape[1]).index_fill(0, large, 0.0)
        self.rest = nn.Linear(weight.shape[1], weight.shape[0])
        with torch.no_grad():
            self.rest.weight.copy_(weight * small)
            self.rest.bias.copy_(bias)
        self.register_buffer("small", small)
        self.register_buffer("large", large)
        self.register_buffer("of_large", weight[:, large].T.contiguous())

    def forward(self, inputs: Tensor) -> Tensor:
        rest: Tensor = self.rest(inputs * self.small)
        return rest + inputs.index_select(1, self.large) @ self.of_large


class Layer(nn.Module):
    """One layer of the encoder, with one product for query, key and value.

    large: for its attention, its inner and its outer product, the places of the inputs to set apart.
    """

    def __init__(self, layer: nn.Module, heads: int, large: Sequence[Tensor]) -> None:
        super().__init__()
        looks, scale = layer.attention.self, 1 / math.sqrt(WIDTH // heads)
        self.heads = heads
        weight = torch.cat([looks.query.weight * scale, looks.key.weight, looks.value.weight])
        bias = torch.cat([looks.query.bias * scale, looks.key.bias, looks.value.bias])
        inner, outer = layer.intermediate.dense, layer.output.dense
        self.ask = Product(weight, bias, large[0])
        self.seen, self.seen_norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.inner = Product(inner.weight, inner.bias, large[1])
        self.outer, self.outer_norm = Product(outer.weight, outer.bias, large[2]), layer.output.LayerNorm

    def forward(self, words: Tensor) -> Tensor:
        query, key, value = self.ask(words).reshape(-1, 3, self.heads, WIDTH // self.heads).permute(1, 2, 0, 3)
        seen = ((query @ key.transpose(1, 2)).softmax(-1) @ value).transpose(0, 1).reshape(-1, WIDTH)
        words = self.seen_norm(words + self.seen(seen))
        return self.outer_norm(words + self.outer(F.gelu(self.inner(words))))


class Slots(nn.Module):
    """A SlotLayer for one sentence. slots: (slots, WIDTH); words: (pieces, WIDTH)."""

    def __init__(self, layer: SlotLayer) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, slots: Tensor, words: Tensor) -> Tensor:
        layer = self.layer
        key, value = layer.words(words).chunk(2, -1)
        slots = layer.norms[0](slots + layer.out(self._attend(layer.query(slots), key, value)))
        query, key, value = layer.among(slots).chunk(3, -1)
        slots = layer.norms[1](slots + layer.out_among(self._attend(query, key, value)))
        return layer.norms[2](slots + layer.outer(F.gelu(layer.inner(slots))))

    def _attend(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        each = WIDTH // self.layer.heads
        query, key, value = (x.reshape(-1, self.layer.heads, each).transpose(0, 1) for x in (query, key, value))
        scores = query @ key.transpose(1, 2) / math.sqrt(each)
        return (scores.softmax(-1) @ value).transpose(0, 1).reshape(-1, WIDTH)


class Lower(nn.Module):
    """The layers up to the exit, and its score. Takes rows of (1, pieces); gives (pieces, WIDTH) and (1,)."""

    def __init__(self, network: SpanNetwork, layers: list[Layer]) -> None:
        super().__init__()
        self.network, self.layers = network, nn.ModuleList(layers[:EXIT_LAYER])

    def forward(self, ids: Tensor, segments: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        words = self.network.embed(ids, segments, shapes)[0]
        for layer in self.layers:
            words = layer(words)
        return words, self.network.exit(words[None], None)


class Upper(nn.Module):
    """The layers above the exit and the slots. Gives presence (slots,) as probabilities, labels, words, slots."""

    def __init__(self, network: SpanNetwork, layers: list[Layer]) -> None:
        super().__init__()
        self.network, self.layers = network, nn.ModuleList(layers[EXIT_LAYER:])
        self.slots = nn.ModuleList(Slots(layer) for layer in network.layers)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        for layer in self.layers:
            words = layer(words)
        slots = self.network.slots
        for layer in self.slots:
            slots = layer(slots, words)
        return self.network.presence(slots).squeeze(-1).sigmoid(), self.network.labels(slots), words, slots


class Tagger(nn.Module):
    """The tags (slots, pieces, TAGS + 3) of some slots alone, since few of a sentence's slots carry a claim."""

    def __init__(self, network: SpanNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, words: Tensor, slots: Tensor) -> Tensor:
        return self.network.tag(words[None], slots[:, None])


def layers_of(network: SpanNetwork, batches: Iterable[tuple[Tensor, Tensor, Tensor, Tensor]]) -> list[Layer]:
    """The encoder's layers, with the inputs set apart that grow largest on some sentences.

    batches: ids, segments, shapes and mask, as `Batch.inputs` gives them.
    """
    layers = network.encoder.encoder.layer
    products = [(layer.attention.self.query, layer.intermediate.dense, layer.output.dense) for layer in layers]
    largest = {product: torch.zeros(product.in_features) for of_layer in products for product in of_layer}

    def note(product: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        torch.maximum(largest[product], inputs[0].abs().amax((0, 1)), out=largest[product])

    hooks = [product.register_forward_pre_hook(note) for product in largest]
    with torch.no_grad():
        for batch in batches:
            network.states(*batch)
    for hook in hooks:
        hook.remove()
    heads = network.encoder.config.num_attention_heads
    return [
        Layer(layer, heads, [largest[product].topk(LARGE).indices for product in of_layer])
        for layer, of_layer in zip(layers, products, strict=True)
    ]
