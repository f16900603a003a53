"""Sorts words into classes by the words beside them, counted in uncoded news: what a linear model has for meaning."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds
from sklearn.cluster import MiniBatchKMeans

from enduse.extract.wordpiece import WORD

from ..paths import BENCH, CORPORA, WORK

WORDS, BESIDE, WIDTH = 16_000, 2_000, 60
CLASSES = (64, 400)
"""A coarse and a fine division; with both beside each other neither had to be right."""

ARTICLES = 12_000
KEPT = WORK / "word-classes.tsv"

Classes = dict[str, tuple[str, str]]


def word_classes() -> Classes:
    """The coarse and the fine class of each frequent word; made once and kept in training/work."""
    if not KEPT.exists():
        WORK.mkdir(exist_ok=True)
        vocabulary, rows = _counted(list(_texts()))
        sorted_ = [MiniBatchKMeans(n, random_state=0, n_init=3, batch_size=4096).fit_predict(rows) for n in CLASSES]
        lines = [f"{word}\t{coarse}\t{fine}" for word, coarse, fine in zip(vocabulary, *sorted_, strict=True)]
        KEPT.write_text("\n".join(lines) + "\n", "utf-8")
    return {
        word: (coarse, fine) for word, coarse, fine in (row.split("\t") for row in KEPT.read_text("utf-8").splitlines())
    }


def _texts() -> Iterator[list[str]]:
    """Words of articles of the training corpus, the development articles left out."""
    forbidden = {json.loads(line)["id"] for line in (BENCH / "dev.docs.jsonl").open(encoding="utf-8")}
    taken = 0
    with gzip.open(CORPORA / "news.jsonl.gz", "rt", encoding="utf-8") as file:
        for article in map(json.loads, file):
            if taken < ARTICLES and article["id"] not in forbidden:
                taken += 1
                yield [word.lower() for word in WORD.findall(article["text"])]


def _counted(texts: list[list[str]]) -> tuple[list[str], np.ndarray]:
    """Frequent words and a vector for each: neighbours left and right, weighed by surprise, then condensed."""
    vocabulary = [word for word, _ in Counter(word for text in texts for word in text).most_common(WORDS)]
    place = {word: i for i, word in enumerate(vocabulary)}
    pairs: Counter[int] = Counter()
    for text in texts:
        numbers = np.array([place.get(word, -1) for word in text])
        for side, step in ((0, 1), (1, -1)):
            beside = np.roll(numbers, -step)
            kept = (numbers >= 0) & (beside >= 0) & (beside < BESIDE)
            pairs.update((numbers[kept] * (2 * BESIDE) + beside[kept] + side * BESIDE).tolist())
    keys = np.fromiter(pairs, dtype=np.int64, count=len(pairs))
    counts = np.fromiter(pairs.values(), dtype=np.float64, count=len(pairs))
    rows, columns = keys // (2 * BESIDE), keys % (2 * BESIDE)
    table = csr_matrix((counts, (rows, columns)), shape=(len(vocabulary), 2 * BESIDE))
    words, beside = np.asarray(table.sum(1)).ravel(), np.asarray(table.sum(0)).ravel()
    surprise = np.log(counts * counts.sum() / (words[rows] * beside[columns]))
    table = csr_matrix((np.maximum(surprise, 0.0), (rows, columns)), shape=table.shape)
    left, strength, _ = svds(table, k=WIDTH, random_state=0)
    vectors = left * np.sqrt(strength)
    return vocabulary, vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
