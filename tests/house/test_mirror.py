"""A test lies where its reader looks: src/enduse/extract/gate.py is tested by tests/extract/test_gate.py."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.house.conftest import Module

UNMIRRORED = {"house", "contracts", "gold", "fixtures"}
"""Folders of tests that mirror no part of the package; tests/training mirrors training/."""


def home_of_test(place: str) -> str:
    """Where the test of a module belongs; that of `__init__.py` is test_init.py."""
    inner = PurePosixPath(place.removeprefix("src/enduse/"))
    return str("tests" / inner.with_name(f"test_{inner.stem.strip('_')}.py"))


def has_code(module: Module) -> bool:
    """Whether there is anything to run in a module: a function that is more than a promise."""
    functions = [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return any(not _is_stub(function) for function in functions)


def _is_stub(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in function.body)


def test_every_module_with_code_has_its_test_file(package: Sequence[Module], root: Path) -> None:
    wanted = [(m.place, home_of_test(m.place)) for m in package if has_code(m) and not m.place.endswith("__.py")]
    assert len(wanted) > 10
    missing = [f"{place} has no {test}" for place, test in wanted if not (root / test).is_file()]
    assert not missing, "\n".join(missing)


def test_every_test_file_has_its_module(all_modules: Sequence[Module]) -> None:
    mirrored = {home_of_test(module.place) for module in all_modules if not module.place.startswith("tests/")}
    files = [PurePosixPath(module.place) for module in all_modules if module.place.startswith("tests/")]
    tests = [place for place in files if place.name.startswith("test_")]
    assert tests
    strays = [str(place) for place in tests if place.parts[1] not in UNMIRRORED and str(place) not in mirrored]
    assert not strays, f"these mirror no module: {strays}"


def test_every_module_of_the_house_rules_is_a_test(all_modules: Sequence[Module]) -> None:
    house = [PurePosixPath(m.place).name for m in all_modules if m.place.startswith("tests/house/")]
    assert len(house) > 5
    assert all(name == "conftest.py" or name.startswith("test_") for name in house)
