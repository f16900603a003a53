"""Conditions are read by what they hang on and what must become of it; what is open stays open."""

from __future__ import annotations

import pytest
from tests.link.told import kept

from enduse.link.conditions import conditions_of
from enduse.model.plan import ConditionKind, Predicate

C, P = ConditionKind, Predicate


@pytest.mark.parametrize(
    ("words", "kind", "predicate"),
    [
        ("if {condition:the truce collapses}", C.CEASEFIRE, P.ENDS),
        ("if {condition:the ceasefire fails to hold}", C.CEASEFIRE, P.ENDS),
        ("if {condition:the truce doesn't hold}", C.CEASEFIRE, P.ENDS),
        ("if {condition:the cease-fire is violated}", C.CEASEFIRE, P.BREAKS),
        ("if {condition:the truce is broken}", C.CEASEFIRE, P.BREAKS),
        ("if {condition:the brokered truce holds}", C.CEASEFIRE, P.HOLDS),
        ("unless {condition:the truce holds}", C.CEASEFIRE, P.ENDS),
        ("unless {condition:the truce collapses}", C.CEASEFIRE, P.HOLDS),
        ("once {condition:a cessation of hostilities is agreed}", C.CEASEFIRE, P.BEGINS),
        ("if {condition:the truce}", C.CEASEFIRE, P.UNCLEAR),
        ("until {condition:the truce begins}", C.CEASEFIRE, P.UNCLEAR),
        ("unless {condition:a truce is reached}", C.CEASEFIRE, P.UNCLEAR),
        ("if {condition:parliament approves the sale}", C.APPROVAL, P.UNCLEAR),
        ("after {condition:the vote in the assembly}", C.VOTE, P.UNCLEAR),
        ("if {condition:Brezova attacks}", C.ATTACK, P.HAPPENS),
        ("unless {condition:Brezova attacks}", C.ATTACK, P.UNCLEAR),
        ("after {condition:1 May}", C.DATE, P.HAPPENS),
        ("in {condition:early June 2031}", C.DATE, P.HAPPENS),
        ("if {condition:they sign by May}", C.OTHER, P.UNCLEAR),
    ],
)
def test_words_give_kind_and_predicate(words: str, kind: ConditionKind, predicate: Predicate) -> None:
    claim = kept(f"transfer planned stated: {{supplier:Norland}} will send {{weapon:rifles}} {words}.")
    (read,) = conditions_of(claim)
    assert (read.kind, read.predicate) == (kind, predicate)
    assert bool(read.why) == (predicate is P.UNCLEAR)


def test_what_the_ledger_holds_no_claims_of_says_so() -> None:
    claim = kept("transfer planned stated: {supplier:Norland} will send rifles if {condition:the king approves}.")
    assert conditions_of(claim)[0].why == "the ledger holds no claims of approvals"
