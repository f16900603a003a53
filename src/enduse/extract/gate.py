"""Lets through the sentences that may carry a claim: a screen for whole documents, a learned gate for sentences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ..lexicon.models import ModelFolder

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
PART = re.compile(r"[^\W_]+")
"""A word, or a part of a hyphenated one."""

Bounds = tuple[int, int]


def words(text: str) -> list[str]:
    """Lower-cased words, hyphenated ones whole."""
    return WORD.findall(text.lower())


def features(sentence: Sequence[str], before: Sequence[str]) -> set[str]:
    """What the gate weighs: words, pairs of words next to each other or one apart, stems, words of the sentence before.

    sentence, before: words() of the sentence and of the one before it.
    """
    found = set(sentence)
    found.update(map(" ".join, itertools.pairwise(sentence)))
    found.update(map("_".join, zip(sentence, sentence[2:], strict=False)))
    for word in sentence:
        if len(word) > _STEM:
            found.add(word[:_STEM] + "*")
        if "-" in word:
            found.update(word.split("-"))
    found.update("p:" + word for word in before)
    found.add(f"#{min(6, len(sentence) // 8)}")
    return found


_STEM = 5
_NEAR = 2
_LEAST, _MOST = -3.0, 1.0
"""Bounds of what a sentence beside counts for."""


class Gate:
    """A linear model over words; what stands beside a sentence about arms may go on about them.

    The screen is a list of words; a document that has none of them is not cut into sentences at all. A
    document passes when one of its sentences reaches gate_document; those of its sentences pass that reach
    gate_threshold with a share, gate_beside, of the strongest of the two before and the two behind.
    """

    def __init__(self, model: ModelFolder) -> None:
        rows = (line.split("\t") for line in model.lines("gate.tsv"))
        self._weights = {feature: float(weight) for feature, weight in rows}
        self._bias = self._weights.pop("#bias")
        self._threshold: float = model.settings["gate_threshold"]
        self._document: float = model.settings["gate_document"]
        self._beside: float = model.settings["gate_beside"]
        self._screen: frozenset[str] = frozenset(model.settings["screen"])

    def screens(self, text: str) -> bool:
        """Tell whether a document may speak of arms or a ceasefire at all."""
        return not self._screen.isdisjoint(PART.findall(text.lower()))

    def passing(self, text: str, sentences: Sequence[Bounds]) -> list[int]:
        """Numbers of the sentences that may carry a claim."""
        scores = self.scores(text, sentences)
        if not scores or max(scores) < self._document:
            return []
        kept = []
        for number, score in enumerate(scores):
            around = scores[max(0, number - _NEAR) : number] + scores[number + 1 : number + 1 + _NEAR]
            beside = min(_MOST, max(_LEAST, max(around, default=_LEAST)))
            if score + self._beside * beside >= self._threshold:
                kept.append(number)
        return kept

    def scores(self, text: str, sentences: Sequence[Bounds]) -> list[float]:
        """The sum of weights of each sentence by itself."""
        scores = []
        before: list[str] = []
        known, weight = self._weights.keys(), self._weights.__getitem__
        for start, end in sentences:
            of_sentence = words(text[start:end])
            scores.append(self._bias + sum(map(weight, known & features(of_sentence, before))))
            before = of_sentence
        return scores
