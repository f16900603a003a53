"""A condition lights up level by level by later claims of its truce, and falls back when that is denied or over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from tests.link.told import kept, no_lands, of_one_text

from enduse.link.conditions import conditions_of
from enduse.link.triggers import Surroundings, condition_of, fits_attack, fits_truce
from enduse.model.kept import KeptClaim
from enduse.model.period import Period, PeriodRule, Precision
from enduse.model.plan import Condition

PLAN = kept(
    "transfer planned stated: {supplier:Norland} will arm {recipient:the rebels} in {place:Brezova}"
    " if {condition:the truce in Brezova collapses}.",
    "2031-04-12",
)


def truce(state: str, words: str, day: str | None, outlet: str = "Herald", stance: str = "stated") -> KeptClaim:
    return kept(f"ceasefire {state} {stance}: The truce in {{place:Brezova}} {words}.", day, outlet)


def judged(
    *claims: KeptClaim, plan: KeptClaim = PLAN, period: Period | None = None, day: str = "2031-12-01"
) -> Condition:
    around = Surroundings(claims, claims, (), {}, no_lands, date.fromisoformat(day))
    return condition_of(plan, conditions_of(plan)[0], period, around)


BROKEN = truce("violated", "was shelled", "2031-05-01")
OVER = truce("collapsed", "is over, {claimant:the army} said", "2031-09-19")
OVER_TOO = truce("collapsed", "has collapsed", "2031-09-20", "Courier")


@pytest.mark.parametrize(
    ("claims", "level", "said"),
    [
        ([], "0", "condition not reported met"),
        ([BROKEN], "1", "under strain"),
        ([truce("collapsed", "no longer binds us, we are no longer bound", "2031-06-01")], "2", "one party reports"),
        ([truce("in_force", "is not in force", "2031-06-01", stance="denied")], "2", "one party reports it ended"),
        ([BROKEN, OVER], "3", "reported met by 1 independent report"),
        ([BROKEN, OVER, OVER_TOO], "4", "reported met by 2 independent reports"),
        ([OVER, truce("agreed", "was agreed anew", "2031-12-01")], "R", "reopened: agreed reported since"),
        ([OVER, truce("collapsed", "stands", "2031-09-19", "Post", "denied")], "R", "reopened: denied"),
    ],
)
def test_levels(claims: Sequence[KeptClaim], level: str, said: str) -> None:
    found = judged(*claims)
    assert (found.level, found.loose) == (level, False)
    assert found.wording.startswith(said)


def test_two_outlets_of_one_source_are_one_report_at_least() -> None:
    again = truce("collapsed", "is finished, {claimant:the army} told us", "2031-09-21", "Courier")
    found = judged(OVER, again)
    assert (found.level, found.wording) == ("3", "reported met by 1 to 2 independent reports")


def test_word_of_a_guarantor_is_enough() -> None:
    brokered = kept("ceasefire agreed stated: {broker:Tessaly} brokered a truce in {place:Brezova}.", "2031-05-02")
    ended = truce("collapsed", "has ended, {claimant:Tessaly} said", "2031-09-19")
    assert judged(brokered, ended).level == "4"


def test_history_is_kept_in_order_of_days_whatever_the_order_given() -> None:
    renewed = truce("agreed", "was agreed anew", "2031-12-01")
    one, other = judged(BROKEN, OVER, renewed), judged(renewed, OVER, BROKEN)
    assert [change.level for change in one.history] == ["1", "3", "R"]
    assert one == other


def test_what_came_before_or_has_no_day_or_recalls_the_past_is_not_tied() -> None:
    before = truce("collapsed", "was over in March", "2031-03-01")
    undated = truce("collapsed", "is over", None)
    late = truce("collapsed", "is over at last", "2032-09-01")
    recalled = kept("ceasefire collapsed stated: The truce in {place:Brezova} fell {time:in 2030}.", "2031-06-01",
                    time="2030-01-01/2030-12-31")  # fmt: skip
    found = judged(before, undated, late, recalled)
    assert (found.level, found.notes[0]) == ("0", "left out, without a day: 1")


def test_truce_agreed_earlier_in_a_report_of_its_end_reopens_nothing() -> None:
    over, recalled = of_one_text(OVER, truce("agreed", "was agreed", "2031-09-19"))
    same_day = truce("in_force", "took effect last week", "2031-09-19", "Post")
    assert judged(over, recalled, same_day).level == "3"


def test_violations_are_strain_only_above_the_usual_week() -> None:
    usual = [truce("violated", f"was shelled {n}", f"2031-05-{n:02}", f"Paper {n}") for n in range(1, 15)]
    quiet = truce("violated", "was shelled once more", "2031-06-20")
    assert [change.day for change in judged(*usual, quiet).history] == [date(2031, 5, 1)]


def test_other_predicates_are_met_by_other_states() -> None:
    def plan(words: str) -> KeptClaim:
        return kept(f"transfer planned stated: {{supplier:Norland}} sends rifles if {{condition:{words}}}.")

    agreed, holds = truce("agreed", "was agreed", "2031-05-01"), truce("in_force", "holds", "2031-05-03")
    begins = plan("a truce in Brezova is agreed")
    assert (
        judged(truce("proposed", "is proposed", "2031-05-01"), plan=begins).wording == "proposed, not reported agreed"
    )
    assert judged(agreed, plan=begins).level == "3"
    assert judged(agreed, OVER, plan=begins).level == "R"
    assert judged(agreed, plan=plan("the truce in Brezova holds")).level == "0"
    assert judged(holds, plan=plan("the truce in Brezova holds")).level == "3"
    assert judged(BROKEN, plan=plan("the truce in Brezova is violated")).level == "3"


def test_ties_of_the_country_alone_are_loose_and_say_so() -> None:
    plan = kept("transfer planned stated: {supplier:Norland} arms {recipient:rebels} in {place:Brezova} if "
                "{condition:the truce collapses}.")  # fmt: skip
    found = judged(truce("collapsed", "is over", "2031-06-19"), plan=plan)
    assert (found.level, found.loose) == ("3", True)
    assert found.wording.endswith("loosely tied, it may be another truce")
    assert "tied by country alone: 1" in found.notes


def test_loose_ties_after_long_silence_say_so() -> None:
    plan = kept("transfer planned stated: {supplier:Norland} arms {recipient:rebels} in {place:Brezova} if "
                "{condition:the truce collapses}.")  # fmt: skip
    found = judged(OVER, plan=plan)
    assert (found.level, found.loose) == ("3", True)
    assert found.wording.endswith("loosely tied, it is likelier another truce")
    assert "tied by country alone, after long silence: 1" in found.notes


def test_truce_of_two_other_parties_is_not_tied() -> None:
    plan, own = of_one_text(
        kept("transfer planned stated: {supplier:Norland} arms {recipient:rebels} in {place:Brezova}."),
        kept("ceasefire in_force stated: The truce of {party:Brezova} and {party:Averna} holds."),
    )
    around = Surroundings((), (), (own,), {}, no_lands, date(2031, 12, 1))
    line = "ceasefire collapsed stated: The truce of {party:%s} and {party:Selin} in {place:Brezova} is over."
    assert fits_truce(plan, "the truce ends", kept(line % "Korvia"), around) is None
    assert fits_truce(plan, "the truce ends", kept(line % "Averna"), around) == "country alone"


def test_truces_fit_by_name_by_two_parties_by_country_and_not_otherwise() -> None:
    def fit(line: str, condition: str = "the truce ends", **codes: str) -> str | None:
        plan = kept("transfer planned stated: {supplier:Norland} arms {recipient:the Front} in {place:Brezova}.")
        around = Surroundings((), (), (), {}, no_lands, date(2031, 12, 1))
        return fits_truce(plan, condition, kept(f"ceasefire collapsed stated: {line}.", **codes), around)

    assert fit("The truce of {place:Selin} ended", "the truce of Selin ends") == "a name in the condition"
    assert fit("The truce of {party:Norland} and {party:the Front} ended") == "two parties"
    assert fit("The truce in {place:Brezova} ended") == "country alone"
    assert fit("The truce of {party:Norland} ended") == "one party alone"
    assert fit("The truce in {place:Selin} ended") is None
    assert fit("{claimant:Rebels in Brezova} said that the truce was over") == "the plan's place in the sentence"
    assert fit("The truce ended") is None


def test_what_cannot_be_tied_says_so() -> None:
    voted = kept("transfer planned stated: {supplier:Norland} sends rifles if {condition:parliament votes for it}.")
    assert judged(plan=voted).untied == "the ledger holds no claims of votes"
    undated = kept("transfer planned stated: Norland sends rifles if {condition:the truce ends}.", None)
    assert judged(OVER, plan=undated).untied == "the plan's article has no date, so nothing can be later"


@pytest.mark.parametrize(
    ("day", "level", "said"),
    [
        ("2031-04-30", "0", "lies ahead"),
        ("2031-05-01", "4", "by the calendar"),
        ("2031-06-01", "4", "no report says so"),
    ],
)
def test_dates_are_asked_of_the_calendar(day: str, level: str, said: str) -> None:
    plan = kept("transfer planned stated: {supplier:Norland} will send rifles after {condition:1 May}.")
    may = Period(date(2031, 5, 1), date(2031, 5, 1), Precision.DAY, PeriodRule.COMING, Precision.DAY)
    found = judged(plan=plan, period=may, day=day)
    assert (found.level, said in found.wording) == (level, True)
    assert judged(plan=plan, period=None).untied == "its words give no date that is closed on both sides"


def test_days_that_have_begun_are_between() -> None:
    plan = kept("transfer planned stated: {supplier:Norland} will send rifles in {condition:May}.")
    may = Period(date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH, PeriodRule.COMING, Precision.MONTH)
    assert judged(plan=plan, period=may, day="2031-05-07").wording == "2031-05-01 to 2031-05-31 has begun on 2031-05-07"


def test_attacks_fit_by_the_names_in_the_condition() -> None:
    shelled = kept(
        "holding occurred stated: {holder:Brezova} shelled {target:Averna} with {weapon:mortars}.", "2031-05-01"
    )
    assert fits_attack("Brezova attacks Averna", shelled)
    assert fits_attack("Brezova attacks", shelled)
    assert fits_attack("Averna is attacked", shelled)
    assert not fits_attack("Averna attacks Brezova", shelled)
    assert not fits_attack("Brezova attacks Selin", shelled)
    assert not fits_attack("Averna attacks", kept("holding occurred stated: {holder:Averna} has {weapon:tanks}."))
    plan = kept("transfer promised stated: {supplier:Norland} will send rifles if {condition:Brezova attacks}.")
    assert judged(shelled, plan=plan).level == "3"
    denied = kept("holding occurred denied: {holder:Brezova} did not shell {target:Averna}.", "2031-05-02")
    assert judged(shelled, denied, plan=plan).level == "R"
