"""An event stands in the flows that its claims name, and a vague word makes none more exact."""

from __future__ import annotations

from tests.link.dossier import AFFAIR, PLAN, kept
from tests.link.test_events import NOBODY, TANKS

from enduse.link.fact import fact_of
from enduse.link.flows import flows_of
from enduse.model.kept import KeptClaim


def named(*claims: KeptClaim) -> list[tuple[str | None, str | None, str | None, str]]:
    return [(f.supplier, f.recipient, f.weapon, f.period) for f in flows_of([fact_of(claim) for claim in claims])]


def test_flow_is_supplier_recipient_class_and_year() -> None:
    assert named(TANKS) == [("no", "br", "armour.tank", "2031")]
    assert named(NOBODY) == [(None, "br", "armour.tank", "2031")]


def test_kind_of_recipient_stands_where_no_claim_names_one() -> None:
    assert named(PLAN) == [("no", "br-rebels", "air_defence.unspecified", "2031")]
    assert named(*AFFAIR) == [("no", "red_brigade", "air_defence.manpads", "2031")]


def test_what_is_no_transfer_or_names_nobody_is_in_no_flow() -> None:
    assert named(kept("holding occurred stated: {holder:S} has {weapon:W}.", codes={"holder": "no"})) == []
    assert named(kept("transfer occurred stated: {weapon:W} came.", codes={"weapon": "armour.tank"})) == []
    assert named() == []


def test_told_day_gives_the_year_before_that_of_publication() -> None:
    line = "transfer occurred stated: {supplier:S} sent {weapon:W} {time:T}."
    codes = {"supplier": "no", "weapon": "armour.tank"}
    assert named(kept(line, codes=codes, day="2031-01-04", period=("2030-12-30", "2030-12-30")))[0][3] == "2030"
    assert named(kept(line, codes=codes, day=None))[0][3] == "undated"
