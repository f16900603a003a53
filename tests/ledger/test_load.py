"""What a dump holds that does not fit is left out line by line, with the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from enduse.ledger.dump import lines
from enduse.ledger.load import load
from enduse.ledger.store import Ledger


def dump(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(lines(connection))


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        ("text", {"text": "other"}, "does not have the sha256"),
        ("document", {"url": "https://other.example"}, "does not fit its content"),
        ("claim", {"stance": "denied"}, "does not fit its content"),
        ("claim", {"stance": "perhaps"}, "is no claim"),
        ("reading", {"sha256": "0"}, "names text 0"),
        ("extraction", {"claim": "clm-0"}, "names claim clm-0"),
        ("extraction", {"score": "high"}, "has the score 'high'"),
        ("extraction", {"reader": None}, "it has no reader in words"),
        ("reading", {"added_at": "soon"}, "was added at 'soon'"),
        ("text", {"text": None}, "it has no text in words"),
        ("document", {"title": ["Rockets"]}, "is no document"),
        ("claim", {"roles": "supplier"}, "is no claim"),
        ("text", {"text": "\ud800"}, "is no JSON"),
        ("text", {"kind": ["text"]}, "is of kind ['text']"),
        ("text", {"kind": "painting"}, "is of kind 'painting'"),
    ],
)
def test_line_that_does_not_fit_is_left_out(
    ledger: Ledger, tmp_path: Path, kind: str, change: dict[str, str | list[str] | None], said: str
) -> None:
    given = dump(ledger)
    at = next(n for n, line in enumerate(given) if json.loads(line)["kind"] == kind)
    given[at] = json.dumps({**json.loads(given[at]), **change})
    with Ledger.open(str(tmp_path / "b.db"), create=True) as second:
        failed = load(second, given, "x.jsonl").failed
        assert failed[0].where == f"x.jsonl:{at + 1}"
        assert said in failed[0].what
        load(second, dump(ledger), "x.jsonl")
        assert sorted(dump(second)) == sorted(dump(ledger))


@pytest.mark.parametrize("line", ["{", "[]", "{}", '"text"', "[" * 100_000, "9" * 5_000])
def test_line_that_is_no_record_is_told(ledger: Ledger, line: str) -> None:
    failed = load(ledger, [line], "x.jsonl").failed
    assert [(f.where, "`enduse export jsonl`" in f.what) for f in failed] == [("x.jsonl:1", True)]
