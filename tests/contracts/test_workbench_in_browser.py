"""The workbench of the sample in a real browser: every page opens whole and can be read by all, and the first walk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.web.browser import chromium as chromium
from tests.web.browser import served
from tests.web.browser import tab as tab

from enduse.cli.main import cli
from enduse.service.asking import claim_filter
from enduse.service.desks import look
from enduse.service.linking import events
from enduse.web.parts import PARTS
from enduse.web.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAMPLE = Path(__file__).parents[2] / "src/enduse/data/demo/demo.jsonl"
AXE = Path(__file__).parents[2] / "web-src/node_modules/axe-core/axe.min.js"
WIDTHS = ((1280, 900), (390, 844))
WIDER = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of the ten invented articles."""
    where = str(tmp_path_factory.mktemp("sample") / "demo.db")
    assert CliRunner().invoke(cli, ["ingest", "--quiet", "--db", where, str(SAMPLE)]).exit_code == 0
    return where


@pytest.fixture(scope="module")
def address(sample: str) -> Iterator[str]:
    with served(Settings(sample, reviewer="ana")) as found:
        yield found


def pages(sample: str) -> list[str]:
    """Each page of the bar, and one of each kind that stands behind these."""
    act = max(events(sample, claim_filter(types="transfer")).events, key=lambda view: len(view.claims))
    claim = act.claims[0]
    article, other = claim.documents[0].id, act.claims[-1].documents[0].id
    return [
        *(part.address for part in PARTS if part.word), "/agreement", "/search?words=weapons",
        "/claims?supplier=nobody",
        f"/documents/{article}", f"/documents/{article}/with/{other}", f"/events/{claim.claim.id}",
        f"/review/{claim.claim.id}", f"/trace?what={claim.claim.id}", f"/precedents/{claim.claim.id}",
        f"/checklist/{claim.claim.id}", f"/grades/{claim.claim.id}",
    ]  # fmt: skip


def opened(page: Page, address: str, path: str) -> None:
    """Open a page, and wait until its drawings are there."""
    answer = page.goto(address + path, wait_until="networkidle")
    assert answer is not None
    assert answer.status == 200, path
    page.wait_for_selector("[data-island]:not(:has(figure))", state="detached")


@pytest.mark.parametrize("width", WIDTHS, ids=lambda size: str(size[0]))
def test_every_page_opens_without_error_and_without_scrolling_sideways(
    sample: str, address: str, tab: Page, width: tuple[int, int]
) -> None:
    tab.set_viewport_size({"width": width[0], "height": width[1]})
    for path in pages(sample):
        opened(tab, address, path)
        assert not tab.evaluate(WIDER), path
        assert tab.locator("h1").count() == 1, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_axe(sample: str, address: str, chromium: Browser, scheme: Any) -> None:
    if not AXE.exists():
        pytest.skip("no axe-core; `npm ci` in web-src brings it")
    rules = AXE.read_text(encoding="utf-8")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page, broken = context.new_page(), []
    for path in pages(sample):
        opened(page, address, path)
        page.evaluate(rules)
        found = page.evaluate("axe.run(document).then(result => [result.passes.length, result.violations])")
        assert found[0] > 10, path
        broken += [f"{path}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found[1]]
    context.close()
    assert broken == []


def test_first_five_minutes(sample: str, address: str, tab: Page) -> None:
    """From the claims of a command to a decision taken back, and from a band of the drawing to its sentence."""
    run = CliRunner().invoke
    shown = run(cli, ["claims", "--recipient", "rebels", "--db", sample, "--format", "jsonl"])
    assert '"status":"planned"' in shown.stdout.replace(": ", ":")
    tab.goto(f"{address}/")
    tab.click("text=Review claims")
    tab.wait_for_selector("[autofocus]:focus")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("body.scripted #desk")
    claim = str(tab.get_attribute("#desk", "data-claim"))
    tab.keyboard.press("a")
    tab.wait_for_selector(f"#desk:not([data-claim={claim}])")
    assert [judged.by for judged in look(sample, claim).item.standing] == ["ana"]
    assert tab.is_enabled("button:has-text('Undo')")
    tab.keyboard.press("z")
    tab.wait_for_selector(f"#desk[data-claim={claim}]")
    assert look(sample, claim).item.standing == ()

    opened(tab, address, "/flows")
    tab.locator("figure svg a[href^='/flows/']").first.dispatch_event("click")
    tab.wait_for_url(re.compile("/flows/flw-"))
    tab.locator(".row a.row-link").first.click()
    tab.wait_for_url(re.compile("/events/"))
    tab.locator(".row-foot a, .told a[href*='/documents/']").first.click()
    tab.wait_for_url(re.compile("/documents/doc-"))
    chosen = tab.locator("#text .sentence").first
    why = run(cli, ["why", str(tab.url.rpartition("#")[2]), "--db", sample])
    assert why.exit_code == 0, why.output
    assert chosen.is_visible()
