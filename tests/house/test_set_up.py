"""The words that set up, run and check everything: the Makefile, CI, and the locked requirements."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TARGETS = {
    *(
        "demo",
        "demo-serve",
        "test",
        "check",
        "bench",
        "bench-groups",
        "bench-ledger",
        "bench-web",
        "screenshots",
        "accuracy",
        "train",
    ),
    *("web", "web-test", "lock", "clean", "help"),
}


@pytest.fixture(scope="module")
def makefile(root: Path) -> str:
    return (root / "Makefile").read_text("utf-8")


@pytest.fixture(scope="module")
def pinned(root: Path) -> dict[str, list[str]]:
    """The versions of each package in the lock; several where Pythons differ."""
    found: dict[str, list[str]] = {}
    lock = (root / "requirements.lock").read_text("utf-8")
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def test_every_target_says_what_it_does(makefile: str, root: Path) -> None:
    phony = set(re.findall(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)[0].split())
    helped = set(re.findall(r"^([a-z-]+):[^#\n]*## \S", makefile, re.MULTILINE))
    assert phony == helped == TARGETS
    shown = subprocess.run(["make", "-s", "help"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert {line.split()[1] for line in shown.splitlines() if line.startswith("make ")} == TARGETS


def test_ci_says_the_same_word_as_the_reader(root: Path) -> None:
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK), "chmod +x .ci/run"
    commands = [line for line in script.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert "set -euo pipefail" in commands
    assert commands[-1] == "make test"


def test_readme_names_the_two_words(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    assert [word for word in ("make demo", "make test") if word not in readme] == []


def test_lock_holds_what_the_project_asks_for(root: Path, pinned: dict[str, list[str]]) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    asked = [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    asked += settings["build-system"]["requires"]
    assert len(asked) > 8
    wrong = [
        f"{asked_for} (locked: {versions or 'not at all'})"
        for asked_for in asked
        for requirement in [Requirement(asked_for)]
        for versions in [pinned.get(canonicalize_name(requirement.name), [])]
        if not versions or not all(requirement.specifier.contains(version) for version in versions)
    ]
    assert not wrong, f"run `make lock`: {wrong}"


def test_lock_names_no_address(root: Path) -> None:
    assert "://" not in (root / "requirements.lock").read_text("utf-8")
