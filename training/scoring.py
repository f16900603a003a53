"""Scores readings of the coded development articles by bench/score.py."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from enduse.export.record import document_record
from enduse.model import Document, Reading

from .paths import BENCH

FIGURES = ("claims", "labelled", "roles", "complete")


@cache
def scorer() -> Any:
    """The module bench/score.py."""
    spec = importlib.util.spec_from_file_location("score", BENCH / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dev_documents() -> list[Document]:
    """The development articles; never to be trained on."""
    rows = map(json.loads, (BENCH / "dev.docs.jsonl").open(encoding="utf-8"))
    return [Document(row["id"], row["text"], row["title"], row["date"], row["source"]) for row in rows]


def dev_gold() -> dict[str, list[dict[str, Any]]]:
    """Their coded claims, by document."""
    gold: dict[str, list[dict[str, Any]]] = scorer().read(BENCH / "dev.gold.jsonl")
    return gold


def figures(readings: Iterable[Reading], gold: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The figures of bench/score.py for readings of coded articles."""
    predicted: dict[str, Any] = {}
    for reading in readings:
        record = document_record(reading)
        predicted[record["doc"]] = record["claims"]
    result: dict[str, Any] = scorer().score(gold, predicted)[0]
    return result


def short(result: dict[str, Any]) -> str:
    """One line of the figures that have floors."""
    whole = result["by_type"]["all"]
    parts = [f"{name} {whole[name]['f1']:.3f}" for name in FIGURES]
    precision, recall = whole["claims"]["p"], whole["claims"]["r"]
    return " ".join(parts) + f" p {precision:.3f} r {recall:.3f} critical {result['critical']['share']}"
