"""A ledger is grouped from the beginning with a part of it in memory, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.dossier import kept
from tests.service.test_grouping import keep, kept_events, made_events

from enduse.ledger import groups
from enduse.ledger.store import Ledger
from enduse.service import grouping, regrouping

CODES = {"supplier": "no", "weapon": "armour.tank", "recipient": "br"}
LINE = "transfer {} stated: {{supplier:S}} sends {{weapon:W}} to {{recipient:R}} in {}, {}."
YEARS = [
    kept(LINE.format(status, year, status), day=f"{year}-{month}-0{day}", outlet=f"{status} {year}", codes=CODES)
    for year in (2029, 2030, 2031)
    for month, day, status in (("01", 2, "planned"), ("01", 4, "promised"), ("11", 3, "occurred"))
]
UNDATED = kept(LINE.format("halted", "no year", "halted"), day=None, outlet="Nobody", codes=CODES)


@pytest.mark.parametrize("at_once", [2, 4_000])
def test_events_of_many_years_are_written_as_they_are_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(regrouping, "CLAIMS_AT_ONCE", at_once)
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, [*YEARS, UNDATED])
        by_pieces = kept_events(ledger)
        grouping.regroup(ledger.where)
        assert kept_events(ledger) == by_pieces == made_events(ledger)
        assert sorted(map(len, by_pieces)) == [1, 1, 1, 1, 2, 2, 2]


def test_fields_are_kept_of_claims_with_a_day(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, [*YEARS[:2], UNDATED])
        with ledger.writing() as writer:
            groups.clear(writer.connection)
            assert regrouping.keep_facts(writer.connection) == (3, {3})
            regrouping.group_dated(writer.connection)
            assert groups.sizes(writer.connection) == (1, 1)
