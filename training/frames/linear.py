"""Fits and applies the linear models: which types a sentence carries, and the labels of each claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

RARE = 2
"""A feature seen in fewer sentences is left out."""


class Linear:
    """Logistic regressions over named features, one a value; a row may have several values, or none.

    strength: inverse regularisation.
    """

    def __init__(self, found: Sequence[Sequence[str]], values: Sequence[Collection[str]], strength: float) -> None:
        counts = Counter(feature for row in found for feature in row)
        self._columns = {feature: i for i, feature in enumerate(f for f, n in counts.items() if n >= RARE)}
        self.values = sorted({value for row in values for value in row})
        targets = np.array([[value in row for value in self.values] for row in values])
        table = self._table(found)
        models = [LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=300).fit(table, column)
                  for column in targets.T]  # fmt: skip
        self._weights = np.stack([model.coef_[0] for model in models])
        self._bias = np.array([model.intercept_[0] for model in models])

    def scores(self, found: Sequence[str]) -> dict[str, float]:
        """Of one row of features, a probability for each value seen in training, each value judged by itself."""
        known = [self._columns[feature] for feature in found if feature in self._columns]
        sums = self._weights[:, known].sum(1) + self._bias
        return dict(zip(self.values, (1 / (1 + np.exp(-sums))).tolist(), strict=True))

    def best(self, found: Sequence[str]) -> str:
        """The likeliest value."""
        scores = self.scores(found)
        return max(scores, key=scores.__getitem__)

    def _table(self, found: Sequence[Sequence[str]]) -> csr_matrix:
        starts, indices = [0], []
        for row in found:
            indices += sorted(self._columns[feature] for feature in row if feature in self._columns)
            starts.append(len(indices))
        ones = np.ones(len(indices), dtype=np.float32)
        return csr_matrix((ones, indices, starts), shape=(len(found), len(self._columns)))
