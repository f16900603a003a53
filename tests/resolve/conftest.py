"""Reads the tables of cases, which an analyst can extend: one phrase a line, cells parted by tabs, empty for none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def cases() -> Callable[[str], Rows]:
    def read(name: str) -> Rows:
        lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
        head = lines[0].split("\t")
        return [dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:]]

    return read
