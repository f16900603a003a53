"""Makes the pictures of docs/workbench.md again: the invented articles of the sample in a browser, at two widths.

    python -m training.screenshots [--into docs/images]

It needs what the tests of pages need: playwright, and a chromium at /usr/bin/chromium or where ENDUSE_CHROMIUM says.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "src/enduse/data/demo/demo.jsonl"
WIDE, NARROW = (1280, 800), (390, 844)
DRAWING = "[data-island] figure"
PICTURES = (
    ("overview", WIDE, "/overview", None),
    ("overview-narrow", NARROW, "/overview", None),
    ("review", (1280, 640), "/review", None),
    ("review-narrow", NARROW, "/review", None),
    ("reader", (1280, 580), "/documents", None),
    ("event", WIDE, "/events", DRAWING),
    ("flows", (1280, 400), "/flows", DRAWING),
    ("flows-narrow", NARROW, "/flows", DRAWING),
    ("plans", WIDE, "/plans?conditional=true", None),
)
"""Name, size, address, and what is brought to the top of the picture. Of some the first row is opened."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The sample in a ledger of its own, served; gives the address."""
    where, python = str(folder / "demo.db"), [sys.executable, "-m", "enduse"]
    subprocess.run([*python, "ingest", "--quiet", "--db", where, str(SAMPLE)], check=True)
    named = {**os.environ, "ENDUSE_REVIEWER": "ana"}
    command = [*python, "serve", where, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=named) as server:
        assert server.stderr is not None
        found = re.search(r"http://[\d.]+:\d+", server.stderr.readline())
        if found is None:
            raise SystemExit("the server did not start")
        try:
            yield found[0]
        finally:
            server.terminate()


def show(page: Page, address: str, name: str, path: str, top: str | None) -> None:
    """Bring on the screen what a picture shows."""
    page.goto(address + path, wait_until="networkidle")
    if name.startswith("review"):
        page.keyboard.press("Enter")
        page.wait_for_selector("body.scripted #desk")
    if name == "reader":
        page.locator(".row a", has_text="Nordby Times").first.click()
    if name == "event":
        page.locator(".row-link", has_text="4 claims").first.click()
    page.wait_for_load_state("networkidle")
    page.wait_for_selector("[data-island]:not(:has(figure))", state="detached")
    if top is not None:
        page.locator(top).first.evaluate("one => one.scrollIntoView()")


def main() -> None:
    """Make all pictures."""
    from playwright.sync_api import sync_playwright

    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--into", type=Path, default=ROOT / "docs/images")
    into: Path = arguments.parse_args().into
    into.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("ENDUSE_CHROMIUM", "/usr/bin/chromium")
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (width, height), path, top in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            show(page, address, name, path, top)
            page.screenshot(path=into / f"{name}.png")
            page.close()
            print(f"{into / name}.png: {(into / f'{name}.png').stat().st_size / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()
