"""Who may import whom: the drawing of docs/architecture.md as a test, imports inside functions included."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.house.conftest import Module

GROUND = {"model", "errors"}
PANTRY = GROUND | {"lexicon", "data"}
ROOMS = {"intake", "extract", "resolve", "link", "assess", "export", "ledger"}
DOORS = {"cli", "web"}

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "data": set(),
    "lexicon": {"model", "errors", "data"},
    **dict.fromkeys(ROOMS, PANTRY),
    "service": ROOMS | PANTRY,
    **dict.fromkeys(DOORS, GROUND | {"service", "enduse"}),
    "testing": GROUND,
    "enduse": GROUND | {"service", "cli"},
}
"""What each part may import beside itself; "enduse" is the package's face, `__init__.py` and `__main__.py`.

A door may import the face for `__version__` only; the hall, not the face, is what it calls.
"""

EDGES = {"intake", "ledger", "lexicon", "service", "cli", "web", "enduse", "testing", "data"}
"""Parts that may touch files, sockets or databases, the hall for its outputs; the others only compute."""

TOUCHING_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "urlopen", "connect"}
TOUCHING_MODULES = {"socket", "sqlite3", "urllib.request", "http.client", "ftplib", "subprocess"}
ENVIRONMENT_READERS = {"cli", "web"}


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Every import of a module, wherever it stands: its line, and the full name of what is imported."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(module, node)
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__", "find_spec"}:
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield node.lineno, argument.value


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".") if module.is_package else module.name.split(".")[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


def _called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def forbidden(modules: Sequence[Module], parts: set[str]) -> list[str]:
    """One line for each import that the drawing does not allow."""
    lines = []
    for module in modules:
        for line, name in imports(module):
            top, _, rest = name.partition(".")
            if top in {"training", "tests"}:
                lines.append(f"{module.place}:{line} is in the package and may not import [{top!r}]")
            if top != "enduse":
                continue
            part = rest.split(".")[0]
            part = part if part in parts else "enduse"
            if part != module.part and part not in MAY_IMPORT.get(module.part, set()):
                lines.append(f"{module.place}:{line} is in {module.part!r} and may not import [{part!r}]")
    return lines


@pytest.fixture(scope="module")
def parts(package: Sequence[Module]) -> set[str]:
    return {module.part for module in package}


def test_every_part_has_a_place_in_the_drawing(parts: set[str]) -> None:
    assert {"model", "errors", "service"} <= parts
    assert parts <= set(MAY_IMPORT), f"not in the drawing: {sorted(parts - set(MAY_IMPORT))}"


def test_parts_import_downwards_only(package: Sequence[Module], parts: set[str]) -> None:
    seen = sum(1 for module in package for _, name in imports(module) if name.startswith("enduse."))
    assert seen > len(parts), "hardly any import was seen: the walk is broken"
    assert not (lines := forbidden(package, parts)), "\n".join(lines)


@pytest.mark.parametrize(
    ("place", "source", "caught"),
    [
        ("src/enduse/export/a.py", "from enduse.extract.gate import Gate", "extract"),
        ("src/enduse/export/a.py", "def f():\n    from ..extract import gate", "extract"),
        ("src/enduse/export/a.py", "from .. import intake", "intake"),
        ("src/enduse/cli/a.py", "import enduse.export.csv", "export"),
        ("src/enduse/model/a.py", "from ..lexicon.models import open_model", "lexicon"),
        ("src/enduse/lexicon/__init__.py", "from ..service import reading", "service"),
        ("src/enduse/service/a.py", "import importlib\nimportlib.import_module('enduse.cli.main')", "cli"),
        ("src/enduse/extract/a.py", "import training.rows", "training"),
    ],
)
def test_the_rule_catches_each_way_to_write_an_import(
    make_module: type[Module], parts: set[str], place: str, source: str, caught: str
) -> None:
    name = place.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    lines = forbidden([make_module(place, name, source)], parts | {"intake", "extract", "cli"})
    assert len(lines) == 1
    assert lines[0].endswith(f"may not import [{caught!r}]")


def test_the_ground_needs_only_the_standard_library(package: Sequence[Module]) -> None:
    ground = [module for module in package if module.part in GROUND]
    assert ground
    foreign = [
        f"{module.place}:{line} imports {name}"
        for module in ground
        for line, name in imports(module)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "enduse"}
    ]
    assert not foreign, "\n".join(foreign)


def test_rooms_that_compute_touch_no_file_socket_or_database(package: Sequence[Module]) -> None:
    computing = [module for module in package if module.part not in EDGES]
    assert computing
    lines = [
        f"{module.place}:{node.lineno} calls {_called(node)}()"
        for module in computing
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _called(node) in TOUCHING_CALLS
    ]
    lines += [f"{m.place}:{line} imports {name}" for m in computing for line, name in imports(m) if _touches(name)]
    assert not lines, "\n".join(lines)


def _touches(name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in TOUCHING_MODULES)


def test_only_the_doors_read_the_environment(package: Sequence[Module]) -> None:
    lines = [
        f"{module.place} reads the environment; take the value as an argument: {ast.unparse(node)}"
        for module in package
        if module.part not in ENVIRONMENT_READERS
        for node in ast.walk(module.tree)
        if _reads_environment(node)
    ]
    assert not lines, "\n".join(lines)


def _reads_environment(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return ast.unparse(node.func) in {"os.getenv", "os.environ.get", "getenv", "environ.get"}
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        return ast.unparse(node.value).endswith("environ")
    return False
