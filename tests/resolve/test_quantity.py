"""Phrases of quantity are read as quantities.tsv says; whatever the phrase, nothing is raised or reversed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.model.quantity import Measure, Number, Quantity, QuantityRule
from enduse.resolve.quantity import parse_quantities, parse_quantity

WORDS = """a an the about some at least up to more than nearly between and or of in - , $ £ % half two twenty hundred
thousand million billions dozens several few couple pair quarter third most all no none 12 1,200 3.5 400m 2bn 122mm T-72
F-16s launchers missiles crates tons dollars pounds percent strong fighters their equipment first 2015 March ½ 1/3 +
multi plus odd if not even hundreds worth dozen""".split()  # noqa: SIM905
PHRASES = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=60)


def cell(number: Number | None) -> str:
    return "" if number is None else f"{number:.4g}" if isinstance(number, float) else str(number)


def test_phrases_are_read_as_the_table_says(cases: Callable[[str], list[dict[str, str]]]) -> None:
    rows = cases("quantities.tsv")
    assert len(rows) >= 300
    wrong = []
    for row in rows:
        found = parse_quantity(row["phrase"], weapon=row["weapon"] or None)
        got = [
            cell(found.low),
            cell(found.best),
            cell(found.high),
            found.measure,
            found.unit or "",
            found.of or "",
            found.rule,
        ]
        if got != [row[name] for name in ("low", "best", "high", "measure", "unit", "of", "rule")]:
            wrong.append(f"{row['phrase']!r}: {[str(part) for part in got]}")
    assert not wrong, "\n".join(wrong)


def test_every_rule_has_a_case(cases: Callable[[str], list[dict[str, str]]]) -> None:
    rows = cases("quantities.tsv")
    assert {row["rule"] for row in rows} == set(QuantityRule)
    assert {row["measure"] for row in rows} == set(Measure)


def test_every_rule_and_measure_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "resolve.md").read_text("utf-8")
    assert [name for name in [*QuantityRule, *Measure] if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("10 launchers and 60 missiles", [(10, "launcher"), (60, "missile")]),
        ("two Patriot batteries and 100 missiles", [(2, "battery"), (100, "missile")]),
        ("a batch of 40 launchers", [(1, "batch"), (40, "launcher")]),
        ("$1.15 billion sale of 150 tanks", [(1_150_000_000, "USD"), (150, "tank")]),
        ("12 F-16s and four 122mm rockets", [(12, "F-16"), (4, "rocket")]),
        ("34 fighters, five vehicles", [(34, "fighter"), (5, "vehicle")]),
    ],
)
def test_several_quantities_are_told_apart(phrase: str, told: list[tuple[int, str]]) -> None:
    assert [(quantity.best, quantity.unit) for quantity in parse_quantities(phrase)] == told


def test_phrase_without_a_quantity_gives_one_that_says_so() -> None:
    assert parse_quantities("") == (Quantity(None, None, None, Measure.UNKNOWN, QuantityRule.NOT_FOUND),)


def test_number_too_long_to_be_meant_is_no_count() -> None:
    assert parse_quantity("9" * 400).rule is QuantityRule.NOT_A_COUNT


@given(
    PHRASES, st.none() | st.sampled_from(["TOW missiles", "military aid", "F-35 squadrons", ""]) | st.text(max_size=20)
)
def test_no_phrase_raises_or_gives_a_reversed_interval(phrase: str, weapon: str | None) -> None:
    for quantity in parse_quantities(phrase, weapon=weapon):
        numbers = [n for n in (quantity.low, quantity.best, quantity.high) if n is not None]
        assert numbers == sorted(numbers)
        assert quantity.why
    assert parse_quantity(phrase, weapon=weapon) in parse_quantities(phrase, weapon=weapon)


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_blanks_and_case_change_nothing(phrase: str) -> None:
    def bare(spelling: str) -> list[tuple[object, ...]]:
        found = parse_quantities(spelling)
        return [(q.low, q.best, q.high, q.measure, q.rule, (q.unit or "").lower(), (q.of or "").lower()) for q in found]

    assert bare(phrase) == bare(phrase.upper()) == bare(f"  {phrase.replace(' ', chr(160) + ' ')}\n")
