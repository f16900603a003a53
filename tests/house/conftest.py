"""What the tests of the house look at: the repository's files, and the modules of the package as syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One Python file.

    place: its path from the root of the repository ("src/enduse/export/csv.py").
    name: how it is imported ("enduse.export.csv"; a package without its "__init__").
    """

    place: str
    name: str
    source: str = field(repr=False)

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source, self.place)

    @property
    def is_package(self) -> bool:
        return self.place.endswith("__init__.py")

    @property
    def part(self) -> str:
        """The part of the house it belongs to: "extract", "errors"; "enduse" for the package's own face."""
        inner = self.name.split(".")[1:]
        return "enduse" if not inner or inner == ["__main__"] else inner[0]


def module(path: Path) -> Module:
    place = path.relative_to(ROOT)
    parts = place.with_suffix("").parts
    inner = parts[1:] if parts[0] == "src" else parts
    name = ".".join(inner[:-1] if inner[-1] == "__init__" else inner)
    return Module(place.as_posix(), name, path.read_text("utf-8"))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def package() -> Sequence[Module]:
    """The modules of src/enduse."""
    return _modules("src/enduse")


@pytest.fixture(scope="session")
def all_modules(package: Sequence[Module]) -> Sequence[Module]:
    """The modules of the package, the tests and the training scripts."""
    return [*package, *_modules("tests"), *_modules("training")]


@pytest.fixture(scope="session")
def make_module() -> type[Module]:
    """Makes a module from text, to try a rule on."""
    return Module


@pytest.fixture(scope="session")
def repository_files() -> Sequence[Path]:
    """All files that git follows or would follow; outside a git checkout, all that a source archive holds."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        return [p for p in sorted(ROOT.rglob("*")) if p.is_file() and not _is_made_here(p.relative_to(ROOT))]
    return [path for name in listed if name and (path := ROOT / name).is_file()]


def _modules(folder: str) -> list[Module]:
    found = [module(path) for path in sorted((ROOT / folder).rglob("*.py"))]
    assert found, f"{folder} holds no Python file: the tests of the house would look at nothing"
    return found


def _is_made_here(place: Path) -> bool:
    made = {".git", ".venv", "__pycache__", "dist", "build", "node_modules"}
    return any(part in made or part.endswith("_cache") for part in place.parts)
