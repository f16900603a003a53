"""Opens the files of a reader's model: one folder of `data/models/` a model, named by kind and version."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from ..errors import SourceError


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model's folder and its settings, model.json: the names of its outputs and the thresholds it was tuned with."""

    path: Path
    settings: dict[str, Any]

    def lines(self, name: str) -> list[str]:
        """The lines of a text file of the model, without their ends.

        Raises SourceError if it is absent or damaged.
        """
        return self.content(name).decode("utf-8").split("\n")[:-1]

    def content(self, name: str) -> bytes:
        """A file of the model, whole, its digest checked against model.json.

        Raises SourceError if it is absent or damaged.
        """
        content = self._read(name)
        expected = self.settings["sha256"][name]
        found = hashlib.sha256(content).hexdigest()
        if found != expected:
            raise SourceError(
                f"{self.path / name} is damaged: sha256 is {found[:12]}…, not {expected[:12]}…; install enduse again"
            )
        return content

    def _read(self, name: str) -> bytes:
        try:
            return (self.path / name).read_bytes()
        except OSError as error:
            raise SourceError(
                f"model file {self.path / name} cannot be read ({error}); install enduse again"
            ) from error


def open_model(name: str) -> ModelFolder:
    """Open a model that ships with enduse.

    name: "spans-1".
    Raises SourceError if it is not there, naming those that are, or if its model.json is damaged.
    """
    models = Path(str(resources.files("enduse"))) / "data" / "models"
    settings = models / name / "model.json"
    try:
        return ModelFolder(models / name, json.loads(settings.read_text("utf-8")))
    except OSError as error:
        there = ", ".join(sorted(p.parent.name for p in models.glob("*/model.json"))) or "none"
        raise SourceError(f"no model named {name!r}; installed: {there}") from error
    except ValueError as error:
        raise SourceError(f"model file {settings} is damaged ({error}); install enduse again") from error
