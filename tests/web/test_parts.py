"""Every page in the table can be imported, and the bar leads to pages that are there."""

from __future__ import annotations

from starlette.testclient import TestClient

from enduse.web.parts import HOME, PARTS, routers


def test_bar_leads_to_pages(browser: TestClient) -> None:
    assert len(routers()) == len(PARTS)
    addresses = [part.address for part in PARTS if part.address] + [HOME]
    assert [browser.get(address).status_code for address in addresses] == [200] * len(addresses)
