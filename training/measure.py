"""Reads documents with a network that is still in training, through the shipped decoder."""

from __future__ import annotations

from collections.abc import Iterable

import torch

from enduse.extract.decode import Output, claims
from enduse.extract.encode import encode
from enduse.extract.gate import Bounds
from enduse.extract.sentences import sentences
from enduse.extract.wordpiece import WordPieces
from enduse.model import Document, Reading

from .examples import Example, collate
from .network import SpanNetwork
from .rows import Row


class TorchReader:
    """Reads documents with a network that is not shipped yet, through the shipped decoder; every sentence passes."""

    name = "training"

    def __init__(self, network: SpanNetwork, cutter: WordPieces, threshold: float = 0.5) -> None:
        self.network, self.cutter, self.threshold = network, cutter, threshold

    def outputs(self, documents: Iterable[Document]) -> list[tuple[Document, list[tuple[Bounds, Example, Output]]]]:
        """Run the network once; any number of thresholds can then be read off."""
        rows = []
        for document in documents:
            cut = sentences(document.text)
            for i, bounds in enumerate(cut):
                encoded = encode(self.cutter, document.text, bounds, cut[i - 1] if i else None)
                rows.append((document, bounds, Example(Row(document.id, "", "", ""), encoded, [])))
        found = dict(zip(map(id, (e for _, _, e in rows)), predict(self.network, [e for _, _, e in rows]), strict=True))
        result: dict[str, tuple[Document, list[tuple[Bounds, Example, Output]]]] = {}
        for document, bounds, e in rows:
            result.setdefault(document.id, (document, []))[1].append((bounds, e, found[id(e)]))
        return list(result.values())


@torch.no_grad()
def predict(network: SpanNetwork, examples: list[Example], size: int = 64) -> list[Output]:
    """The network's outputs in the shape of the shipped encoder's, in order."""
    network.eval()
    outputs: list[Output | None] = [None] * len(examples)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].encoded.ids))
    for first in range(0, len(order), size):
        batch = order[first : first + size]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            presence, labels, tags, _ = network(*collate([examples[i] for i in batch]).inputs())
        for place, i in enumerate(batch):
            e = examples[i].encoded
            words = slice(e.offset, e.offset + len(e.pieces))
            outputs[i] = Output(
                presence[place].float().sigmoid().numpy(),
                labels[place].float().numpy(),
                dict(enumerate(tags[place, :, words].float().numpy())),
            )
    return [output for output in outputs if output is not None]


def read_with(outputs: list[tuple[Document, list[tuple[Bounds, Example, Output]]]], threshold: float) -> list[Reading]:
    """Decode what TorchReader.outputs gave."""
    readings = []
    for document, rows in outputs:
        found = []
        for bounds, e, output in rows:
            found += claims(document, bounds, e.encoded, output, threshold=threshold, reader="training")
        readings.append(Reading(document, tuple(found)))
    return readings
