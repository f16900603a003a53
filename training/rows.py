"""Reads coded sentences from all their sources into one shape."""

from __future__ import annotations

import gzip
import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from enduse.extract.sentences import sentences

from .paths import BENCH, CODINGS, CORPORA, INVENTED, REVIEWED

Bounds = tuple[int, int]


@dataclass
class CodedClaim:
    """A claim of the codebook; spans count code points of the sentence."""

    type: str
    stance: str
    status: str | None
    state: str | None
    mode: str | None
    roles: dict[str, list[Bounds]]


@dataclass
class Row:
    """A coded sentence.

    source: bench, articles, news, invented or reviewed; before: the sentence before, empty if none.
    """

    document: str
    source: str
    before: str
    text: str
    claims: list[CodedClaim] = field(default_factory=list)


def coded_rows(*, dev: bool = False) -> list[Row]:
    """All sentences to learn from; those of the development articles are not among them."""
    rows = list(of_bench(BENCH / "train.jsonl", "bench")) + list(_invented())
    for path in sorted(REVIEWED.glob("*.jsonl")):
        rows += of_bench(path, "reviewed")
    seen = {(row.document, " ".join(row.text.split())) for row in rows}
    for row in _codings():
        if (row.document, " ".join(row.text.split())) not in seen:
            rows.append(row)
    forbidden = {json.loads(line)["id"] for line in (BENCH / "dev.docs.jsonl").open(encoding="utf-8")}
    return [row for row in rows if row.document not in forbidden]


def of_bench(path: Path, source: str) -> Iterator[Row]:
    """The sentences of a file in the format of bench/train.jsonl, such as `enduse export bench` writes."""
    for line in path.open(encoding="utf-8"):
        coded = json.loads(line)
        claims = [
            _claim(c, {r: [(s["start"], s["end"]) for s in f] for r, f in c["roles"].items()}) for c in coded["claims"]
        ]
        yield Row(coded["id"].split("#")[0], source, coded["prev"] or "", coded["text"], claims)


def _invented() -> Iterator[Row]:
    for path in sorted(INVENTED.glob("*.jsonl")):
        for number, line in enumerate(path.open(encoding="utf-8")):
            coded = json.loads(line)
            claims = [_claim(c, {r: [(a, b) for a, b in f] for r, f in c["roles"].items()}) for c in coded["claims"]]
            yield Row(f"{path.stem}:{number}", "invented", coded["before"], coded["text"], claims)


def _codings() -> Iterator[Row]:
    """Stand-off codings: documents named by id and digest, claims by offsets, the text looked up in its corpus."""
    coded = {}
    for path in sorted(CODINGS.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            coding = json.loads(line)
            coded[coding["doc"]] = coding | {"source": path.stem.split("-")[0]}
    for name, text in article_texts(set(coded)):
        if name in coded:  # an article may stand in both corpora
            yield from _of_article(coded.pop(name), text)
    if coded:
        raise SystemExit(f"{len(coded)} coded articles are in no corpus, {next(iter(coded))} first")


def _of_article(coding: dict[str, Any], text: str) -> Iterator[Row]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest[:16] != coding["sha256"]:
        raise SystemExit(f"the text of {coding['doc']} is not the one that was coded; its codings count other offsets")
    cut = sentences(text)
    ends = [end for _, end in cut]
    for start, end in coding["read"]:
        previous = bisect_right(ends, start) - 1
        before = text[slice(*cut[previous])] if previous >= 0 else ""
        claims = [
            _claim(c, {r: [(a - start, b - start) for a, b in f] for r, f in c["roles"].items()})
            for c in coding["claims"]
            if c["start"] == start
        ]
        yield Row(coding["doc"], coding["source"], before, text[start:end], claims)


def article_texts(wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Id and text of those of the wanted articles that are in a corpus."""
    for path in (BENCH / "train.articles.jsonl", CORPORA / "news.jsonl.gz"):
        for line in _lines(path):
            article = json.loads(line)
            if str(article["id"]) in wanted:
                yield str(article["id"]), article["text"]


def _claim(coded: dict[str, Any], roles: dict[str, list[Bounds]]) -> CodedClaim:
    return CodedClaim(
        coded["type"], coded.get("stance", "stated"), coded.get("status"), coded.get("state"), coded.get("mode"), roles
    )


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from file
