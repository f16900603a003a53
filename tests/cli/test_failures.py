"""The list of failed inputs lies beside the output, where the output is a file."""

from __future__ import annotations

import json
import os
from pathlib import Path

from enduse.cli.failures import Failures
from enduse.cli.progress import Notes
from enduse.errors import InputError


def test_list_is_written_as_inputs_fail(tmp_path: Path) -> None:
    with Failures(tmp_path / "out.jsonl", Notes()) as failures:
        failures.add(InputError("Tessaly é.csv:3", "no text"))
        listed = json.loads((tmp_path / "out.jsonl.failed.jsonl").read_text())
    assert listed == {"where": "Tessaly é.csv:3", "what": "no text"}


def test_device_has_no_list_beside_it() -> None:
    with Failures(Path(os.devnull), Notes()) as failures:
        failures.add(InputError("x", "y"))
    assert not Path(f"{os.devnull}.failed.jsonl").exists()
