"""Trains the frames design and measures it beside the shipped reader on the development articles: both in one run."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Sequence
from itertools import islice
from typing import Any

from enduse.export.record import claim_record, document_record
from enduse.extract.gate import Gate
from enduse.extract.sentences import sentences
from enduse.extract.spans import NAME, SpanReader
from enduse.lexicon.models import open_model
from enduse.model import Document, Extraction, Reading
from enduse.model.steps import Reader

from ..accuracy import print_figures
from ..paths import BENCH, CORPORA, WORK
from ..rows import CodedClaim, coded_rows
from ..scoring import dev_documents, dev_gold, scorer, short
from .compare import LABELS, Record, fillers, labels, with_fields
from .features import Sentence
from .model import FrameModel, fit
from .reader import FrameReader, claim_of
from .vectors import word_classes

TIMED = 300


def main() -> int:
    """Print the figures of both designs, then what each is better at on the same claims."""
    parser = argparse.ArgumentParser(prog="python -m training.frames", description=__doc__)
    parser.parse_args()
    if not BENCH.exists():
        print(f"frames: skipped, since the coded articles are not here ({BENCH}); they may not be passed on")
        return 0
    model = fit(coded_rows(), word_classes(), WORK / "frames")
    documents, gold = dev_documents(), dev_gold()
    read = {}
    for name, reader in (("shipped", SpanReader.open()), ("frames", FrameReader(model))):
        readings = list(reader.read(documents))
        read[name] = _records(readings)
        print(f"\n{name}: {short(_score(gold, read[name]))}; {speed(reader)}")
        print_figures(_score(gold, read[name]))
        if name == "shipped":
            beside, marked = _beside(model, readings), _beside(model, readings, patterns_only=True)
    print("\nOn the claims that the shipped reader found, labels right: shipped / linear, of")
    for name, tally in labels(gold, read["shipped"], beside).items():
        right = f"{tally.both + tally.only_first:4} / {tally.both + tally.only_second} of {tally.of}"
        alone = f"only shipped {tally.only_first}, only linear {tally.only_second}, by chance {tally.chance:.2f}"
        print(f"  {name:10}{right}; {alone}")
    print("On the same claims, fillers, F1: shipped / tagger over frames / patterns alone")
    rows = [fillers(gold, claims) for claims in (read["shipped"], beside, marked)]
    for role, row in rows[0].items():
        cells = " / ".join(f"{of[role]['f1']:.3f}" if role in of else "-" for of in rows)
        print(f"  {role:10}{cells}  {row['gold']:.0f} coded")
    print("The shipped reader with one thing taken over from the linear models or the tagger")
    for field in (*LABELS, *rows[0]):
        print(f"  {field:10}{short(_score(gold, with_fields(read['shipped'], beside, [field])))}")
    return 0


def speed(reader: Reader) -> str:
    """CPU seconds over the first articles of a corpus of war news, screen and gate included."""
    with gzip.open(CORPORA / "conflict_news.jsonl.gz", "rt", encoding="utf-8") as file:
        documents = [Document(row["id"], row["text"]) for row in map(json.loads, islice(file, TIMED))]
    gate, passed = Gate(open_model(NAME)), 0
    started = time.process_time()
    for document in documents:
        if gate.screens(document.text):
            passed += len(gate.passing(document.text, sentences(document.text)))
    gating, started = time.process_time() - started, time.process_time()
    claims = sum(len(reading.extractions) for reading in reader.read(documents))
    took = time.process_time() - started
    return (f"{TIMED} articles in {took:.1f} CPU-s, {gating:.1f} of them screen and gate; {passed} sentences passed, "
            f"{passed / (took - gating):.0f} of them read a CPU-s; {claims} claims")  # fmt: skip


def _records(readings: Sequence[Reading]) -> dict[str, list[Record]]:
    return {reading.document.id: [dict(claim) for claim in document_record(reading)["claims"]] for reading in readings}


def _score(gold: dict[str, list[dict[str, Any]]], read: dict[str, list[Record]]) -> dict[str, Any]:
    result: dict[str, Any] = scorer().score(gold, read)[0]
    return result


def _beside(model: FrameModel, readings: Sequence[Reading], *, patterns_only: bool = False) -> dict[str, list[Record]]:
    """What the frames design says of the very claims that another reader found."""
    found = {}
    for reading in readings:
        found[reading.document.id] = [_again(model, reading.document, e, patterns_only) for e in reading.extractions]
    return found


def _again(model: FrameModel, document: Document, extraction: Extraction, patterns_only: bool) -> Record:
    claim = extraction.claim
    bounds = claim.sentence.start, claim.sentence.end
    cut = sentences(document.text)
    place = cut.index(bounds)
    sentence = Sentence(claim.sentence.text, document.text[slice(*cut[place - 1])] if place else "", model.classes)
    coded: CodedClaim = model.claim(sentence, claim.type, patterns_only=patterns_only)
    return dict(claim_record(Extraction(claim_of(document, bounds, coded), extraction.score, "frames")))


if __name__ == "__main__":
    sys.exit(main())
