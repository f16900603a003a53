"""Cases before a plan are found alike field by field, and what was not reported of them is said."""

from __future__ import annotations

from datetime import date

from tests.link.told import kept, no_lands, of_one_text

from enduse.link.precedents import Before, precedents_of
from enduse.link.scope import folded
from enduse.model.kept import KeptClaim
from enduse.model.precedent import Precedents

CODES = {"supplier": "us-cia", "weapon": "air_defence.manpads"}
DEAL = "{{supplier:The Service}} {} {{weapon:missiles}} to {{recipient:{}}}."
PLAN = kept("transfer planned stated: " + DEAL.format("will send", "rebels"), "2031-04-12",
            **CODES, recipient="rebels|class_actor")  # fmt: skip


def given(who: str, day: str | None, code: str = "", status: str = "occurred stated", **more: str) -> KeptClaim:
    line = f"transfer {status}: On {day} " + DEAL.format("sent", who)
    return kept(line, day, **{**CODES, "recipient": code or folded(who).replace(" ", "_"), **more})


OLD = given("the Harsa Brigade", "2025-03-01")
LOST = kept("diversion occurred stated capture: {to:the Front} took {weapon:missiles} from {from:the Harsa Brigade}.",
            "2025-09-01", **{"from": "harsa_brigade", "weapon": "air_defence.manpads"})  # fmt: skip


def found(*claims: KeptClaim, plan: KeptClaim = PLAN, horizon: int = 365, limit: int = 9) -> Precedents:
    before = Before(
        claims, {}, no_lands, lambda kept_: (kept_.claim.sentence.text,), (plan.claim.sentence.text,)
    )  # fmt: skip
    return precedents_of(plan, before, horizon=horizon, limit=limit)


def test_case_says_in_which_fields_it_is_alike_and_what_came_after() -> None:
    (case,) = found(OLD, LOST).cases
    assert case.alike == ("supplier class", "weapon class")
    assert [(outcome.kind.value, str(outcome.reports)) for outcome in case.outcomes] == [
        ("diverted", "1 independent report")
    ]
    assert (case.no_outcome, case.named, str(case.reports)) == (None, False, "1 independent report")


def test_what_is_not_reported_is_no_success() -> None:
    (case,) = found(OLD).cases
    assert case.no_outcome == "no outcome reported within 365 days, in this ledger; that is no success"
    assert found(OLD, LOST, horizon=30).cases[0].outcomes == ()
    nobody = given("rebels", "2025-03-01", "rebels|class_actor")
    assert found(nobody).cases[0].no_outcome == "nothing can be tied: no claim names who received it"


def test_more_deliveries_are_no_outcome_and_denials_are() -> None:
    again = given("the Harsa Brigade", "2025-08-01")
    denied = given("the Harsa Brigade", "2025-03-02", status="occurred denied")
    case = next(case for case in found(OLD, again, denied).cases if case.day == date(2025, 3, 1))
    assert [outcome.kind.value for outcome in case.outcomes] == ["denied"]
    assert case.reports.claims == 1


def test_what_is_no_case_is_counted_with_its_reason() -> None:
    claims = (
        given("the Dorn Brigade", "2025-03-01", status="planned stated"),
        given("the Selin Brigade", "2025-03-01", status="occurred denied"),
        given("the Nordby Brigade", None),
        given("the Lake Brigade", "2031-05-01"),
        given("the army of Sulmar", "2025-03-01", "br-mil"),
        given("the Ember Brigade", "2025-03-01", weapon="armour.tank", supplier="us"),
    )
    assert found(*claims).cases == ()
    assert found(*claims).left_out == (
        "alike in too little: 2", "later than the plan: 1", "planned, promised, called for or refused only: 1",
        "told only by who denies it: 1", "without a day: 1",
    )  # fmt: skip


def test_diversion_whose_transfer_nobody_reports_is_a_case_of_its_own() -> None:
    lost = kept("diversion occurred stated theft: {weapon:missiles} were stolen from {from:rebels}.", "2026-01-01",
                **{"from": "rebels|class_actor", "weapon": "air_defence.manpads"})  # fmt: skip
    (case,) = found(lost).cases
    assert (case.basis, case.alike) == ("diversion alone", ("recipient class", "weapon class"))
    assert [outcome.kind.value for outcome in case.outcomes] == ["diverted"]


def test_case_of_the_plans_own_article_is_named() -> None:
    plan, own = of_one_text(PLAN, given("the Harsa Brigade {time:in 2025}", "2031-04-12", time="2025-01-01/2025-12-31"))
    asked = found(own, plan=plan)
    assert [case.named for case in asked.cases] == [True]


def test_most_alike_come_first_and_what_is_beyond_the_limit_is_counted() -> None:
    other = given("rebels", "2024-03-01", "rebels|class_actor")
    assert [len(case.alike) for case in found(OLD, other).cases] == [3, 2]
    assert "beyond the 1 that are shown: 1" in found(OLD, other, limit=1).left_out


def test_plan_that_tells_too_little_says_so() -> None:
    bare = kept("transfer planned stated: {weapon:missiles} will be sent.", weapon="air_defence.manpads")
    assert (
        found(OLD, plan=bare).left_out[-1]
        == "of supplier, recipient and weapon class the plan must tell two, and tells: 1"
    )
