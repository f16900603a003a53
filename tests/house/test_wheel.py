"""The wheel holds what the package needs: tests run on the source tree and would not see a file that is left out."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile, root: Path) -> None:
    source = root / "src"
    files = {
        path.relative_to(source).as_posix()
        for path in (source / "enduse").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"enduse/py.typed", "enduse/data/SOURCES.toml"} <= files
    assert not (missing := sorted(files - set(wheel.namelist()))), missing


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert tops == {"enduse", next(top for top in tops if top.endswith(".dist-info"))}


def test_the_wheel_has_the_licence_and_the_command(wheel: zipfile.ZipFile) -> None:
    names = {name.partition(".dist-info/")[2]: name for name in wheel.namelist()}
    assert "licenses/LICENSE" in names
    assert "enduse = enduse.cli.main:main" in wheel.read(names["entry_points.txt"]).decode("utf-8")
