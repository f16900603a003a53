"""Makes the shipped model out of a trained network: ONNX, eight-bit weights, vocabulary, settings."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .fit_gate import fit_gate
from .network import SpanNetwork
from .rows import Row

THRESHOLD = 0.5
"""Presence from which a claim is read: on the development articles F1 is flat from 0.5 to 0.65, harm least at 0.5."""

GATE = {"gate_threshold": -3.0, "gate_document": -1.8, "gate_beside": 0.2}
"""Swept on the development articles for the fewest sentences at 0.98 of those with a claim: 11 an article of war."""

SCREEN = [
    *("weapon", "arms", "armed", "arming", "armament", "ammunition", "munition", "missile", "rocket", "rifle", "gun"),
    *("artillery", "howitzer", "mortar", "tank", "drone", "aircraft", "warplane", "jet", "helicopter", "bomb", "shell"),
    *("ceasefire", "cease-fire", "truce", "cessation", "hostilit", "armistice", "embargo", "military", "defense"),
    *("defence", "lethal", "smuggl", "traffick", "chemical", "sarin", "explosive", "grenade", "launcher", "airstrike"),
    *("rebel", "militant", "insurgent", "fighting", "war", "humvee", "vehicle", "fighters", "pause", "lull", "peace"),
]
"""Beginnings of words, one of which every document with a coded claim holds."""

INPUTS = ("ids", "segments", "shapes", "mask")
OUTPUTS = ("presence", "labels", "tags")


class _Shipped(nn.Module):
    """The network as it ships: presence as a probability, no early exit."""

    def __init__(self, network: SpanNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        presence, labels, tags, _ = self.network(ids, segments, shapes, mask)
        return presence.sigmoid(), labels, tags


def write_encoder(network: SpanNetwork, path: Path) -> None:
    """Write the network as ONNX with eight-bit weights."""
    network.eval()
    example = tuple(torch.ones((2, 12), dtype=torch.long) for _ in INPUTS)
    axes = {name: {0: "sentences", 1: "pieces"} for name in INPUTS}
    axes |= {"presence": {0: "sentences"}, "labels": {0: "sentences"}, "tags": {0: "sentences", 2: "pieces"}}
    with tempfile.TemporaryDirectory() as folder:
        full, prepared = Path(folder) / "full.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(_Shipped(network), example, str(full), input_names=list(INPUTS), output_names=list(OUTPUTS),
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        onnx.save(onnx.shape_inference.infer_shapes(onnx.load(full)), prepared)
        quantize_dynamic(prepared, path, weight_type=QuantType.QInt8, per_channel=False)


def write_settings(folder: Path, settings: dict[str, Any]) -> None:
    """Write model.json with the digest of every file that is read at run time."""
    files = sorted(p for p in folder.iterdir() if p.name not in {"model.json", "CARD.md"})
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    (folder / "model.json").write_text(json.dumps(settings | {"sha256": digests}, indent=1, ensure_ascii=False) + "\n")


def ship(network: SpanNetwork, vocabulary: list[str], rows: list[Row], folder: Path) -> None:
    """Write every file of the model's folder; the card is written by `python -m training.card`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_encoder(network, folder / "encoder.onnx")
    (folder / "vocabulary.txt").write_text("".join(piece + "\n" for piece in vocabulary), "utf-8")
    lines = (f"{feature}\t{weight:.3f}\n" for feature, weight in sorted(fit_gate(rows).items()))
    (folder / "gate.tsv").write_text("".join(lines), "utf-8")
    settings = {
        "name": folder.name,
        "threshold": THRESHOLD,
        **GATE,
        "screen": SCREEN,
    }
    write_settings(folder, settings)
