"""Measures the shipped reader on the development articles, and holds it to the floors in floors.json."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from enduse.extract.gate import Bounds, Gate
from enduse.extract.sentences import sentences
from enduse.extract.spans import NAME, SpanReader
from enduse.lexicon.models import open_model

from .paths import BENCH, HERE
from .rows import Row, article_texts, coded_rows
from .scoring import FIGURES, dev_documents, dev_gold, figures

FLOORS = HERE / "floors.json"
MISSED = 4
SLACK = 0.005
"""How far a figure may fall below its floor before it counts: eight-bit sums differ a little between processors."""


def main() -> int:
    """Print the figures; exit status 4 when one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    parser.add_argument("--pin", action="store_true", help="raise the floors to these figures where they are higher")
    parser.add_argument(
        "--lower", metavar="WHY", help="with --pin: let floors fall too, for this reason, which is kept"
    )
    arguments = parser.parse_args()
    if not BENCH.exists():
        print(f"accuracy: skipped, since the coded articles are not here ({BENCH}); they may not be passed on")
        return 0
    result = figures(SpanReader.open().read(dev_documents()), dev_gold())
    measured = floored(result) | gate_recall()
    if arguments.json:
        print(json.dumps({"measured": measured, **result}, indent=1))
    else:
        print_figures(result)
    if arguments.pin:
        pin(measured, arguments.lower)
    return compare(measured, quiet=arguments.json)


def floored(result: dict[str, Any]) -> dict[str, float]:
    """The figures that have floors; critical has a ceiling instead."""
    whole = result["by_type"]["all"]
    return {name: whole[name]["f1"] for name in FIGURES} | {"critical": result["critical"]["share"]}


def gate_recall() -> dict[str, float]:
    """Share of the sentences carrying coded claims that screen and gate let through, apart by where they were coded."""
    gate = Gate(open_model(NAME))
    gold = dev_gold()
    kept = {"dev": [0, 0], "train": [0, 0]}
    for document in dev_documents():
        cut = sentences(document.text)
        passed = set(gate.passing(document.text, cut)) if gate.screens(document.text) else set()
        for i, (start, end) in enumerate(cut):
            if any(start <= c["start"] < end for c in gold[document.id]):
                kept["dev"][0] += i in passed
                kept["dev"][1] += 1
    rows = [row for row in coded_rows() if row.claims and row.source != "invented"]
    passed_of = _passed(gate, {row.document for row in rows})
    for row in rows:
        kept["train"][0] += _passes(gate, row, *passed_of.get(row.document, ("", [])))
        kept["train"][1] += 1
    return {f"gate recall, {name}": round(passed / all_, 4) for name, (passed, all_) in kept.items()}


def _passed(gate: Gate, wanted: set[str]) -> dict[str, tuple[str, list[Bounds]]]:
    """Text and passed sentences of each coded article that is at hand."""
    found = {}
    for name, text in article_texts(wanted):
        cut = sentences(text)
        found[name] = (text, [cut[i] for i in gate.passing(text, cut)] if gate.screens(text) else [])
    return found


def _passes(gate: Gate, row: Row, text: str, passed: list[Bounds]) -> bool:
    """Whether a coded sentence passes in its article; where only it and the one before are at hand, in these two."""
    start = text.find(row.text) if text else -1
    if start >= 0:
        return any(start < end and first < start + len(row.text) for first, end in passed)
    text = f"{row.before} {row.text}" if row.before else row.text
    cut = [(0, len(row.before)), (len(text) - len(row.text), len(text))] if row.before else [(0, len(text))]
    return gate.screens(text) and len(cut) - 1 in gate.passing(text, cut)


def print_figures(result: dict[str, Any]) -> None:
    """A table by type, then by role, then the harmful errors."""
    print(f"{result['articles']} development articles, F1 (precision / recall of claims)")
    for name, row in result["by_type"].items():
        cells = "  ".join(f"{figure} {row[figure]['f1']:.3f}" for figure in FIGURES)
        print(
            f"  {name:13}{cells}  ({row['claims']['p']:.2f} / {row['claims']['r']:.2f})  {row['claims']['gold']} coded"
        )
    for role, row in result["by_role"].items():
        print(f"  {role:13}F1 {row['f1']:.3f}  ({row['p']:.2f} / {row['r']:.2f})  {row['gold']} coded")
    print("  harmful errors: " + ", ".join(f"{name} {n}" for name, n in result["critical"].items()))


def compare(measured: dict[str, float], *, quiet: bool = False) -> int:
    """Hold measured figures against the floors."""
    floors = json.loads(FLOORS.read_text())["floors"]
    missed = 0
    for name, value in measured.items():
        bound = floors[name]
        below = value > bound + SLACK if name == "critical" else value < bound - SLACK
        missed += below
        if not quiet or below:
            word = "ceiling" if name == "critical" else "floor"
            print(
                f"  {name:20}{value:.3f}  {word} {bound:.3f}{'  MISSED' if below else ''}",
                file=sys.stderr if quiet else None,
            )
    return MISSED if missed else 0


def pin(measured: dict[str, float], lower: str | None) -> None:
    """Write the floors anew: they rise by themselves and fall only for a reason."""
    kept = json.loads(FLOORS.read_text()) if FLOORS.exists() else {"floors": {}, "lowered": []}
    for name, value in measured.items():
        old = kept["floors"].get(name)
        better = old is None or (value < old if name == "critical" else value > old)
        if better or lower:
            kept["floors"][name] = value
    if lower:
        kept["lowered"].append(lower)
    FLOORS.write_text(json.dumps(kept, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
