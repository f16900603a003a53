"""Answers are compared as they are meant, and every answer that is written down names a row that the registers have."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from training.names import (
    ABSENT,
    ANSWERS,
    FRESH,
    KINDS,
    NOBODY,
    Judged,
    Verdict,
    coded_reading,
    date_verdict,
    judge_dates,
    judge_names,
    judge_quantities,
    main,
    name_verdict,
    quantity_verdict,
    table,
)
from training.paths import BENCH

from enduse.lexicon.actors import open_actors
from enduse.lexicon.places import open_places
from enduse.lexicon.weapons import open_weapons
from enduse.model import Document, Role
from enduse.model.referent import Candidate, Level, Referent, Scheme
from enduse.resolve.lookups import open_lookups
from enduse.resolve.period import parse_period
from enduse.resolve.quantity import parse_quantity
from enduse.resolve.resolver import Resolver

TEXT = "Syria sent dozens of rifles last week."
CLAIM = {
    "type": "transfer", "stance": "stated", "status": "occurred", "start": 0, "end": len(TEXT),
    "roles": {
        "supplier": [{"start": 0, "end": 5}], "quantity": [{"start": 11, "end": 17}],
        "weapon": [{"start": 21, "end": 27}], "time": [{"start": 28, "end": 37}],
    },
}  # fmt: skip


def referent(code: str | None, *candidates: str) -> Referent:
    weighed = tuple(Candidate(candidate, "named") for candidate in candidates)
    return Referent(Scheme.ACTOR, code, Level.ACTOR if code or weighed else None, "looked up", weighed)


@pytest.mark.parametrize(
    ("found", "answer", "verdict"),
    [
        (referent("sy"), "sy", Verdict.RIGHT),
        (referent("sy-gov"), "sy|sy-gov", Verdict.RIGHT),
        (referent("sy-gov"), "sy", Verdict.WRONG),
        (referent("sy"), NOBODY, Verdict.WRONG),
        (referent("sy"), ABSENT, Verdict.WRONG),
        (referent(None), NOBODY, Verdict.RIGHT),
        (referent(None), ABSENT, Verdict.ABSENT),
        (referent(None), "sy", Verdict.UNRESOLVED),
        (referent(None, "us", "tr"), "us+tr", Verdict.RIGHT),
        (referent(None, "us"), "us+tr", Verdict.UNRESOLVED),
    ],
)
def test_names_are_right_unresolved_in_no_register_or_wrong(found: Referent, answer: str, verdict: Verdict) -> None:
    assert name_verdict(found, answer) is verdict


@pytest.mark.parametrize(
    ("phrase", "answer", "measure", "verdict"),
    [
        ("at least 20", "20,,", "", Verdict.RIGHT),
        ("at least 20", "20,20,20", "", Verdict.WRONG),
        ("$5 million", "5000000,5000000,5000000", "money", Verdict.RIGHT),
        ("$5 million", "5000000,5000000,5000000", "", Verdict.WRONG),
        ("several", "", "", Verdict.RIGHT),
        ("several", "3,,", "", Verdict.UNRESOLVED),
        ("12", "", "", Verdict.WRONG),
    ],
)
def test_quantities_are_compared_by_their_bounds(phrase: str, answer: str, measure: str, verdict: Verdict) -> None:
    assert quantity_verdict(parse_quantity(phrase), answer, measure) is verdict


@pytest.mark.parametrize(
    ("phrase", "answer", "verdict"),
    [
        ("yesterday", "2031-04-10,2031-04-10", Verdict.RIGHT),
        ("since 2030", "2030-01-01,|2030-01-01,2031-04-11", Verdict.RIGHT),
        ("yesterday", "2031-04-09,2031-04-09", Verdict.WRONG),
        ("the next day", "", Verdict.RIGHT),
        ("the next day", "2031-04-12,2031-04-12", Verdict.UNRESOLVED),
    ],
)
def test_dates_are_compared_by_their_first_and_last_day(phrase: str, answer: str, verdict: Verdict) -> None:
    assert date_verdict(parse_period(phrase, date(2031, 4, 11)), answer) is verdict


def test_coded_fillers_are_looked_up_and_judged() -> None:
    reading = Resolver(open_lookups()).resolve(coded_reading(Document("d", TEXT, None, "2031-04-11"), [CLAIM]))
    judged = [
        *judge_names(reading, [(0, 5, "supplier", "sy"), (21, 27, "weapon", "small_arms.rifle")]),
        *judge_quantities(reading, [(11, 17, "role", "24,,99", ""), (6, 10, "text", "", "")]),
        *judge_dates(reading, [(28, 37, "role", "2031-03-31,2031-04-06", "")], misdated=True),
    ]
    assert [one.verdict for one in judged] == [Verdict.RIGHT] * 5
    assert [one.kind for one in judged] == ["actor", "weapon", "quantity", "quantity", "date, article dated wrongly"]


def test_table_gives_shares_by_kind_and_by_role() -> None:
    verdicts = (Verdict.RIGHT, Verdict.RIGHT, Verdict.WRONG, Verdict.UNRESOLVED)
    lines = list(table([Judged("actor", "holder", verdict, "d[0:1]", "told") for verdict in verdicts]))
    assert lines[1].split()[-8:] == ["4", "50.0%", "25.0%", "0.0%", "25.0%", "4.6%", "to", "69.9%"]
    assert [line.strip().split("  ")[0] for line in lines[1:]] == ["all role fillers", "actor", "holder"]


def answers() -> Iterator[tuple[str, str]]:
    for path in (ANSWERS, *FRESH.values()):
        for line in path.open(encoding="utf-8"):
            for _, _, role, answer in json.loads(line)["names"]:
                for code in answer.replace("+", "|").split("|"):
                    yield KINDS.get(Role(role), "actor"), code


def test_every_answer_names_a_row_of_a_register() -> None:
    actors, places, weapons = open_actors(), open_places(), open_weapons()
    known: dict[str, Callable[[str], bool]] = {
        "actor": lambda code: actors.known(code) or code.endswith("-capital"),
        "place": lambda code: actors.known(code) or bool(places.place(code).name),
        "weapon": lambda code: code in weapons.weapons or code in weapons.classes,
    }
    told = list(answers())
    assert len(told) >= 1200
    assert not [(kind, code) for kind, code in told if code not in {NOBODY, ABSENT} and not known[kind](code)]


def test_enough_is_written_down() -> None:
    rows = [json.loads(line) for line in ANSWERS.open(encoding="utf-8")]
    assert sum(len(row["names"]) for row in rows) >= 600
    assert sum(len(row["quantities"]) for row in rows) >= 200
    assert sum(len(row["dates"]) for row in rows) >= 200


@pytest.mark.parametrize("answered", ["dev", *FRESH])
def test_wrong_names_stay_few(
    answered: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["names", "--answers", answered])
    assert main() == 0
    printed = capsys.readouterr().out
    if not BENCH.exists():
        assert printed.startswith("names: skipped")
        pytest.skip("the coded articles are not beside this checkout")
    whole = next(line for line in printed.splitlines() if line.startswith("all role fillers"))
    assert float(whole.split()[-4].rstrip("%")) < 2.0
