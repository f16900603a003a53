"""Code keeps to the size of a page: rule 8 of the house, for the package, its tests and the training scripts."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.house.conftest import Module

FUNCTION_LINES = 60
MODULE_LINES = 400
PARAMETERS = 6
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(module: Module) -> Iterator[Function]:
    yield from (node for node in ast.walk(module.tree) if isinstance(node, Function))


def parameters(function: Function) -> int:
    """How many parameters a caller may give: self and cls are not given."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    own = bool(named) and named[0].arg in {"self", "cls"}
    return len(named) - own + (arguments.vararg is not None) + (arguments.kwarg is not None)


def lines(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_keep_to_a_page(all_modules: Sequence[Module]) -> None:
    found = [(module, function) for module in all_modules for function in functions(module)]
    assert len(found) > 50
    long = [
        f"{module.place}:{function.lineno} {function.name}() has {lines(function)} lines; at most {FUNCTION_LINES}"
        for module, function in found
        if lines(function) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_functions_take_few_parameters(all_modules: Sequence[Module]) -> None:
    many = [
        f"{module.place}:{function.lineno} {function.name}() takes {parameters(function)}; at most {PARAMETERS}"
        for module in all_modules
        for function in functions(module)
        if parameters(function) > PARAMETERS
    ]
    assert not many, "\n".join(many)


def test_modules_keep_to_four_hundred_lines(all_modules: Sequence[Module]) -> None:
    long = [
        f"{module.place} has {count} lines; at most {MODULE_LINES}"
        for module in all_modules
        if (count := len(module.source.splitlines())) > MODULE_LINES
    ]
    assert not long, "\n".join(long)


def test_modules_are_named_for_what_they_hold(all_modules: Sequence[Module]) -> None:
    vague = [m.place for m in all_modules if m.name.rpartition(".")[2].removeprefix("test_").strip("_") in EMPTY_NAMES]
    assert not vague, f"a helper lives with the noun it helps: {vague}"


def test_parameters_are_counted_as_a_caller_gives_them() -> None:
    source = "class A:\n def f(self, a, /, b, *c, d, **e): ...\n async def g(x): ...\n @classmethod\n def h(cls): ..."
    counted = {node.name: parameters(node) for node in ast.walk(ast.parse(source)) if isinstance(node, Function)}
    assert counted == {"f": 5, "g": 1, "h": 0}
