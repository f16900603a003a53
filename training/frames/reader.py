"""Reads documents with the frames design, between the gate and the last checks of the shipped reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enduse.extract.gate import Gate
from enduse.extract.needs import is_met, without_supposed
from enduse.extract.sentences import sentences
from enduse.extract.spans import NAME
from enduse.lexicon.models import open_model
from enduse.model import Claim, ClaimType, Document, Extraction, Mode, Reading, Role, Span, Stance, State, Status

from ..rows import CodedClaim
from .features import Sentence
from .model import FrameModel

THRESHOLD = 0.3
"""Presence from which a claim counts (swept 0.2 to 0.5 on a held-out fifth of the coded articles: F1 0.70)."""


class FrameReader:
    """Reads one claim a type and sentence; keeps the promise of model.steps.Reader."""

    name = "frames"

    def __init__(self, model: FrameModel) -> None:
        self._model = model
        self._gate = Gate(open_model(NAME))

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Give one Reading a document, in order."""
        for document in documents:
            found: list[Extraction] = []
            if self._gate.screens(document.text):
                cut = sentences(document.text)
                for i in self._gate.passing(document.text, cut):
                    before = document.text[slice(*cut[i - 1])] if i else ""
                    read = self._of_sentence(document, cut[i], before)
                    found += without_supposed([extraction for extraction in read if is_met(extraction.claim)])
            yield Reading(document, tuple(found))

    def _of_sentence(self, document: Document, bounds: tuple[int, int], before: str) -> list[Extraction]:
        sentence = Sentence(document.text[slice(*bounds)], before, self._model.classes)
        presence = self._model.presence(sentence)
        return [
            Extraction(claim_of(document, bounds, self._model.claim(sentence, name)), presence[name], self.name)
            for name in presence
            if presence[name] >= THRESHOLD
        ]


def claim_of(document: Document, sentence: tuple[int, int], coded: CodedClaim) -> Claim:
    """The claim with its spans counted in the document."""
    start = sentence[0]
    return Claim(
        document.sha256,
        ClaimType(coded.type),
        Stance(coded.stance),
        Span.of(document.text, *sentence),
        {Role(role): tuple(Span.of(document.text, start + a, start + b) for a, b in sorted(fillers))
         for role, fillers in coded.roles.items()},
        status=Status(coded.status) if coded.status else None,
        state=State(coded.state) if coded.state else None,
        mode=Mode(coded.mode) if coded.mode else None,
    )  # fmt: skip
