"""Measures on news and on copies made from it how many copies are found, and how fast."""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from enduse.link.copies import Fold, Signature, bands, compare, jaccard, may_overlap, signature
from enduse.link.signature import SHARED
from enduse.model import Document

from .paths import CORPORA

FILES = ("conflict_news", "mixed_news", "news")
MADE = 2_000
"""Articles that copies are made from."""

SWEPT = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)

Change = Callable[[str, random.Random], str]


def articles() -> Iterator[Document]:
    """The articles of the three corpora, each text once."""
    seen: set[str] = set()
    for name in FILES:
        with gzip.open(CORPORA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                document = Document(row["id"], row["text"], row["title"], row["date"], row["source"])
                if document.sha256 not in seen:
                    seen.add(document.sha256)
                    yield document


def header(text: str, _: random.Random) -> str:
    """Another agency line before it, and another notice after it."""
    return f"AVERNA CITY, 3 May (Agency) --\n{text}\n\nRead more on our site. All rights reserved."


def spelling(text: str, _: random.Random) -> str:
    """Case, quotes, dashes and line breaks changed: the words stay."""
    return re.sub(r"\s+", " ", text.upper().replace('"', "”").replace(" - ", " — "))


def kept(share: float) -> Change:
    """Cut after a share of the words."""

    def cut(text: str, _: random.Random) -> str:
        words = text.split(" ")
        return " ".join(words[: max(1, int(share * len(words)))])

    return cut


def reordered(text: str, dice: random.Random) -> str:
    """Its paragraphs in another order; sentences where there are no paragraphs."""
    parts = [part for part in re.split(r"\n+|(?<=[.!?]) (?=[A-Z])", text) if part.strip()]
    dice.shuffle(parts)
    return "\n".join(parts)


def added(text: str, dice: random.Random) -> str:
    """Two sentences put in."""
    parts = re.split(r"(?<=[.!?])\s+", text)
    for _ in range(2):
        where = dice.randrange(len(parts) + 1)
        parts.insert(where, "The ministry of Averna did not answer a request for comment on Tuesday evening.")
    return " ".join(parts)


def reworded(every: int) -> Change:
    """One word in so many exchanged."""

    def reword(text: str, dice: random.Random) -> str:
        words = text.split(" ")
        return " ".join(f"other{n}" if dice.randrange(every) == 0 else word for n, word in enumerate(words))

    return reword


CHANGES: dict[str, Change] = {
    "case, quotes, spacing": spelling, "header and notice": header, "two sentences added": added,
    "paragraphs reordered": reordered, "cut to 80 %": kept(0.8), "cut to 60 %": kept(0.6), "cut to 30 %": kept(0.3),
    "1 word in 40 changed": reworded(40), "1 word in 20 changed": reworded(20), "1 word in 10 changed": reworded(10),
}  # fmt: skip


def verdict(left: Document, right: Document) -> tuple[str, bool]:
    """What a comparison says, and whether the index would have proposed it."""
    one, other = signature(left.text), signature(right.text)
    proposed = len(set(bands(one)) & set(bands(other))) >= SHARED and may_overlap(one, other)
    copy = compare(left, right)
    return (copy.kind.value if copy else "none"), proposed or one.digest == other.digest


def show_made(documents: Sequence[Document]) -> None:
    """Print what is said of copies that were made by a change, and of stories put whole into other articles."""
    print(f"{'change':28}  exact   near quotes excerpt   none  found by the index")
    for name, change in CHANGES.items():
        pairs = [
            (d, replace(d, id="copy", publisher="Another", text=change(d.text, random.Random(d.id)))) for d in documents
        ]
        show_line(name, pairs)
    for length in (50, 75, 100, 150, 200, 400):
        stories = [replace(d, text=" ".join(d.text.split()[:length])) for d in documents]
        hosts = random.Random(2).sample(documents, len(documents))
        pairs = [
            (story, replace(host, id="copy", publisher="Another", text=f"{host.text}\n{story.text}\n{host.text[:500]}"))
            for story, host in zip(stories, hosts, strict=True)
            if host.id != story.id
        ]
        show_line(f"{length} words quoted whole", pairs)
    others = random.Random(3).sample(documents, len(documents))
    show_line("another article", [(a, b) for a, b in zip(documents, others, strict=True) if a.id != b.id])


def show_sweep(documents: Sequence[Document]) -> None:
    """Print how many of the changed articles would be near copies at other thresholds."""
    print("Jaccard index from             " + " ".join(f"{at:6.2f}" for at in SWEPT))
    for name in list(CHANGES)[2:]:
        found = [jaccard(d.text, CHANGES[name](d.text, random.Random(d.id))) for d in documents]
        print(f"{name:30} " + " ".join(f"{sum(j >= at for j in found) / len(found):6.1%}" for at in SWEPT))


def show_line(name: str, pairs: Sequence[tuple[Document, Document]]) -> None:
    """One line of the table: shares of the verdicts in percent."""
    said = [verdict(*pair) for pair in pairs]
    counts = Counter(kind for kind, _ in said)
    shares = " ".join(f"{counts[kind] / len(said):6.1%}" for kind in ("exact", "near", "quotes", "excerpt", "none"))
    print(f"{name:28} {shares}  {sum(found for _, found in said) / len(said):6.1%}")


def show_news(documents: Sequence[Document]) -> None:
    """Print the copies that are in the news itself, and what finding them costs."""
    start = time.process_time()
    signatures = [signature(document.text) for document in documents]
    cost = time.process_time() - start
    print(f"signatures: {len(documents) / cost:,.0f} articles/s of one core, ", end="")
    print(f"{sum(len(bytes(s)) for s in signatures) / len(documents):.0f} bytes and ", end="")
    print(f"{sum(len(s.sample) for s in signatures) / len(documents):.1f} index rows an article")
    start = time.process_time()
    fold, kinds, compared = fold_all(documents, signatures)
    cost += time.process_time() - start
    reports = len({fold.earliest(document.id) for document in documents})
    print(
        f"with look-up and folding: {len(documents) / cost:,.0f} articles/s, {compared / len(documents):.2f} compared"
    )
    print(
        f"{len(documents):,} different texts, {reports:,} reports, " + ", ".join(f"{n} {k}" for k, n in kinds.items())
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))
    print(f"peak memory, all texts held: {peak:,.0f} MB")


def fold_all(documents: Sequence[Document], signatures: Sequence[Signature]) -> tuple[Fold, Counter[str], int]:
    """Bring the articles in one by one, as a ledger does."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    fold, kinds, compared = Fold(), Counter[str](), 0
    for at, (document, own) in enumerate(zip(documents, signatures, strict=True)):
        shared = Counter(other for band in bands(own) for other in index[band])
        near = [n for n, count in shared.items() if count >= SHARED and may_overlap(own, signatures[n])]
        compared += len(near)
        kinds.update(copy.kind.value for copy in fold.add(document, [documents[n] for n in near]))
        for band in bands(own):
            index[band].append(at)
    return fold, kinds, compared


def main() -> None:
    """Print the three tables."""
    documents = list(articles())
    long = [document for document in documents if 50 <= len(document.text.split()) < 2_000]
    show_news(documents)
    chosen = random.Random(0).sample(long, MADE)
    show_made(chosen)
    show_sweep(chosen)


if __name__ == "__main__":
    main()
