"""Every data file that ships says where it comes from, and is the file that was meant."""

from __future__ import annotations

import datetime
import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

REGISTER = "SOURCES.toml"
FIELDS = {"origin": str, "licence": str, "date": datetime.date, "sha256": str, "script": str}


@pytest.fixture(scope="module")
def data(root: Path) -> Path:
    return root / "src" / "enduse" / "data"


@pytest.fixture(scope="module")
def entries(data: Path) -> dict[str, dict[str, Any]]:
    """The entries of SOURCES.toml by path inside data/."""
    found = tomllib.loads((data / REGISTER).read_text("utf-8"))
    assert found, f"{REGISTER} is empty"
    return found


@pytest.fixture(scope="module")
def files(data: Path) -> dict[str, str]:
    """The digest of every file under data/, by path inside it."""
    found = {
        path.relative_to(data).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(data.rglob("*"))
        if path.is_file() and path.suffix not in {".py", ".pyc"} and path != data / REGISTER
    }
    assert found, "no data file was found"
    return found


def test_every_data_file_has_an_entry(files: dict[str, str], entries: dict[str, dict[str, Any]]) -> None:
    missing = [f'["{name}"]\nsha256 = "{digest}"' for name, digest in files.items() if name not in entries]
    assert not missing, "add to SOURCES.toml, with origin, licence, date and script:\n\n" + "\n\n".join(missing)


def test_every_entry_has_its_file(files: dict[str, str], entries: dict[str, dict[str, Any]]) -> None:
    assert not (gone := sorted(set(entries) - set(files))), f"no such file under data/: {gone}"


def test_every_data_file_is_the_one_that_was_meant(files: dict[str, str], entries: dict[str, dict[str, Any]]) -> None:
    wrong = [
        f'{name} has another digest; if the change is meant, write:\nsha256 = "{digest}"'
        for name, digest in files.items()
        if name in entries and entries[name].get("sha256") != digest
    ]
    assert not wrong, "\n".join(wrong)


def test_every_entry_says_origin_licence_date_and_script(entries: dict[str, dict[str, Any]]) -> None:
    wrong = [
        f"{name}: {field} must be a {kind.__name__} and not empty"
        for name, entry in entries.items()
        for field, kind in FIELDS.items()
        if not isinstance(entry.get(field), kind) or not entry[field]
    ]
    wrong += [
        f"{name}: {sorted(extra)} are no fields"
        for name, entry in entries.items()
        if (extra := set(entry) - set(FIELDS))
    ]
    assert not wrong, "\n".join(wrong)
