"""A plan is labelled by its status and by what is reported of its condition; reports are counted in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from enduse.model.plan import Condition, ConditionKind, Plan, Predicate, Reports, Told, TriggerLevel

TOLD = Told("clm-1", date(2031, 4, 11), "promised", "stated", "It will.", "the army", "Herald", "")
CONDITION = Condition("the truce ends", ConditionKind.CEASEFIRE, Predicate.ENDS, TriggerLevel.NOTHING, "not reported")
PLAN = Plan(TOLD, "transfer", {}, ("doc-1",), (CONDITION,), (), ())


@pytest.mark.parametrize(
    ("level", "loose", "word"),
    [
        ("0", False, "promised, conditional"),
        ("1", False, "promised, conditional"),
        ("2", False, "promised, condition reported met by one side"),
        ("3", False, "promised, condition reported met"),
        ("4", False, "promised, condition reported met"),
        ("4", True, "promised, conditional"),
        ("R", False, "promised, conditional"),
    ],
)
def test_word_follows_the_level_of_a_firm_tie_only(level: str, loose: bool, word: str) -> None:
    condition = replace(CONDITION, level=TriggerLevel(level), loose=loose)
    assert replace(PLAN, conditions=(condition,)).word == word


def test_plan_without_a_condition_is_its_status() -> None:
    assert replace(PLAN, conditions=()).word == "promised"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(1, 1, "1 independent report"), (1, 3, "1 to 3 independent reports"), (2, 2, "2 independent reports")],
)
def test_reports_are_an_interval(low: int, high: int, said: str) -> None:
    assert str(Reports(5, 4, low, high)) == said
