"""Runs the trained encoder, one sentence at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..lexicon.models import ModelFolder
from .decode import Output
from .encode import Encoded

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


class Encoder:
    """The three ONNX graphs of a reader, on one thread: more cores are used by more worker processes.

    The first graph holds the lower layers and tells whether the sentence may carry any claim; the second, twice as
    costly, is run on those that may; the third gives the tags of the slots that carry one.

    Each sentence is run by itself. The eight-bit sums are scaled by all that is run together, so that in a batch a
    score moved by up to 0.2 with the sentences beside it, and a claim could hang on what else was read. Batches were no
    faster.
    """

    def __init__(self, model: ModelFolder) -> None:
        self._lower, self._upper, self._tagger = (
            _session(model, name) for name in ("lower.onnx", "upper.onnx", "tagger.onnx")
        )
        self._may_carry: float = model.settings["may_carry"]
        self._threshold: float = model.settings["threshold"]

    def run(self, row: Encoded) -> Output | None:
        """Give what the model says of one sentence; None where it sees no claim."""
        states, carries = self._lower.run(None, _inputs(row))
        if carries[0] < self._may_carry:
            return None
        presence, labels, words, slots = self._upper.run(None, {"states": states})
        reached = np.flatnonzero(presence >= self._threshold)
        if not len(reached):
            return None
        (tags,) = self._tagger.run(None, {"words": words, "slots": slots[reached]})
        own = slice(row.offset, row.offset + len(row.pieces))
        return Output(presence, labels, {int(slot): tags[place, own] for place, slot in enumerate(reached)})


def _session(model: ModelFolder, name: str) -> InferenceSession:
    import onnxruntime  # here, since importing it takes longer than all else that --help needs

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.content(name), options, providers=["CPUExecutionProvider"])


def _inputs(row: Encoded) -> dict[str, np.ndarray[tuple[int, int], np.dtype[np.int64]]]:
    values = {"ids": row.ids, "segments": row.segments, "shapes": row.shapes}
    return {name: np.array([numbers], dtype=np.int64) for name, numbers in values.items()}
