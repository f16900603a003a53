"""An invented dossier is played through: after each step the plan says what is reported, and no more."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.service.dossier import STEPS, article, keep_dossier, noon, run_of

from enduse.errors import UsageError
from enduse.model.plan import Plan
from enduse.service.ledgers import view_ledger
from enduse.service.planning import kept_of, lands_lookup, plans, today, watch

PLAN = article(0).extractions[0].claim.id


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return keep_dossier(str(tmp_path_factory.mktemp("dossier") / "x.db"))


def plan_after(place: str, step: int) -> Plan:
    (plan,) = plans(place, as_of=noon(step))
    return plan


@pytest.mark.parametrize(
    ("step", "level", "wording", "word"),
    [
        (0, "0", "condition not reported met", "planned, conditional"),
        (1, "0", "condition not reported met", "planned, conditional"),
        (2, "1", "under strain", "planned, conditional"),
        (3, "3", "reported met by 1 independent report", "planned, condition reported met"),
        (4, "4", "reported met by 2 independent reports", "planned, condition reported met"),
        (7, "4", "reported met by 2 independent reports", "planned, condition reported met"),
        (8, "R", "reopened: agreed reported since", "planned, conditional"),
    ],
)
def test_condition_lights_up_and_falls_back(place: str, step: int, level: str, wording: str, word: str) -> None:
    plan = plan_after(place, step)
    (condition,) = plan.conditions
    assert condition.words == "the truce in Brezova collapses"
    assert (condition.level, condition.wording, plan.word) == (level, wording, word)


def test_history_and_its_claims_are_kept(place: str) -> None:
    (condition,) = plan_after(place, 8).conditions
    assert [(change.day.isoformat(), change.level) for change in condition.history] == [
        ("2031-09-15", "1"), ("2031-09-19", "3"), ("2031-09-21", "4"), ("2031-12-30", "R"),
    ]  # fmt: skip
    assert [told.source for told in condition.history[2].by] == ["the army", "Nordby Times"]


@pytest.mark.parametrize(
    ("step", "outcomes"),
    [
        (4, []),
        (5, ["delivered"]),
        (6, ["delivered", "denied"]),
        (7, ["delivered", "denied", "diverted"]),
    ],
)
def test_what_is_reported_afterwards_stands_side_by_side(place: str, step: int, outcomes: list[str]) -> None:
    plan = plan_after(place, step)
    assert [outcome.kind.value for outcome in plan.outcomes] == outcomes
    assert plan.told.label == "planned"


@pytest.mark.parametrize(
    ("step", "what"),
    [
        (0, ["plan"]), (1, []), (2, ["condition"]), (3, ["condition met"]), (4, ["condition met"]), (5, ["delivered"]),
        (6, ["denied"]), (7, ["diverted"]), (8, ["condition"]),
    ],
)  # fmt: skip
def test_watch_tells_what_each_run_changed(place: str, step: int, what: list[str]) -> None:
    assert [one.what for one in watch(place, run_of(step).id, as_of=noon(step))] == what


def test_watch_since_a_day_tells_all_that_came_after(place: str) -> None:
    news = watch(place, "2031-09-20", as_of="2031-11-01")
    assert [one.what for one in news] == ["condition met", "delivered", "denied", "diverted"]
    assert all(one.plan == PLAN for one in news)
    assert watch(place, "2031-12-31", as_of="2032-01-01") == []


def test_plans_can_be_narrowed(place: str) -> None:
    assert len(plans(place, words="launchers NOT tanks", conditional=True)) == 1
    assert plans(place, words="tanks") == []


@pytest.mark.parametrize(
    ("since", "as_of", "said"),
    [
        ("spring", None, "since is 'spring'; write UTC"),
        ("run-0", None, "no run 'run-0'"),
        ("2031-05-01", "2031-04-01", "later than as_of"),
    ],
)
def test_watch_that_cannot_be_says_why(place: str, since: str, as_of: str | None, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        watch(place, since, as_of=as_of)


def test_day_must_be_a_day(place: str) -> None:
    with pytest.raises(UsageError, match="day is 'May'"):
        plans(place, day="May")


def test_claims_are_put_together_in_the_order_asked(place: str) -> None:
    with view_ledger(place) as ledger, ledger.reading() as connection:
        assert [kept.row for kept in kept_of(connection, [3, 1], None)] == [3, 1]


def test_countries_of_codes_of_the_registers() -> None:
    lands_of = lands_lookup()
    assert lands_of("place", "sy") == {"sy"}
    assert lands_of("actor", "sy-rebels") == {"sy"}
    assert lands_of("place", "no-such-row") == frozenset()


def test_today_is_a_day_of_utc() -> None:
    assert abs((today() - datetime.now(UTC).date()).days) <= 1


def test_dossier_has_nine_steps(tmp_path: Path) -> None:
    assert len(STEPS) == 9
    assert plans(keep_dossier(str(tmp_path / "none.db"), 0)) == []
