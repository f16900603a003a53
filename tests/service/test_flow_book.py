"""Flows that are kept and flows that are made anew are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.test_grouping import CLAIMS, keep

from enduse.ledger.store import Ledger
from enduse.model.kept import ClaimFilter
from enduse.service.flow_book import PLACES, _after, book_of
from enduse.service.groups import KeptGroups, MadeGroups


def test_kept_and_made_flows_are_the_same(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, CLAIMS)
        with ledger.reading() as connection:
            kept, made = (book_of(groups(connection, "x")) for groups in (KeptGroups, MadeGroups))
            for asked in (ClaimFilter(), ClaimFilter(statuses=("planned",)), ClaimFilter(stances=("denied",))):
                found = sorted(kept.found(asked, None))
                assert found == sorted(made.found(asked, None))
                assert found
            for id_, _ in kept.found(ClaimFilter(), None):
                assert kept.whole(id_) == made.whole(id_)
                assert kept.beginning(id_[:20]) == made.beginning(id_[:20]) == [id_]
                assert kept.events(id_, None, 9) == made.events(id_, None, 9)


def test_flows_of_one_event_are_not_lost_between_pages() -> None:
    rows = [("a", 9), ("b", 7), ("c", 7), ("d", 7), ("e", 2)]
    whole = list(_after(rows, None))
    assert [id_ for id_, _ in whole] == ["a", "b", "c", "d", "e"]
    for place, (_, number) in enumerate(whole):
        assert list(_after(rows, number)) == whole[place + 1 :]
        assert number // PLACES == rows[place][1]


def test_pages_of_one_flow_hold_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enduse.service.flow_book.FLOWS_A_STEP", 1)
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, CLAIMS)
        with ledger.reading() as connection:
            for groups in (KeptGroups, MadeGroups):
                book = book_of(groups(connection, "x"))
                whole, paged, after = list(book.found(ClaimFilter(), None)), [], None
                while (one := next(book.found(ClaimFilter(), after), None)) is not None:
                    paged.append(one)
                    after = one[1]
                assert paged == whole
                assert len(whole) > 2
