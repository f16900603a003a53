"""Makes the shipped model out of a trained network: ONNX, eight-bit weights, vocabulary, settings."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .examples import Example, collate
from .fit_gate import fit_gate
from .graphs import Lower, Tagger, Upper, layers_of
from .network import WIDTH, SpanNetwork
from .paths import HERE
from .rows import Row

THRESHOLD = 0.7
"""Presence from which a claim is read: of 0.5, 0.6 and 0.7 the best on the development and the held-out articles."""

MAY_CARRY = -3.0
"""Score of the early exit from which a sentence runs through the rest: half of them. On 200 articles of war 1.5 % of
the sentences with a claim read are lost, on the development articles none."""

GATE = {"gate_threshold": -3.0, "gate_document": -1.8, "gate_beside": 0.2}
"""Swept on the development articles for the fewest sentences at 0.98 of those with a claim: 11 an article of war."""

SCREEN = (HERE / "screen.txt").read_text("utf-8").split()
"""Words, or parts of hyphenated ones, one of which every document with a coded claim holds: all development articles,
99.7 % of the coded sentences whose whole article is at hand; of mixed news a third."""

INPUTS = ("ids", "segments", "shapes")
SEEN_ROWS = 640
"""Coded sentences on which the inputs with large values are sought."""


def write_encoder(network: SpanNetwork, examples: Sequence[Example], folder: Path) -> None:
    """Write the network as three ONNX graphs in eight bits; they read one sentence at a time, without padding.

    examples: sentences of any kind, for the places of large values (see training/graphs.py).
    """
    network.eval()
    batches = (collate(list(examples[first : first + 64])).inputs() for first in range(0, len(examples), 64))
    layers = layers_of(network, batches)
    row = tuple(torch.ones((1, 12), dtype=torch.long) for _ in INPUTS)
    words, slots = torch.zeros((12, WIDTH)), torch.zeros((3, WIDTH))
    wide, high = {1: "pieces"}, {0: "pieces"}
    _write(Lower(network, layers), row, folder / "lower.onnx", (INPUTS, ("states", "carries")),
           {**dict.fromkeys(INPUTS, wide), "states": high})  # fmt: skip
    _write(Upper(network, layers), (words,), folder / "upper.onnx",
           (("states",), ("presence", "labels", "words", "slots")), {"states": high, "words": high})  # fmt: skip
    _write(Tagger(network), (words, slots), folder / "tagger.onnx", (("words", "slots"), ("tags",)),
           {"words": high, "slots": {0: "slots"}, "tags": {0: "slots", 1: "pieces"}})  # fmt: skip


def _write(
    graph: nn.Module, example: tuple[Tensor, ...], path: Path, names: tuple[Sequence[str], Sequence[str]],
    axes: dict[str, dict[int, str]],
) -> None:  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        full, prepared = Path(scratch) / "full.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(graph.eval(), example, str(full), input_names=list(names[0]), output_names=list(names[1]),
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        onnx.save(onnx.shape_inference.infer_shapes(onnx.load(full)), prepared)
        quantize_dynamic(prepared, path, weight_type=QuantType.QInt8, per_channel=True)


def write_settings(folder: Path) -> None:
    """Write model.json: the thresholds, and the digest of every file that is read at run time."""
    files = sorted(p for p in folder.iterdir() if p.name not in {"model.json", "CARD.md"})
    settings = {
        "name": folder.name,
        "threshold": THRESHOLD,
        "may_carry": MAY_CARRY,
        **GATE,
        "screen": SCREEN,
        "sha256": {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files},
    }
    (folder / "model.json").write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n")


def ship_gate(rows: list[Row], folder: Path) -> None:
    """Fit the gate and write it into the model's folder with all settings."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (f"{feature}\t{weight:.3f}\n" for feature, weight in sorted(fit_gate(rows).items()))
    (folder / "gate.tsv").write_text("".join(lines), "utf-8")
    write_settings(folder)


def ship(network: SpanNetwork, examples: Sequence[Example], vocabulary: list[str], folder: Path) -> None:
    """Write the encoder and its vocabulary into the model's folder; its card is written by hand."""
    write_encoder(network, examples, folder)
    (folder / "vocabulary.txt").write_text("".join(piece + "\n" for piece in vocabulary), "utf-8")
    write_settings(folder)
