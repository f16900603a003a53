"""Roles with marks of their own are found by those marks."""

from __future__ import annotations

import pytest
from training.frames.parse import parse
from training.frames.patterns import patterns


def found(sentence: str, role: str) -> list[str]:
    parsed = parse(sentence)
    return [sentence[parsed.bounds[a][0] : parsed.bounds[b - 1][1]] for a, b in patterns(parsed)[role]]


@pytest.mark.parametrize(
    ("sentence", "role", "fillers"),
    [
        ("Averna's minister said Korvia had sent rifles.", "claimant", ["Averna's minister"]),
        ('"We sent rifles," said the minister.', "claimant", ["the minister"]),
        ("Rifles were sent, according to two officials.", "claimant", ["two officials"]),
        ("Rifles were sent to Averna.", "claimant", []),
        ("Korvia will send tanks unless the truce holds.", "condition", ["the truce holds"]),
        ("Korvia will send tanks, provided that Averna pays.", "condition", ["Averna pays"]),
        ("Korvia sent tanks to defend the port.", "purpose", ["defend the port"]),
        ("Korvia went to defend the port.", "purpose", []),
        ("Korvia sent tanks on Tuesday.", "time", ["on Tuesday"]),
        ("Korvia has sent tanks since March 2031.", "time", ["since March 2031"]),
        ("Korvia sent about 40 tanks.", "quantity", ["about 40"]),
        ("Korvia sent 40 monks.", "quantity", []),
    ],
)
def test_patterns_find_what_their_marks_lead_to(sentence: str, role: str, fillers: list[str]) -> None:
    assert found(sentence, role) == fillers
