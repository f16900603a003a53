"""Trains the frames design on coded sentences and reads single sentences with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from enduse.model import ROLES_OF, ClaimType, Role

from ..rows import CodedClaim, Row
from .features import Sentence, WordClasses
from .linear import Linear
from .tagger import Tagger
from .tags import tags

TYPE_STRENGTH, LABEL_STRENGTH = 0.1, 1.0
"""Inverse regularisation; of labels swept 0.03 to 1.0 on a held-out fifth: status 0.72 to 0.76, state 0.59 to 0.64."""

LABELS = {
    "transfer": ("status", "stance"),
    "diversion": ("status", "stance", "mode"),
    "interdiction": ("status", "stance"),
    "holding": ("status", "stance"),
    "ceasefire": ("state", "stance"),
}


@dataclass(frozen=True)
class FrameModel:
    """Presence of types, labels by type and name, a tagger a type, and one for claimants."""

    classes: WordClasses
    types: Linear
    labels: dict[tuple[str, str], Linear]
    taggers: dict[str, Tagger]
    claimants: Tagger

    def presence(self, sentence: Sentence) -> dict[str, float]:
        """How likely the sentence carries a claim of each type."""
        return self.types.scores(sentence.of_sentence())

    def claim(self, sentence: Sentence, claim_type: str, *, patterns_only: bool = False) -> CodedClaim:
        """The claim of a type that the sentence is said to carry; bounds count code points of the sentence.

        patterns_only: fill just the roles that have patterns of their own, by those alone.
        """
        features, found = sentence.of_words(), sentence.of_sentence()
        filled = self.taggers[claim_type].runs(features) | self.claimants.runs(features)
        filled = sentence.runs if patterns_only else filled
        labels = {name: self.labels[claim_type, name].best(found) for name in LABELS[claim_type]}
        bounds = sentence.parsed.bounds
        return CodedClaim(
            claim_type, labels["stance"], labels.get("status"), labels.get("state"), labels.get("mode"),
            {role: [(bounds[a][0], bounds[b - 1][1]) for a, b in runs] for role, runs in filled.items()
             if role in ROLES_OF[ClaimType(claim_type)]})  # fmt: skip


def fit(rows: Sequence[Row], classes: WordClasses, folder: Path) -> FrameModel:
    """Train everything; folder: where the taggers are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    read = [(Sentence(row.text, row.before, classes), row) for row in rows]
    found = [sentence.of_sentence() for sentence, _ in read]
    types = Linear(found, [{claim.type for claim in row.claims} for row in rows], TYPE_STRENGTH)
    claims = [(sentence, of, claim) for (sentence, row), of in zip(read, found, strict=True) for claim in row.claims]
    labels, taggers = {}, {}
    for claim_type, names in LABELS.items():
        own = [(sentence, of, claim) for sentence, of, claim in claims if claim.type == claim_type]
        for name in names:
            values = [(getattr(claim, name),) for _, _, claim in own]
            labels[claim_type, name] = Linear([of for _, of, _ in own], values, LABEL_STRENGTH)
        taggers[claim_type] = _fit_tagger([(s, _without_claimant(c)) for s, _, c in own], folder / claim_type)
    claimants = _fit_tagger([(sentence, _claimant(row)) for sentence, row in read if row.claims], folder / "claimant")
    return FrameModel(classes, types, labels, taggers, claimants)


def _without_claimant(claim: CodedClaim) -> dict[str, list[tuple[int, int]]]:
    return {role: fillers for role, fillers in claim.roles.items() if role != Role.CLAIMANT}


def _claimant(row: Row) -> dict[str, list[tuple[int, int]]]:
    return {"claimant": [bounds for claim in row.claims for bounds in claim.roles.get("claimant", [])]}


def _fit_tagger(coded: Sequence[tuple[Sentence, dict[str, list[tuple[int, int]]]]], path: Path) -> Tagger:
    return Tagger.fit([s.of_words() for s, _ in coded], [tags(s.parsed, roles) for s, roles in coded], path)
