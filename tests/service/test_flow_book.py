"""Flows that are kept and flows that are made anew are the same."""

from __future__ import annotations

from pathlib import Path

from tests.service.test_grouping import CLAIMS, keep

from enduse.ledger.store import Ledger
from enduse.model.kept import ClaimFilter
from enduse.service.flow_book import book_of
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
