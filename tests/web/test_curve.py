"""How long truces held, as a drawing; what has no length is told."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient
from tests.service.dossier import keep_dossier
from tests.web.conftest import PAGE
from tests.web.views import no_holes

from enduse.service import truces
from enduse.web.app import create_app
from enduse.web.settings import Settings


def test_curve_has_the_steps_of_the_hall_and_tells_what_is_left_out(tmp_path: Path) -> None:
    where = keep_dossier(str(tmp_path / "x.db"))
    held = truces.held(where)
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as client:
        figure = client.get("/figures/curve.json").json()
        none = client.get("/figures/curve.json?place=zebra").json()
        assert 'data-island="curve"' in client.get("/ceasefires").text
    assert [len(curve["steps"]) for curve in figure["curves"]] == ([len(held.steps)] if held.steps else [])
    assert sum(one["count"] for one in figure["left_out"]) == len(held.left_out)
    assert no_holes(figure)
    assert none["curves"] == []
