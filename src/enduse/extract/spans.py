"""The default reader: gates sentences, encodes them, decodes their claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..lexicon.models import ModelFolder, open_model
from ..model import Document, Extraction, Reading
from .decode import claims
from .encode import Encoded, encode
from .encoder import Encoder
from .gate import Bounds, Gate
from .needs import is_met, stance_mended, without_supposed
from .sentences import sentences
from .wordpiece import WordPieces

NAME = "spans-1"


class Gated(NamedTuple):
    """A sentence that passed the gate."""

    bounds: Bounds
    encoded: Encoded


class SpanReader:
    """Reads claims by the trained encoder; keeps the promise of model.steps.Reader."""

    def __init__(self, model: ModelFolder) -> None:
        self.name = NAME
        self._gate = Gate(model)
        self._cutter = WordPieces(model.lines("vocabulary.txt"))
        self._encoder = Encoder(model)
        self._threshold: float = model.settings["threshold"]

    @classmethod
    def open(cls) -> SpanReader:
        """Open the model that ships with enduse.

        Raises SourceError if it is absent or damaged.
        """
        return cls(open_model(NAME))

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Give one Reading a document, in order."""
        for document in documents:
            found: list[Extraction] = []
            for bounds, encoded in self.gated(document):
                output = self._encoder.run(encoded)
                if output is None:
                    continue
                read = claims(document, bounds, encoded, output, threshold=self._threshold, reader=self.name)
                found += without_supposed([stance_mended(e) for e in read if is_met(e.claim)])
            yield Reading(document, tuple(found))

    def gated(self, document: Document) -> list[Gated]:
        """The sentences of a document that the encoder is shown, in order."""
        text = document.text
        if not self._gate.screens(text):
            return []
        bounds = sentences(text)
        rows = []
        for i in self._gate.passing(text, bounds):
            before = bounds[i - 1] if i else None
            rows.append(Gated(bounds[i], encode(self._cutter, text, bounds[i], before)))
        return rows
