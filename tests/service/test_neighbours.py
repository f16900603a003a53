"""Plans judged by their neighbours are the plans that all claims give."""

from __future__ import annotations

import pytest
from tests.service.dossier import STEPS, article, keep_dossier

from enduse.ledger.store import Ledger
from enduse.service import neighbours, planning
from enduse.service.grouping import catch_up
from enduse.service.planning import PlanFilter, kept_of, lands_lookup, plan_page, plans, watch


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_dossier(str(tmp_path_factory.mktemp("dossier") / "x.db"))


def test_page_is_what_all_claims_give(place: str) -> None:
    page = plan_page(place)
    assert list(page.plans) == plans(place)
    assert (page.after, page.beyond) == (None, 0)
    assert plan_page(place, PlanFilter(as_of="2031-09-20")).plans == tuple(plans(place, as_of="2031-09-20"))
    assert plan_page(place, PlanFilter(conditional=True)).plans == page.plans
    assert plan_page(place, PlanFilter(words="nowhere")).plans == ()
    assert plan_page(place, after=1).plans == ()


def test_neighbours_are_all_that_matters(place: str) -> None:
    with Ledger.open(place) as ledger:
        catch_up(ledger)
        with ledger.reading() as connection:
            wanted = kept_of(connection, [1], None)
            beside = neighbours.neighbours(connection, wanted, lands_lookup())
            assert beside.rows == set(range(1, len(STEPS) + 1)) - {None}
            assert neighbours.plans_touched(connection, []) == set()


def test_more_than_is_looked_at_is_counted(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "MOST", 1)
    assert plan_page(place).beyond == 1


@pytest.mark.parametrize("since", ["2031-09-14", "2031-09-20", "2031-10-03", "2031-10-31", "2031-12-29", "2032-01-01"])
def test_watch_tells_the_same_of_what_is_touched_and_of_all(
    place: str, since: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched = watch(place, since)
    monkeypatch.setattr(planning, "MANY", -1)
    assert touched == watch(place, since)
    assert bool(touched) == (since < "2032")


def test_dossier_begins_with_the_plan() -> None:
    assert article(0).extractions[0].claim.status == "planned"
