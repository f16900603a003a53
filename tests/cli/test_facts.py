"""A line or two say who, to whom, which arms, on what condition and on whose word; a badge says how far it got."""

from __future__ import annotations

import pytest
from tests.service.fakes import reading

from enduse.cli.facts import badge, facts

PLAN = (
    "transfer planned stated: {claimant:Officials} say {supplier:the agency} will send {quantity:1,500} "
    "{weapon:missiles} to {recipient:vetted factions} via {via:Sarn} should {condition:the truce fail}."
)
DENIAL = "transfer occurred denied: {claimant:The ministry} denied that {supplier:it} sold {weapon:launchers}."
LEAK = "diversion occurred alleged leak: {quantity:Large amounts} of {origin:Norland} {weapon:arms} met {to:raiders}."
SEIZURE = "interdiction occurred stated: {agent:The navy} stopped {weapon:rifles} from {from:Norland} to {to:Averna}."
USE = "holding occurred alleged: {claimant:He} said {holder:his men} hit {target:two tanks} with {weapon:missiles}."
TRUCE = (
    "ceasefire agreed stated: {party:Both sides} agreed on {broker:Tessaly}'s truce in {place:Sarn} {time:from Monday}."
)


def said(line: str) -> list[str]:
    return [text.plain for text in facts(reading(line).extractions[0].claim)]


def badged(line: str, *, width: int = 100, colour: bool = False) -> str:
    return badge(reading(line).extractions[0], width=width, colour=colour).plain


@pytest.mark.parametrize(
    ("line", "first"),
    [
        (PLAN, "the agency → vetted factions · missiles ×1,500 · via Sarn · according to Officials"),
        (DENIAL, "it → ? · launchers · denied by The ministry"),
        (LEAK, "? → raiders · arms (Large amounts, Norland)"),
        (SEIZURE, "The navy · Norland → Averna · rifles"),
        (USE, "his men · missiles · target two tanks · alleged by He"),
        (TRUCE, "Both sides · broker Tessaly · place Sarn · time from Monday"),
    ],
)
def test_facts_say_who_to_whom_what_and_on_whose_word(line: str, first: str) -> None:
    assert said(line)[0] == first


def test_condition_has_a_line_of_its_own_in_bold_yellow() -> None:
    line = facts(reading(PLAN).extractions[0].claim)[1]
    assert line.plain == "IF: the truce fail"
    assert {str(span.style) for span in line.spans} == {"bold yellow"}


def test_claim_without_roles_has_no_facts() -> None:
    assert said("ceasefire in_force stated: The truce holds.") == []


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        (PLAN, "○ TRANSFER planned  0.93"),
        (DENIAL, "✕ [DENIED] TRANSFER occurred  0.93"),
        (LEAK, "● [ALLEGED] DIVERSION occurred (leak)  0.93"),
        (TRUCE, "○ CEASEFIRE agreed  0.93"),
    ],
)
def test_badge_says_what_it_is_and_puts_the_denial_before_it(line: str, begins: str) -> None:
    assert badged(line).startswith(begins)


def test_denial_is_reversed_red_in_colour() -> None:
    text = badge(reading(DENIAL).extractions[0], width=100, colour=True)
    assert [text.plain[s.start : s.end] for s in text.spans if s.style == "bold red reverse"] == [" DENIED "]


@pytest.mark.parametrize(("width", "shown"), [(100, True), (30, False)])
def test_id_is_shown_where_there_is_room(width: int, shown: bool) -> None:
    assert ("clm-" in badged(PLAN, width=width)) is shown
