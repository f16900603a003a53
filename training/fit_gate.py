"""Fits the weights of the sentence gate: a logistic regression over words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from enduse.extract.gate import features, words

from .rows import Row

RARE = 3
"""A feature seen in fewer sentences is left out."""

STRENGTH = 0.05
"""Inverse regularisation (swept 0.03 to 0.3: fewest sentences kept at equal recall)."""

SMALLEST = 0.02
"""Weights nearer to zero are dropped; doing so moves no sum by more than the threshold's margin."""


def fit_gate(rows: Sequence[Row]) -> dict[str, float]:
    """Fit on all rows; gives the weight of each feature, "#bias" among them."""
    found = [features(words(row.text), words(row.before)) for row in rows]
    counts = Counter(feature for row in found for feature in row)
    columns = {feature: i for i, feature in enumerate(f for f, n in counts.items() if n >= RARE)}
    carries = np.array([bool(row.claims) for row in rows])
    model = _model().fit(_table(found, columns), carries)
    weights = {feature: float(model.coef_[0][i]) for feature, i in columns.items()}
    kept = {feature: weight for feature, weight in weights.items() if abs(weight) >= SMALLEST}
    return {"#bias": float(model.intercept_[0])} | kept


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)


def _table(found: Sequence[set[str]], columns: dict[str, int]) -> csr_matrix:
    starts, indices = [0], []
    for row in found:
        indices += sorted(columns[feature] for feature in row if feature in columns)
        starts.append(len(indices))
    ones = np.ones(len(indices), dtype=np.float32)
    return csr_matrix((ones, indices, starts), shape=(len(found), len(columns)))
