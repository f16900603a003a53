"""Tags the words of a sentence with roles by a linear-chain conditional random field."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from .patterns import Run
from .tags import runs

SETTINGS = {"c1": 0.05, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 2, "feature.possible_transitions": True}


class Tagger:
    """A trained field, kept in a file since the library reads it from there."""

    def __init__(self, path: Path) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))

    @classmethod
    def fit(cls, found: Sequence[list[list[str]]], tagged: Sequence[list[str]], path: Path) -> Tagger:
        """Train on features and tags of the words of sentences."""
        trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        trainer.set_params(SETTINGS)
        for features, row in zip(found, tagged, strict=True):
            trainer.append(features, row)
        trainer.train(str(path))
        return cls(path)

    def runs(self, features: list[list[str]]) -> dict[str, list[Run]]:
        """The likeliest runs by role."""
        return runs(self._tagger.tag(features))
