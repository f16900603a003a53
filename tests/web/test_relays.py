"""Who repeats whom, drawn from the sources of an event."""

from __future__ import annotations

from starlette.testclient import TestClient
from tests.link.dossier import ECHO, PLAN, RELAY
from tests.service.test_linking import id_of, place
from tests.web.conftest import PAGE
from tests.web.views import no_holes

from enduse.web.app import create_app
from enduse.web.settings import Settings

__all__ = ["place"]


def test_relays_lead_from_what_is_repeated(place: str) -> None:
    with TestClient(create_app(Settings(place)), base_url="http://localhost", headers=PAGE) as client:
        figure = client.get(f"/figures/relays/{id_of(PLAN)}.json").json()
        ids = {node["id"] for node in figure["nodes"]}
        assert {id_of(PLAN), id_of(RELAY), id_of(ECHO)} <= ids
        assert all(edge["from"] in ids and edge["to"] in ids for edge in figure["edges"])
        changes = [change["kind"] for edge in figure["edges"] for change in edge["changes"]]
        assert "condition_lost" in changes
        assert {node["stance"] for node in figure["nodes"]} >= {"stated", "denied"}
        assert no_holes(figure)
        assert client.get("/figures/relays/evt-none.json").status_code == 404
        assert 'data-island="relays"' in client.get(f"/events/{id_of(PLAN)}").text
