"""Every module says on top, in one sentence, what it is for."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.house.conftest import Module

_INNER_END = re.compile(r"[.!?]\s+[A-Z]")


def objection(docstring: str | None) -> str | None:
    """What is wrong with the top of a module; None when it is one sentence."""
    if not docstring:
        return "has no docstring"
    first = docstring.split("\n\n")[0].strip()
    if not first.endswith((".", ":")):
        return f"does not end its first sentence: {first!r}"
    if _INNER_END.search(first):
        return f"says more than one sentence on top (leave a blank line after the first): {first!r}"
    return None


def test_every_module_says_in_one_sentence_what_it_is_for(all_modules: Sequence[Module]) -> None:
    found = [(module.place, objection(ast.get_docstring(module.tree))) for module in all_modules]
    assert len(found) > 20
    assert not (wrong := [f"{place} {what}" for place, what in found if what]), "\n".join(wrong)


@pytest.mark.parametrize(
    ("docstring", "fine"),
    [
        ("Reads the pages that a crawl left.", True),
        ("Cuts text: half-open\nspans, in code points.\n\nMore is said below. It may be long.", True),
        (None, False),
        ("", False),
        ("Reads pages", False),
        ("Reads pages. Writes them too.", False),
    ],
)
def test_the_rule_tells_one_sentence_from_none_and_two(docstring: str | None, fine: bool) -> None:
    assert (objection(docstring) is None) is fine
