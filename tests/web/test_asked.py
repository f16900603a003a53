"""An address asks what the command line asks, by the same names."""

from __future__ import annotations

from enduse.cli import ask
from enduse.model import Role
from enduse.web.asked import Claims, claims_asked, filter_of


def test_names_are_those_of_the_command_line() -> None:
    spelled = {
        option.opts[0].removeprefix("--").replace("-", "_") for option in ask.claims.params if hasattr(option, "help")
    }
    assert set(Claims.model_fields) == spelled - {"db", "count", "format"}


def test_fields_that_were_left_empty_ask_nothing() -> None:
    given = Claims.model_validate({"types": "", "supplier": "Norland", "role": ["", "broker=Selin"], "min_score": ""})
    asked = filter_of(given)
    assert (asked.types, asked.min_score) == ((), None)
    assert asked.roles == {Role.SUPPLIER: "Norland", Role.BROKER: "Selin"}


def test_page_has_fifty_rows_unless_asked_otherwise() -> None:
    assert claims_asked(Claims.model_validate({})).limit == 50
    assert claims_asked(Claims.model_validate({"limit": 3, "after": 9}))[1:3] == (3, 9)
