"""The folder of a user's own registers, checked at the door."""

from __future__ import annotations

from pathlib import Path

from enduse.errors import UsageError


def registers_folder(name: str | None) -> Path | None:
    """The folder that was named, by an option or the environment; UsageError if there is none."""
    if not name:
        return None
    folder = Path(name)
    if not folder.is_dir():
        raise UsageError(f"{name}: is no folder; --registers takes a folder with registers of your own")
    return folder
