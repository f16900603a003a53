"""Runs the trained encoder, one sentence at a time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..lexicon.models import ModelFolder
from .decode import Output
from .encode import Encoded


class Encoder:
    """The ONNX model of a reader, on one thread: more cores are used by more worker processes.

    Each sentence is run by itself. The eight-bit sums are scaled by all that is run together, so that in a batch a
    score moved by up to 0.2 with the sentences beside it, and a claim could hang on what else was read. Batches were no
    faster: 303 sentences of 64 pieces a CPU-second in eights, 293 alone.
    """

    def __init__(self, model: ModelFolder) -> None:
        import onnxruntime  # here, since importing it takes longer than all else that --help needs

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            model.content("encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def run(self, row: Encoded) -> Output:
        """Give what the model says of one sentence."""
        presence, labels, tags = self._session.run(None, _inputs(row))
        return Output(presence[0], labels[0], tags[0, :, row.offset : row.offset + len(row.pieces)])


def _inputs(row: Encoded) -> dict[str, npt.NDArray[np.int64]]:
    values = {"ids": row.ids, "segments": row.segments, "shapes": row.shapes, "mask": [1] * len(row.ids)}
    return {name: np.array([numbers], dtype=np.int64) for name, numbers in values.items()}
