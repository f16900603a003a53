"""Groups that are kept and groups that are made anew give the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.link.dossier import AFFAIR
from tests.link.test_events import LATER, MORE, OTHER, TANKS
from tests.service.test_grouping import id_of, keep

from enduse.errors import UsageError
from enduse.ledger.store import Ledger
from enduse.model.kept import ClaimFilter
from enduse.service.groups import Groups, KeptGroups, MadeGroups


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as opened:
        keep(opened, (TANKS, OTHER, MORE, LATER, *AFFAIR))
        yield opened


@pytest.fixture(params=[KeptGroups, MadeGroups])
def groups(request: pytest.FixtureRequest, ledger: Ledger) -> Iterator[Groups]:
    with ledger.reading() as connection:
        yield request.param(connection, "x.db")


def test_events_are_walked_and_viewed(groups: Groups) -> None:
    stops = list(groups.walk(ClaimFilter()).stops())
    assert [(stop.event, stop.at) for stop in stops] == [(5, 9), (1, 4), (2, 2)]
    view = groups.view(1)
    assert [kept.claim.id for kept in view.claims] == [id_of(claim) for claim in (TANKS, MORE, LATER)]
    assert (view.sources.documents, groups.numbers([1, 2])) == (3, (4, 4))


def test_event_is_found_by_the_beginning_of_an_id(groups: Groups) -> None:
    assert groups.find(id_of(MORE)) == groups.find(id_of(MORE)[:20]) == groups.find(groups.event(1).id) == 1
    with pytest.raises(UsageError, match="no event and no live claim 'evt-none'"):
        groups.find("evt-none")
    with pytest.raises(UsageError, match=r"several events or claims begin with 'clm-' in x.db: clm-\w+, clm-"):
        groups.find("clm-")


def test_contradictions_are_told_at_one_of_two_events(groups: Groups) -> None:
    walk = groups.walk(ClaimFilter(), disputed=True)
    found = [
        (view.contradiction.kind.value, stop.event)
        for stop in walk.stops()
        for view in groups.contradictions(stop, walk)
    ]
    assert sorted(found) == [("admission", 5), ("existence", 5), ("supplier", 1)]
    asked = ClaimFilter(statuses=("planned",))
    walk = groups.walk(asked, disputed=True)
    assert [view for stop in walk.stops() for view in groups.contradictions(stop, walk)] != []
