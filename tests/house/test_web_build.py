"""The islands that ship were built from the sources that lie here: digests say so, without node."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

SOURCES = ("src", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts")


def digests(paths: list[Path], base: Path) -> dict[str, str]:
    return {path.relative_to(base).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.fixture(scope="module")
def built(root: Path) -> Path:
    return root / "src" / "enduse" / "web" / "static" / "islands"


@pytest.fixture(scope="module")
def manifest(built: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((built / "manifest.json").read_text("utf-8"))
    return found


def test_the_build_belongs_to_the_sources(root: Path, manifest: dict[str, dict[str, str]]) -> None:
    home = root / "web-src"
    files = [path for name in SOURCES for path in [home / name, *(home / name).rglob("*")] if path.is_file()]
    assert len(files) > 10
    assert digests(files, home) == manifest["sources"], "the sources are newer than the build; run `make web`"


def test_the_built_files_are_those_that_were_built(built: Path, manifest: dict[str, dict[str, str]]) -> None:
    files = [path for path in built.iterdir() if path.name != "manifest.json"]
    assert digests(files, built) == manifest["files"], "a built file was edited, added or lost; run `make web`"


def test_every_entry_names_a_built_file(manifest: dict[str, dict[str, str]]) -> None:
    assert {"islands.js", "islands.css"} <= set(manifest["entries"])
    assert set(manifest["entries"].values()) <= set(manifest["files"])


def test_no_built_file_imports_an_entry(built: Path, manifest: dict[str, dict[str, str]]) -> None:
    """A page names entries with "?v=…": imported under their bare name they would be loaded and run again."""
    scripts = [path.read_text("utf-8") for path in built.glob("*.js")]
    entries = [name for name in manifest["entries"].values() if name.endswith(".js")]
    assert any("import(" in text for text in scripts)
    assert [name for name in entries for text in scripts if f"./{name}" in text] == []


def test_the_licences_of_what_is_built_in_ship_with_it(built: Path) -> None:
    told = (built / "LICENSES.txt").read_text("utf-8")
    for name in ("d3-geo", "d3-sankey", "topojson-client", "world-atlas"):
        assert f"{name} " in told
    assert told.count("Copyright") >= 5


def test_what_ships_reaches_for_nothing_outside_and_needs_no_eval(built: Path) -> None:
    scripts = [path.read_text("utf-8") for path in built.glob("*.js")]
    styles = [path.read_text("utf-8") for path in built.glob("*.css")]
    assert scripts
    assert styles
    namespaces = ("http://www.w3.org/", "https://www.w3.org/")
    for text in [*scripts, *styles]:
        for start in ("http://", "https://"):
            assert all(f"{start}{rest}".startswith(namespaces) for rest in text.split(start)[1:])
        for word in ("eval(", "new Function", "innerHTML", "insertAdjacentHTML", "document.write", "@import", "url(//"):
            assert word not in text, word


def test_the_lock_of_npm_holds_a_digest_of_every_package(root: Path) -> None:
    packages = json.loads((root / "web-src" / "package-lock.json").read_text("utf-8"))["packages"]
    assert len(packages) > 20
    assert [name for name, one in packages.items() if name and not one.get("integrity", "").startswith("sha512-")] == []
