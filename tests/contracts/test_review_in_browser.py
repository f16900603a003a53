"""A review in a real browser, by keyboard alone, with scripts and without: what is pressed is what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.web.browser import chromium as chromium
from tests.web.browser import served
from tests.web.browser import tab as tab
from tests.web.conftest import READINGS, keep

from enduse.model import Role
from enduse.model.record import Judgement, Verdict
from enduse.service.desks import look
from enduse.service.ledgers import open_ledger
from enduse.web.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def where(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), *READINGS)


def judged(where: str, claim: str) -> list[tuple[str, str, str]]:
    """Who decided what of a claim, and why."""
    return [(j.by, j.verdict.value, j.why) for j in look(where, claim).item.standing]


def test_review_by_keyboard_alone(where: str, tab: Page) -> None:
    with served(Settings(where, reviewer="ana")) as address:
        begin(tab, address)
        first = shown(tab)
        tab.keyboard.press("a")
        second = changed(tab, first)
        assert judged(where, first) == [("ana", "accepted", "")]
        assert tab.evaluate("document.activeElement.id") == "claim-title"
        assert tab.text_content("#said").startswith("accepted; next claim")  # type: ignore[union-attr]

        correct_first_words(tab, 2)
        third = changed(tab, second)
        (made,) = look(where, second).item.corrections
        words = made.sentence.text.split()
        assert [span.text for span in made.roles[Role.PLACE]] == [" ".join(words[:2])]

        tab.keyboard.press("z")
        assert changed(tab, third) == second
        assert judged(where, second) == []
        tab.keyboard.press("w")
        tab.keyboard.type("a wish only, no arms")
        tab.keyboard.press("Enter")
        tab.keyboard.press("r")
        third = changed(tab, second)
        assert judged(where, second) == [("ana", "rejected", "a wish only, no arms")]
        tab.keyboard.press("n")
        tab.wait_for_selector("#desk:not([aria-busy])")
        assert shown(tab) == third  # it is the only one that is left, and so comes again
        tab.keyboard.press("?")
        assert tab.is_visible("#keys")
        tab.keyboard.press("Escape")
        tab.keyboard.press("u")
        tab.wait_for_url("**/review?*ended=true")


def test_name_is_looked_up_while_it_is_typed(where: str, tab: Page) -> None:
    with served(Settings(where, reviewer="ana")) as address:
        begin(tab, address)
        claim = shown(tab)
        tab.keyboard.press("c")
        field = tab.locator(".named:visible").first
        field.focus()
        tab.keyboard.type("ukrai")
        tab.wait_for_selector("#suggestions li")
        assert field.get_attribute("aria-activedescendant") == "suggestion-0"
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("ArrowUp")
        tab.keyboard.press("Enter")
        assert field.input_value() == "actor:ua"
        tab.keyboard.press("Escape")
        tab.keyboard.press("Enter")
        changed(tab, claim)
    assert [r.code for r in look(where, claim).item.kept.resolutions if r.resolver == "review-ana"] == ["ua"]


def test_late_decision_shows_both_in_the_browser_and_keeps_the_reason(where: str, tab: Page) -> None:
    with served(Settings(where, reviewer="ana")) as address:
        begin(tab, address)
        claim = shown(tab)
        with open_ledger(where) as ledger, ledger.writing() as writer:
            writer.add([Judgement(claim, Verdict.UNSURE, "eva", writer.at)])
        tab.keyboard.press("w")
        tab.keyboard.type("quite plain")
        tab.keyboard.press("Enter")
        tab.keyboard.press("a")
        tab.wait_for_selector(".versions")
        assert "quite plain" in tab.inner_text(".versions")
        assert "unsure by eva" in tab.inner_text(".versions")
        tab.keyboard.press("m")
        tab.wait_for_selector("#decide")
    assert [said[:2] for said in judged(where, claim)] == [("eva", "unsure"), ("ana", "accepted")]


def test_server_that_is_gone_takes_nothing_that_was_written(where: str, tab: Page) -> None:
    with served(Settings(where, reviewer="ana")) as address:
        begin(tab, address)
        claim = shown(tab)
        tab.fill("#why", "long thoughts")
        tab.context.set_offline(True)
        tab.keyboard.press("Escape")
        tab.keyboard.press("a")
        tab.wait_for_selector("#said:has-text('Not kept')", state="attached")
        assert (shown(tab), tab.input_value("#why")) == (claim, "long thoughts")
        tab.context.set_offline(False)


def begin(tab: Page, address: str) -> None:
    """Take the first queue by a key, and wait until keys are listened to."""
    tab.goto(f"{address}/review")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("body.scripted #desk")


def shown(tab: Page) -> str:
    """The claim on the screen."""
    return str(tab.get_attribute("#desk[data-claim]", "data-claim"))


def changed(tab: Page, before: str) -> str:
    """The next claim, once it is on the screen."""
    tab.wait_for_selector(f"#desk[data-claim]:not([data-claim={before}])")
    return shown(tab)


def correct_first_words(tab: Page, count: int) -> None:
    """Give the first words of the sentence to the place, by keys."""
    tab.keyboard.press("c")
    tab.keyboard.press("ArrowRight")
    for _ in range(count - 1):
        tab.keyboard.press("Shift+ArrowRight")
    tab.keyboard.press("p")
    tab.keyboard.press("Enter")


def test_forms_decide_and_correct_where_scripts_are_off(where: str, chromium: Browser) -> None:
    with served(Settings(where, reviewer="ana")) as address:
        context = chromium.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(f"{address}/review")
        tab.click("text=Begin >> nth=0")
        first = shown(tab)
        tab.click("button:has-text('Accept')")
        second = changed(tab, first)
        tab.click("summary:has-text('Correct')")
        tab.fill("[data-role=time] [name=add_words]", "agreed")
        tab.select_option("[name=stance]", "alleged")
        tab.click("[data-keep]")
        changed(tab, second)
        context.close()
    assert judged(where, first) == [("ana", "accepted", "")]
    (made,) = look(where, second).item.corrections
    assert made.stance == "alleged"
