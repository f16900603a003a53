"""What changed between two lists of plans is told once, with the claims that made it."""

from __future__ import annotations

from dataclasses import replace

from tests.link.test_plans import DEAL, PLAN, SENT, listed
from tests.link.told import kept

from enduse.link.watch import changes
from enduse.model.plan import TriggerLevel

PLANNED = kept(
    "transfer planned stated: {supplier:Norland} will arm {recipient:Brezova} if {condition:the truce in Selin ends}.",
    "2031-04-12",
)
OVER = kept("ceasefire collapsed stated: The truce in {place:Selin} is over.", "2031-05-01")


def test_nothing_new_is_no_news() -> None:
    assert list(changes(listed(PLAN, SENT), listed(PLAN, SENT))) == []


def test_condition_reported_met_is_told_with_its_claims() -> None:
    (news,) = changes(listed(PLANNED), listed(PLANNED, OVER))
    assert (news.what, news.plan) == ("condition met", PLANNED.claim.id)
    assert news.text == "“the truce in Selin ends”: level 0 → 3, reported met by 1 independent report"
    assert [told.claim for told in news.by] == [OVER.claim.id]
    (back,) = changes(listed(PLANNED, OVER), listed(PLANNED))
    assert (back.what, "level 3 → 0" in back.text) == ("condition", True)


def test_loose_tie_is_told_as_what_may_be() -> None:
    plan = kept(
        "transfer planned stated: {supplier:Norland} arms {recipient:Selin} if {condition:the truce ends}.",
        "2031-04-12",
    )
    ended = kept("ceasefire collapsed stated: The truce of {party:Norland} is over.", "2031-05-01")
    assert [one.what for one in changes(listed(plan), listed(plan, ended))] == ["condition may be met"]


def test_new_outcomes_and_statements_are_told() -> None:
    again = kept("transfer promised stated: " + DEAL.format("promises to send"), "2031-05-01")
    news = list(changes(listed(PLAN), listed(PLAN, SENT, again)))
    assert [(one.what, [told.claim for told in one.by]) for one in news] == [
        ("delivered", [SENT.claim.id]), ("statement", [again.claim.id]), ("plan", [again.claim.id]),
        ("delivered", [SENT.claim.id]),
    ]  # fmt: skip
    assert news[0].text.startswith("something that fits is reported delivered, now by 1 independent report")


def test_plan_that_is_no_longer_listed_is_told() -> None:
    assert [one.what for one in changes(listed(PLAN), [])] == ["gone"]


def test_a_day_that_has_come_is_no_report() -> None:
    dated = kept("transfer planned stated: {supplier:Norland} will send rifles after {condition:1 May}.")
    (plan,) = listed(dated)
    condition = replace(plan.conditions[0], level=TriggerLevel.REPORTED, wording="has come by the calendar")
    (news,) = changes([plan], [replace(plan, conditions=(condition,))])
    assert news.what == "condition"


def test_plan_that_is_found_to_be_a_copy_of_another_is_no_news() -> None:
    (plan,) = listed(PLAN)
    other = replace(plan, told=replace(plan.told, claim="clm-other"))
    folded = replace(other, copies=(plan.told,))
    assert list(changes([plan, other], [folded])) == []
    assert [one.what for one in changes([folded], [plan, other])] == ["plan"]
