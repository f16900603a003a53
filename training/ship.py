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

from .fit_gate import fit_gate
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

KEPT_WHOLE = tuple(f"layer.{layer}/output/dense/MatMul" for layer in range(6))
"""Products that stay in 32 bits: a few very large values among their inputs leave eight bits no room for the others.
Development articles: roles 0.645 and complete 0.323 with all in eight bits and one scale a matrix, 0.670 and 0.351 with
these kept and a scale a column, 0.672 and 0.349 in 32 bits throughout; a third more time."""

INPUTS = ("ids", "segments", "shapes")
OUTPUTS = ("presence", "labels", "tags")


class Lower(nn.Module):
    """The layers up to the exit, and its score."""

    def __init__(self, network: SpanNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, segments: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        states = self.network.lower(ids, segments, shapes, None)
        return states, self.network.exit(states, None)


class Upper(nn.Module):
    """The layers above the exit, the slots, and what is read off them: presence as a probability."""

    def __init__(self, network: SpanNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        words = self.network.upper(states, None)
        slots = self.network.fill_slots(words, None)
        tags = self.network.tag(words[:, None], slots[:, :, None])
        return self.network.presence(slots).squeeze(-1).sigmoid(), self.network.labels(slots), tags


def write_encoder(network: SpanNetwork, folder: Path) -> None:
    """Write the network as two ONNX graphs in eight bits; they read one sentence at a time, without padding."""
    network.eval()
    row = tuple(torch.ones((1, 12), dtype=torch.long) for _ in INPUTS)
    pieces = {1: "pieces"}
    _write(Lower(network), row, folder / "lower.onnx", INPUTS, ("states", "carries"),
           dict.fromkeys((*INPUTS, "states"), pieces))  # fmt: skip
    _write(Upper(network), (torch.zeros((1, 12, WIDTH)),), folder / "upper.onnx", ("states",), OUTPUTS,
           {"states": pieces, "tags": {2: "pieces"}})  # fmt: skip


def _write(
    graph: nn.Module, example: tuple[Tensor, ...], path: Path, inputs: Sequence[str], outputs: Sequence[str],
    axes: dict[str, dict[int, str]],
) -> None:  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        full, prepared = Path(scratch) / "full.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(graph, example, str(full), input_names=list(inputs), output_names=list(outputs),
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        onnx.save(onnx.shape_inference.infer_shapes(onnx.load(full)), prepared)
        kept = [node.name for node in onnx.load(prepared).graph.node if node.name.endswith(KEPT_WHOLE)]
        quantize_dynamic(prepared, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=kept)


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


def ship(network: SpanNetwork, vocabulary: list[str], folder: Path) -> None:
    """Write the encoder and its vocabulary into the model's folder; its card is written by hand."""
    write_encoder(network, folder)
    (folder / "vocabulary.txt").write_text("".join(piece + "\n" for piece in vocabulary), "utf-8")
    write_settings(folder)
