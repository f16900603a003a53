"""`enduse checklist` parses, asks the hall and writes."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result
from tests.link.test_checklist import LOST, PLAN
from tests.service.case import id_of
from tests.service.test_checklist import place

from enduse.cli.main import cli

__all__ = ["place"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_a_checklist_is_drawn_and_written(place: str) -> None:
    assert "diversion risk: checklist of" in run("checklist", id_of(PLAN), "--db", place, "--format", "table").stdout
    assert json.loads(run("checklist", id_of(PLAN), "--db", place).stdout)["id"] == id_of(PLAN)


def test_what_is_no_transfer_is_one_line(place: str) -> None:
    result = run("checklist", id_of(LOST), "--db", place)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
