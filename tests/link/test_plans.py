"""Plans are listed with what fits them later, by supplier, recipient and kind of weapon; a plan is never an event."""

from __future__ import annotations

from datetime import date

from tests.link.told import kept, no_lands, of_one_text

from enduse.link.plans import Known, is_plan, plans_of
from enduse.model.kept import KeptClaim
from enduse.model.period import Period, PeriodRule, Precision
from enduse.model.plan import Plan

DEAL = "{{supplier:Norland}} {} {{weapon:Ember launchers}} to {{recipient:Brezova}}."
PLAN = kept("transfer planned stated: " + DEAL.format("will send"), "2031-04-12")
SENT = kept("transfer occurred stated: " + DEAL.format("sent"), "2031-06-01")


def listed(*claims: KeptClaim) -> list[Plan]:
    never = Period(None, None, Precision.UNKNOWN, PeriodRule.NOT_FOUND)
    return plans_of(claims, Known(claims, {}, no_lands, lambda words, day: never, date(2031, 12, 1)))


def test_only_what_lies_ahead_and_is_not_denied_is_a_plan() -> None:
    assert [plan.told.claim for plan in listed(PLAN, SENT)] == [PLAN.claim.id]
    assert not is_plan(kept("transfer planned denied: {supplier:Norland} will send nothing."))
    assert is_plan(kept("ceasefire proposed stated: {party:Averna} offers a truce if {condition:Brezova withdraws}."))
    assert not is_plan(kept("ceasefire proposed stated: {party:Averna} offers a truce."))


def test_what_is_reported_later_stands_beside_the_plan_and_does_not_change_its_status() -> None:
    halted = kept("transfer halted stated: " + DEAL.format("stopped sending"), "2031-06-02")
    denied = kept("transfer occurred denied: " + DEAL.format("never sent"), "2031-06-03")
    lost = kept("diversion occurred stated capture: {to:the Front} took {weapon:Ember launchers} from {from:Brezova}.",
                "2031-06-04")  # fmt: skip
    (plan,) = listed(PLAN, SENT, halted, denied, lost)
    assert [outcome.kind.value for outcome in plan.outcomes] == ["delivered", "halted", "denied", "diverted"]
    assert str(plan.outcomes[0].reports) == "1 independent report"
    assert "not known to be the same" in plan.outcomes[0].why
    assert (plan.told.label, plan.word) == ("planned", "planned")


def test_said_again_is_told_unless_somebody_denies() -> None:
    again = kept("transfer promised stated: " + DEAL.format("promises to send"), "2031-05-01")
    denied = kept("transfer planned denied: " + DEAL.format("will not send"), "2031-05-02")
    assert [told.claim for told in listed(PLAN, again)[0].also] == [again.claim.id]
    assert listed(PLAN, again, denied)[0].also == ()


def test_earlier_deliveries_and_other_deals_do_not_fit() -> None:
    early = kept("transfer occurred stated: " + DEAL.format("once sent"), "2031-04-01")
    recalled = kept("transfer occurred stated: " + DEAL.format("sent").replace("}.", "} {time:in 2030}."), "2031-06-01",
                    time="2030-01-01/2030-12-31")  # fmt: skip
    other = kept("transfer occurred stated: {supplier:Tessaly} sent {weapon:Ember launchers} to {recipient:Brezova}.",
                 "2031-06-01")  # fmt: skip
    assert listed(PLAN, early, recalled, other)[0].outcomes == ()


def test_plan_in_copies_of_its_article_is_listed_once_with_them() -> None:
    line = "transfer planned stated: " + DEAL.format("will send")
    copy = kept(line.replace(".", ", it is said."), "2031-04-13", "Selin Courier")
    other = kept(line.replace("Ember launchers", "rifles"), "2031-04-13", "Selin Courier")
    never = Period(None, None, Precision.UNKNOWN, PeriodRule.NOT_FOUND)
    reports = {kept_.claim.document_sha256: "one" for kept_ in (PLAN, copy, other)}
    known = Known([copy, PLAN, other], reports, no_lands, lambda words, day: never, date(2031, 12, 1))
    first, second = plans_of([copy, PLAN, other], known)
    assert (first.told.claim, [told.claim for told in first.copies]) == (PLAN.claim.id, [copy.claim.id])
    assert set(first.documents) == {PLAN.documents[0].id, copy.documents[0].id}
    assert (first.also, second.copies) == ((), ())


def test_article_that_says_a_plan_twice_has_it_twice() -> None:
    once, twice = of_one_text(PLAN, kept("transfer planned stated: Indeed, " + DEAL.format("will send"), "2031-04-12"))
    assert [plan.copies for plan in listed(once, twice)] == [(), ()]


def test_word_tells_how_far_the_condition_is_reported() -> None:
    line = (
        "transfer planned stated: {supplier:Norland} arms {recipient:Brezova} if {condition:the truce in Selin ends}."
    )
    plan = kept(line, "2031-04-12")
    ended = kept("ceasefire collapsed stated: The truce in {place:Selin} is over.", "2031-05-01")
    loose = kept("ceasefire collapsed stated: The truce of {party:Norland} is over.", "2031-05-01")
    assert [found.word for found in listed(plan)] == ["planned, conditional"]
    assert [found.word for found in listed(plan, ended)] == ["planned, condition reported met"]
    assert [found.word for found in listed(plan, loose)] == ["planned, conditional"]
