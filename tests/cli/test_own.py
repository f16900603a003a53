"""The folder of a user's own registers must be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.cli.own import registers_folder
from enduse.errors import UsageError


def test_folder_is_taken_and_nothing_is_nothing(tmp_path: Path) -> None:
    assert registers_folder(str(tmp_path)) == tmp_path
    assert registers_folder(None) is None
    assert registers_folder("") is None


def test_what_is_no_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        registers_folder(str(tmp_path / "none"))
